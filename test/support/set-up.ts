import { readFileSync } from 'node:fs'
import { TOTP } from 'otpauth'
import type { SetupSecrets } from '../../src/shared/contract/views.ts'
import type { Role } from '../../src/shared/domain/authority.ts'
import { openTestDesk, type TestDesk } from './desk.ts'

/** The code that an authenticator shows at a moment. */
export const codeFor = (secret: string, now: number): string => new TOTP({ secret }).generate({ timestamp: now })

export interface AdministratorDesk {
  readonly test: TestDesk
  readonly secrets: SetupSecrets
  readonly password: string
}

/** A desk set up (at Lacolle when no office is named), its first administrator at it. */
export async function administratorDesk(
  given?: TestDesk,
  numbers = readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8'),
  office = 'lacolle-15',
): Promise<AdministratorDesk> {
  const test = given ?? (await openTestDesk())
  const password = 'correct horse battery'
  const secrets = await test.desk.setup.begin({
    office,
    displayName: 'Gwen Fitzgerald',
    userName: 'gwen',
    password,
    numbers,
  })
  await test.desk.setup.finish({ code: codeFor(secrets.totpSecret, test.time.now), recoveryKeySaved: true })
  return { test, secrets, password }
}

/** A desk with sixty sheets and a border officer at it who has changed the first password. */
export async function borderDesk(given?: TestDesk): Promise<TestDesk> {
  const { test } = await administratorDesk(given)
  await seatBorderOfficer(test)
  return test
}

/**
 * Receives the sheets (a hundred, `A0001001` on) and seats the border officer, Amélie (or one with other roles), in the
 * administrator's place; gives her second factor.
 */
export async function seatBorderOfficer(
  { desk, time }: TestDesk,
  roles: readonly Role[] = ['border_officer'],
  sheets = 'A0001',
): Promise<string> {
  await desk.stock.receive({ first: `${sheets}001`, last: `${sheets}100` })
  const enrolled = await desk.officers.enrol({
    userName: 'amelie',
    displayName: 'Amélie Tremblay',
    password: 'temporary sentence',
    roles: [...roles],
    jurisdiction: 'office',
  })
  await desk.seat.signOut()
  await desk.seat.signIn({ userName: 'amelie', password: 'temporary sentence' })
  await desk.seat.secondFactor({ code: codeFor(enrolled.secrets.totpSecret, time.now) })
  await desk.seat.changePassword({ current: 'temporary sentence', next: 'mine alone forever' })
  await desk.stock.checkOut({ first: `${sheets}001`, last: `${sheets}060` })
  return enrolled.secrets.totpSecret
}
