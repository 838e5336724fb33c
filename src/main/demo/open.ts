import { existsSync } from 'node:fs'
import type { Role } from '../../shared/contract/views.ts'
import { roles } from '../../shared/domain/catalogue.ts'
import { ok, unwrap } from '../../shared/result.ts'
import type { OpenedKeys } from '../officers/ports.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { newUuid } from '../seat/ids.ts'
import { foundOffice } from '../seat/set-up.ts'

/**
 * The demo: a folder of its own, made-up people, an office with an officer of each role. Its key lies beside the
 * store in the clear, since nothing in it is true.
 */
export async function openDemo(core: Core): Promise<OpenDesk> {
  const key = demoKey(core)
  const keys: OpenedKeys = { databaseKey: key, openedBy: { kind: 'recovery' }, fileIntact: true, generation: 0 }
  if (existsSync(core.storeFolder)) return unwrap(core.open(keys))
  const desk = unwrap(core.open(keys, 'create'))
  const administrator = newUuid(core.options)
  const blocks = [
    { series: 'document', prefix: 'R', first: 900_000_001, last: 900_009_999, width: 9 },
    { series: 'client', prefix: '', first: 9_900_000_001, last: 9_900_009_999, width: 10 },
    { series: 'application', prefix: 'W', first: 900_000_001, last: 900_009_999, width: 9 },
  ] as const
  unwrap(
    foundOffice(desk.store, {
      office: 'lacolle-15',
      officer: administrator,
      userName: 'demo.administrator',
      displayName: demoNames.administrator,
      blocks,
      demo: true,
    }),
  )
  enrolEveryRole(desk, administrator)
  return desk
}

const demoNames: Readonly<Record<Role, string>> = {
  border_officer: 'Amélie Tremblay',
  caseworker: 'Priya Raman',
  photo_reviewer: 'Noah MacKinnon',
  supervisor: 'Claire Beaulieu',
  auditor: 'Samuel Okafor',
  administrator: 'Gwen Fitzgerald',
}

function enrolEveryRole({ store }: OpenDesk, administrator: string): void {
  unwrap(
    store.transact({ actor: administrator }, (tx) => {
      for (const role of roles.filter((other) => other !== 'administrator')) {
        const body = {
          userName: `demo.${role.replace('_', '.')}`,
          displayName: demoNames[role],
          roles: [role],
          jurisdiction: 'office',
        }
        tx.append({ subject: { kind: 'officer', id: tx.newId() }, type: 'officer.enrolled', body })
      }
      return ok(null)
    }),
  )
}

const keyFile = 'demo.key'

function demoKey({ slotPorts, options }: Core): Uint8Array {
  const found = unwrap(slotPorts.files.read(keyFile))
  if (found) return found
  const key = options.random.bytes(32)
  unwrap(slotPorts.files.writeAtomically(keyFile, key))
  return key
}
