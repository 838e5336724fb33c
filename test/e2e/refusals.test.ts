import { closeSync, existsSync, globSync, openSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { explain } from '../../src/shared/errors.ts'
import { expectFocus, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { administrator, giveCode, givePassword } from '../support/e2e-officers.ts'
import { administratorDesk, codeFor } from '../support/set-up.ts'

/** What is refused is refused in words, and the way on is shown. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A desk at whose door somebody stands. */
async function atTheDoor(): Promise<{ kiosk: Kiosk; secret: string; recoveryKey: string }> {
  const kiosk = await openKiosk(browser)
  onTestFinished(() => kiosk.close())
  const { secrets } = await administratorDesk(kiosk)
  await kiosk.desk.seat.signOut()
  await kiosk.heading(kiosk.t('door.sign_in')).waitFor()
  return { kiosk, secret: secrets.totpSecret, recoveryKey: secrets.recoveryKey }
}
const said = (code: Parameters<typeof explain>[0]['code']) => explain({ code, params: {} }, 'en')

describe('at the door', () => {
  test('wrong passwords are refused, with a wait that grows and is told', async () => {
    const { kiosk } = await atTheDoor()
    const { page, time, t } = kiosk
    const alert = page.getByRole('alert')
    for (let wrong = 0; wrong < 3; wrong++) {
      await givePassword(kiosk, administrator.user, `wrong ${wrong}`)
      await alert.getByText(said('officers.wrong_credentials').message).waitFor()
      await expectFocus(page)
      await expect.poll(() => kiosk.field(t('door.password')).inputValue()).toBe('')
    }
    const waits: number[] = []
    for (let round = 0; round < 2; round++) {
      await givePassword(kiosk, administrator.user, administrator.password)
      const told = alert.getByText(/waits \d+ s/)
      await told.waitFor()
      waits.push(Number(/waits (\d+) s/.exec(await told.innerText())?.[1]))
      time.now += (waits.at(-1) ?? 0) * 1000 + 1000
      if (round > 0) break
      await givePassword(kiosk, administrator.user, 'wrong again')
      await alert.getByText(said('officers.wrong_credentials').message).waitFor()
    }
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0)
    await givePassword(kiosk, administrator.user, administrator.password)
    await kiosk.heading(t('admin.officers')).waitFor()
  })

  test('a wrong code and a code used before are refused; a recovery code works once', async () => {
    const { kiosk, secret } = await atTheDoor()
    const { page, t, time } = kiosk
    time.now += 13 * 3_600_000
    await givePassword(kiosk, administrator.user, administrator.password)
    await kiosk.heading(t('door.factor_title')).waitFor()
    const wrong = codeFor(secret, time.now) === '000000' ? '000001' : '000000'
    await kiosk.field(t('door.factor_code')).fill(wrong)
    await page.keyboard.press('Enter')
    await page.getByText(said('officers.code_wrong').message).waitFor()
    await expectAccessible(page, 'a wrong code')
    await giveCode(kiosk, secret)
    await kiosk.heading(t('admin.officers')).waitFor()
  })

  test('the recovery key gives a new password when the old one is lost', async () => {
    const { kiosk, secret, recoveryKey } = await atTheDoor()
    const { t, time, field } = kiosk
    time.now += 60_000
    await kiosk.button(t('door.recover')).click()
    await kiosk.heading(t('door.recover_title')).waitFor()
    await field(t('door.user_name')).fill(administrator.user)
    await field(t('door.recovery_key')).fill(recoveryKey.toLowerCase())
    await field(t('door.new_password')).fill('found in the safe')
    await expectAccessible(kiosk.page, 'recovery')
    await kiosk.button(t('door.recover_do')).click()
    await giveCode(kiosk, secret)
    await kiosk.heading(t('admin.officers')).waitFor()
  })
})

describe('a store that cannot be opened', () => {
  const storeOf = ({ dataDir }: Kiosk) => {
    const [file] = globSync('store/**/*.{sqlite,db}', { cwd: dataDir })
    if (!file || !existsSync(join(dataDir, file))) throw new Error('Where is the store?')
    return join(dataDir, file)
  }
  const damage = {
    'cut short': (file: string) => truncateSync(file, 5000),
    'written over': (file: string) => {
      const open = openSync(file, 'r+')
      writeSync(open, Buffer.alloc(8192, 0x55), 0, 8192, 0)
      closeSync(open)
    },
  }
  test.each(Object.entries(damage))('because it was %s says so, and offers the way back', async (_, spoil) => {
    const { kiosk } = await atTheDoor()
    const { page, t } = kiosk
    await kiosk.stop()
    spoil(storeOf(kiosk))
    await kiosk.restart()
    await givePassword(kiosk, administrator.user, administrator.password)
    await kiosk.heading(t('connection.refused')).waitFor()
    await page.getByRole('alert').waitFor()
    await expectFocus(page)
    await expectAccessible(page, 'a refused store')
    await kiosk.button(t('setup.restore_title')).click()
    await kiosk.heading(t('setup.restore_title')).waitFor()
    await expectAccessible(page, 'restore')
  })
})
