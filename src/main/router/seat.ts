import { fail, ok, type Result } from '../../shared/result.ts'
import { chooseFolder, folderRoots, listFolders } from '../office/folders.ts'
import type { Core } from '../seat/core.ts'
import { disableOfficer, enrolOfficer, listOfficers, resetPassword, setBadge, setRoles } from '../seat/officers.ts'
import { keepPreferences, readPreferences } from '../seat/preferences.ts'
import { mayRestore, needsNobody, restoreDesk } from '../seat/restoring.ts'
import { createSetup, previewNumbers } from '../seat/set-up.ts'
import { changeOwnPassword, demoSignIn, giveSecondFactor, recoverAt, signInAt, unlock } from '../seat/signing.ts'
import { allowed, type Errors, give, os, withAllowed } from './calls.ts'

/** Set-up, the seat and the officers. */
export function seatRoutes(core: Core) {
  const setup = createSetup(core)
  /** What changes the seat: one at a time, answered with where the desk stands then. */
  const seated = (work: () => Promise<Result<unknown>>, errors: Errors) =>
    core.inTurn(async () => {
      give(await work(), errors)
      return core.status()
    })
  return {
    status: os.status.handler(() => core.status()),
    watch: os.watch.handler(({ signal }) => core.watchers.watch(signal)),
    preferences: {
      get: os.preferences.get.handler(({ errors }) => give(readPreferences(core.slotPorts.files), errors)),
      set: os.preferences.set.handler(({ input, errors }) =>
        give(keepPreferences(core.slotPorts.files, input), errors),
      ),
    },
    setup: {
      checkNumbers: os.setup.checkNumbers.handler(({ input, errors }) => give(previewNumbers(input.text), errors)),
      begin: os.setup.begin.handler(({ input, errors }) =>
        core.inTurn(async () =>
          give(core.options.kiosk ? fail('desk.not_at_kiosk') : await setup.begin(input), errors),
        ),
      ),
      finish: os.setup.finish.handler(({ input, errors }) => seated(() => setup.finish(input.code), errors)),
      saveRecoveryKey: os.setup.saveRecoveryKey.handler(async ({ errors }) => {
        const key = give(setup.recoveryKey(), errors)
        const bytes = new TextEncoder().encode(`Passerelle\r\nRecovery key / Clé de récupération\r\n\r\n${key}\r\n`)
        const file = { name: 'passerelle-recovery-key.txt', type: 'text/plain', bytes }
        return give(await core.options.ports.dialogs.saveFile(file), errors)
      }),
      restore: os.setup.restore.handler(({ input, errors }) =>
        seated(async () => {
          const may = mayRestore(core, () => allowed(core, 'store.restore'))
          return may.ok ? restoreDesk(core, input.folder, input.recoveryKey) : may
        }, errors),
      ),
    },
    folders: {
      choose: os.folders.choose.handler(async ({ errors }) => {
        give(mayChooseFolder(core), errors)
        return give(await chooseFolder(core.options.ports.dialogs), errors)
      }),
      list: os.folders.list.handler(({ input, errors }) => {
        give(mayChooseFolder(core), errors)
        return give(listFolders(input.folder, folderRoots()), errors)
      }),
    },
    seat: {
      practice: os.seat.practice.handler(async ({ errors }) => give(await openPractice(core), errors)),
      signIn: os.seat.signIn.handler(({ input, errors }) =>
        seated(() => signInAt(core, input.userName, input.password), errors),
      ),
      secondFactor: os.seat.secondFactor.handler(({ input, errors }) =>
        seated(() => giveSecondFactor(core, input.code), errors),
      ),
      changePassword: os.seat.changePassword.handler(({ input, errors }) =>
        seated(() => changeOwnPassword(core, input.current, input.next), errors),
      ),
      lock: os.seat.lock.handler(() => {
        core.session.take({ type: 'lock', reason: 'officer' })
        return core.status()
      }),
      unlock: os.seat.unlock.handler(({ input, errors }) => seated(() => unlock(core, input.password), errors)),
      signOut: os.seat.signOut.handler(() => {
        core.session.take({ type: 'sign_out' })
        return core.status()
      }),
      demo: os.seat.demo.handler(({ input, errors }) => seated(async () => demoSignIn(core, input.role), errors)),
      recover: os.seat.recover.handler(({ input, errors }) =>
        seated(() => recoverAt(core, input.userName, input.recoveryKey, input.next), errors),
      ),
      touch: os.seat.touch.handler(() => {
        core.session.touch()
        return null
      }),
    },
    officers: {
      list: os.officers.list.handler(({ errors }) =>
        withAllowed(allowed(core, 'officer.view'), errors, ({ desk }) => ok(listOfficers(desk.store))),
      ),
      enrol: os.officers.enrol.handler(({ input, errors }) =>
        core.inTurn(() =>
          withAllowed(allowed(core, 'officer.enrol'), errors, ({ desk, officer }) =>
            enrolOfficer(core, desk, officer.id, input),
          ),
        ),
      ),
      setBadge: os.officers.setBadge.handler(({ input, errors }) =>
        core.inTurn(() =>
          withAllowed(allowed(core, 'officer.set_roles', { officer: input.officerId }), errors, ({ desk, officer }) =>
            setBadge(core, desk, officer.id, input.officerId, input.badge),
          ),
        ),
      ),
      setRoles: os.officers.setRoles.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'officer.set_roles', { officer: input.officerId }), errors, ({ desk, officer }) =>
          setRoles(desk, officer.id, input.officerId, input.roles, input.reason),
        ),
      ),
      disable: os.officers.disable.handler(({ input, errors }) =>
        core.inTurn(() =>
          withAllowed(allowed(core, 'officer.disable', { officer: input.officerId }), errors, ({ desk, officer }) =>
            disableOfficer(core, desk, officer.id, input.officerId, input.reason),
          ),
        ),
      ),
      resetPassword: os.officers.resetPassword.handler(({ input, errors }) =>
        core.inTurn(() =>
          withAllowed(allowed(core, 'officer.reset', { officer: input.officerId }), errors, ({ desk, officer }) =>
            resetPassword(core, desk, officer.id, input.officerId, input),
          ),
        ),
      ),
    },
  }
}

/** An administrator; and where a backup may be restored by whoever holds the printed key, they too. */
const mayChooseFolder = (core: Core): Result<unknown> =>
  needsNobody(core) ? ok(null) : allowed(core, 'settings.change')

/** A kiosk opens nothing beside itself. */
async function openPractice({
  options: { demo, kiosk, ports },
}: Core): ReturnType<Core['options']['ports']['practice']['open']> {
  if (demo) return fail('host.practice_here')
  return kiosk ? fail('desk.not_at_kiosk') : ports.practice.open()
}
