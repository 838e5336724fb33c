import { approveHere, listDevices, makeCode } from '../../src/central/devices/enrolment.ts'
import type { DeskOptions } from '../../src/main/desk.ts'
import type { Role } from '../../src/shared/domain/authority.ts'
import type { TestCentral } from './central.ts'
import { openTestDesk, type TestDesk } from './desk.ts'
import { numbersFile } from './numbers.ts'
import { administratorDesk, seatBorderOfficer } from './set-up.ts'

/** Desks of Lacolle that settle with a central, a border officer (or one with other roles) at each. */
export function portalDesks(
  central: () => TestCentral,
  roles?: readonly Role[],
): {
  enrol(options?: Partial<DeskOptions>): Promise<TestDesk>
  close(): Promise<void>
} {
  const open: TestDesk[] = []
  let count = 0
  return {
    async enrol(options = {}) {
      const given = await openTestDesk({ version: '0.1.0', ...options })
      given.time.now = central().clock.now()
      const { test: made } = await administratorDesk(given, numbersFile(++count))
      open.push(made)
      const code = await makeCode(central().services, 'lacolle-15')
      await made.desk.sync.enrol({ address: central().url, code })
      for (const { device, status } of await listDevices(central().services))
        if (status === 'waiting') await approveHere(central().services, device)
      await seatBorderOfficer(made, roles)
      await made.desk.sync.now()
      return made
    },
    async close() {
      for (const desk of open.splice(0)) await desk.close()
    },
  }
}
