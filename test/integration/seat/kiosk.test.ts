import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createPapers } from '../../../src/main/hosts/browser/papers.ts'
import { browserPorts } from '../../../src/main/hosts/browser/ports.ts'
import { roles } from '../../../src/shared/domain/vocabulary.ts'
import { mayUseKiosk } from '../../../src/shared/officers/badge.ts'
import { fail } from '../../../src/shared/result.ts'
import { testPorts } from '../../support/desk.ts'
import { codeOf, enrol, firstSignIn, openSeat, ownPassword, type Seat, seatOfGwen, temporary } from './kit.ts'

const badges = { amelie: 'B10001', bo: 'B10002', claire: 'B10003' }

/** A desk of Gwen with two border officers and a supervisor who have badges and passwords of their own. */
async function staffedDesk() {
  const { seat, desk, password } = await seatOfGwen()
  const signedIn = async (userName: keyof typeof badges, role: 'border_officer' | 'supervisor') => {
    const { officer, secrets } = await enrol(seat, userName, role)
    await desk.officers.setBadge({ officerId: officer.id, badge: badges[userName] })
    await desk.seat.signOut()
    await firstSignIn(seat, userName, secrets.totpSecret)
    await desk.seat.signIn({ userName: 'gwen', password })
    return officer.id
  }
  const ids = { amelie: await signedIn('amelie', 'border_officer'), bo: await signedIn('bo', 'border_officer') }
  return { seat, desk, password, ids, claire: await signedIn('claire', 'supervisor') }
}
const at = async ({ desk }: Seat) => (await desk.status()).officer?.userName

describe('a kiosk', () => {
  test('seats border officers and supervisors, and tells everybody else so', async () => {
    const { seat, password } = await staffedDesk()
    const kiosk = await seat.restart({ kiosk: true })
    expect((await kiosk.desk.status()).kiosk).toBe(true)
    expect(await codeOf(kiosk.desk.seat.signIn({ userName: 'gwen', password }))).toBe('officers.not_at_kiosk')
    expect((await kiosk.desk.status()).phase).toBe('signed_out')
    for (const userName of ['amelie', 'claire'])
      expect((await kiosk.desk.seat.signIn({ userName, password: ownPassword })).phase).toBe('active')
    expect(roles.filter((role) => mayUseKiosk([role]))).toEqual(['border_officer', 'supervisor'])
    const demo = await openSeat({ demo: true, demoClaims: 1, kiosk: true })
    expect(await codeOf(demo.desk.seat.demo({ role: 'administrator' }))).toBe('officers.not_at_kiosk')
    expect((await demo.desk.seat.demo({ role: 'border_officer' })).phase).toBe('active')
  })

  test('is not set up or restored, and saves nothing as a file', async () => {
    const kiosk = await openSeat({ kiosk: true })
    const numbers = readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8')
    const wish = {
      office: 'lacolle-15',
      displayName: 'G',
      userName: 'gwen',
      password: 'correct horse battery',
      numbers,
    }
    expect(await codeOf(kiosk.desk.setup.begin(wish))).toBe('desk.not_at_kiosk')
    expect(await codeOf(kiosk.desk.setup.restore({ folder: '/', recoveryKey: 'x' }))).toBe('desk.not_at_kiosk')
    expect(await codeOf(kiosk.desk.seat.practice())).toBe('desk.not_at_kiosk')
    const { saveFile } = browserPorts(createPapers(), testPorts([]).practice, true).dialogs
    const file = { name: 'a.txt', type: 'text/plain', bytes: new Uint8Array(1) }
    expect(await saveFile(file)).toEqual(fail('host.no_files_at_kiosk'))
  })

  test('changes hands by badge and password from the lock screen', async () => {
    const { seat } = await staffedDesk()
    const kiosk = await seat.restart({ kiosk: true })
    await kiosk.desk.seat.signIn({ userName: 'b10001', password: ownPassword })
    expect(await at(kiosk)).toBe('amelie')
    await kiosk.desk.seat.lock()
    expect(await codeOf(kiosk.desk.seat.signIn({ userName: 'b10002', password: 'not the one' }))).toBe(
      'officers.wrong_credentials',
    )
    expect((await kiosk.desk.status()).phase).toBe('locked')
    expect((await kiosk.desk.seat.signIn({ userName: 'b-10002', password: ownPassword })).phase).toBe('active')
    expect(await at(kiosk)).toBe('bo')
  })
})

describe('a badge', () => {
  test('is one officer’s, and is not taken for a user name', async () => {
    const { seat, desk, ids } = await staffedDesk()
    const set = (badge: string | null, officerId = ids.bo) => codeOf(desk.officers.setBadge({ officerId, badge }))
    expect(await set('b 10001')).toBe('officers.badge_taken')
    expect(await set('Claire')).toBe('officers.badge_taken')
    expect(await set('B1')).toBe('officers.badge_invalid')
    expect((await desk.officers.list()).find(({ id }) => id === ids.bo)?.badge).toBe('B10002')
    const named = desk.officers.enrol({
      userName: 'b10001',
      displayName: 'Somebody',
      password: temporary,
      roles: ['border_officer'],
      jurisdiction: 'office',
    })
    expect(await codeOf(named)).toBe('officers.user_name_taken')
    await desk.officers.setBadge({ officerId: ids.bo, badge: null })
    expect(await codeOf(desk.seat.signIn({ userName: 'b10002', password: ownPassword }))).toBe(
      'officers.wrong_credentials',
    )
    expect(await at(seat)).toBe('gwen')
    await desk.officers.setBadge({ officerId: ids.amelie, badge: 'B10002' })
    await desk.seat.signIn({ userName: 'b10002', password: ownPassword })
    expect(await at(seat)).toBe('amelie')
  })

  test('is given at enrolment, stays through a reset of the password, and goes free when its officer leaves', async () => {
    const { seat, desk, password } = await seatOfGwen()
    const wish = {
      displayName: 'Noor',
      password: temporary,
      roles: ['border_officer'] as const,
      jurisdiction: 'office' as const,
    }
    const { officer } = await desk.officers.enrol({
      ...wish,
      roles: ['border_officer'],
      userName: 'noor',
      badge: 'n-20001',
    })
    expect(officer.badge).toBe('N20001')
    await desk.officers.resetPassword({ officerId: officer.id, temporary: 'another sentence here' })
    const again = await seat.restart()
    expect((await again.desk.seat.signIn({ userName: 'n20001', password: 'another sentence here' })).phase).toBe(
      'needs_second_factor',
    )
    await again.desk.seat.signIn({ userName: 'gwen', password })
    await again.desk.officers.disable({ officerId: officer.id, reason: 'left the service' })
    const next = await again.desk.officers.enrol({
      ...wish,
      roles: ['border_officer'],
      userName: 'nora',
      badge: 'N20001',
    })
    expect(next.officer.badge).toBe('N20001')
  })

  test('does not give more guesses than the name alone, and one changed in the key file is noticed', async () => {
    const { seat, password } = await staffedDesk()
    const guess = (userName: string) => codeOf(seat.desk.seat.signIn({ userName, password: 'a wrong guess' }))
    const answers: unknown[] = []
    for (let n = 0; n < 12; n++) answers.push(await guess(n % 2 ? 'b10001' : 'amelie'))
    expect(answers).toContain('officers.wait')
    expect(await guess('b10001')).toBe('officers.wait')
    await seat.close()
    const keys = join(seat.dataDir, 'keys.json')
    writeFileSync(keys, readFileSync(keys, 'utf8').replace('"B10002"', '"B99999"'))
    const again = await seat.restart()
    await again.desk.seat.signIn({ userName: 'gwen', password })
    expect((await again.desk.status()).warnings.map(({ code }) => code)).toContain('officers.key_file_changed')
  })
})
