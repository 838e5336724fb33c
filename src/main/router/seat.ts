import { ok } from '../../shared/result.ts'
import type { Core } from '../seat/core.ts'
import { disableOfficer, enrolOfficer, listOfficers, resetPassword, setRoles } from '../seat/officers.ts'
import { keepPreferences, readPreferences } from '../seat/preferences.ts'
import { restoreDesk } from '../seat/restoring.ts'
import { createSetup, previewNumbers } from '../seat/set-up.ts'
import { changeOwnPassword, demoSignIn, giveSecondFactor, recoverAt, signInAt, unlock } from '../seat/signing.ts'
import { allowed, give, os, withAllowed } from './calls.ts'

/** Set-up, the seat and the officers. */
export function seatRoutes(core: Core) {
  const setup = createSetup(core)
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
      begin: os.setup.begin.handler(async ({ input, errors }) => give(await setup.begin(input), errors)),
      finish: os.setup.finish.handler(async ({ input, errors }) => {
        give(await setup.finish(input.code), errors)
        return core.status()
      }),
      saveRecoveryKey: os.setup.saveRecoveryKey.handler(async ({ errors }) => {
        const key = give(setup.recoveryKey(), errors)
        const bytes = new TextEncoder().encode(`Passerelle\r\nRecovery key / Clé de récupération\r\n\r\n${key}\r\n`)
        const file = { name: 'passerelle-recovery-key.txt', type: 'text/plain', bytes }
        return give(await core.options.ports.dialogs.saveFile(file), errors)
      }),
      restore: os.setup.restore.handler(async ({ input, errors }) => {
        const setUp = give(core.isSetUp(), errors)
        // On a desk in use only an administrator may put a backup in its place.
        if (setUp && core.phase() !== 'refused') give(allowed(core, 'store.restore'), errors)
        give(await restoreDesk(core, input.folder, input.recoveryKey), errors)
        return core.status()
      }),
    },
    seat: {
      signIn: os.seat.signIn.handler(async ({ input, errors }) => {
        give(await signInAt(core, input.userName, input.password), errors)
        return core.status()
      }),
      secondFactor: os.seat.secondFactor.handler(async ({ input, errors }) => {
        give(await giveSecondFactor(core, input.code), errors)
        return core.status()
      }),
      changePassword: os.seat.changePassword.handler(async ({ input, errors }) => {
        give(await changeOwnPassword(core, input.current, input.next), errors)
        return core.status()
      }),
      lock: os.seat.lock.handler(() => {
        core.session.take({ type: 'lock', reason: 'officer' })
        return core.status()
      }),
      unlock: os.seat.unlock.handler(async ({ input, errors }) => {
        give(await unlock(core, input.password), errors)
        return core.status()
      }),
      signOut: os.seat.signOut.handler(() => {
        core.session.take({ type: 'sign_out' })
        return core.status()
      }),
      demo: os.seat.demo.handler(({ input, errors }) => {
        give(demoSignIn(core, input.role), errors)
        return core.status()
      }),
      recover: os.seat.recover.handler(async ({ input, errors }) => {
        give(await recoverAt(core, input.userName, input.recoveryKey, input.next), errors)
        return core.status()
      }),
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
        withAllowed(allowed(core, 'officer.enrol'), errors, ({ desk, officer }) =>
          enrolOfficer(core, desk, officer.id, input),
        ),
      ),
      setRoles: os.officers.setRoles.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'officer.set_roles', { officer: input.officerId }), errors, ({ desk, officer }) =>
          setRoles(desk, officer.id, input.officerId, input.roles, input.reason),
        ),
      ),
      disable: os.officers.disable.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'officer.disable', { officer: input.officerId }), errors, ({ desk, officer }) =>
          disableOfficer(core, desk, officer.id, input.officerId, input.reason),
        ),
      ),
      resetPassword: os.officers.resetPassword.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'officer.reset', { officer: input.officerId }), errors, ({ desk, officer }) =>
          resetPassword(core, desk, officer.id, input.officerId, input.temporary),
        ),
      ),
    },
  }
}
