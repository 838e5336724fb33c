/** What officers do at the door and in Administration, by role and label, in either language. */
import { readFileSync } from 'node:fs'
import type { FileChooser } from 'playwright-core'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { expectFocus, type Kiosk } from './e2e.ts'
import { expectAccessible } from './e2e-axe.ts'
import { codeFor } from './set-up.ts'

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm').buffer as ArrayBuffer,
  },
})

export const administrator = { name: 'Gwen Fitzgerald', user: 'gwen', password: 'correct horse battery' }
export const borderOfficer = {
  name: 'Amélie Tremblay',
  user: 'amelie',
  temporary: 'temporary sentence',
  password: 'mine alone forever',
}

/** Who sets a desk up, with which file of numbers; the first number of document in it. */
interface SettingUp {
  readonly who?: typeof administrator
  readonly numbers?: Parameters<FileChooser['setFiles']>[0]
  readonly first?: string
}

/** The first start of a desk: office, administrator, numbers, secrets on paper, and the code that the phone shows. */
export async function setUpDesk(
  kiosk: Kiosk,
  { who = administrator, numbers = 'assets/samples/numbers-lacolle-15.json', first = 'R000100001' }: SettingUp = {},
): Promise<{ secret: string; recoveryKey: string }> {
  const { page, t, field, button, heading } = kiosk
  await heading(t('setup.title')).waitFor()
  await expectFocus(page)
  await page.getByRole('combobox', { name: t('setup.office'), exact: true }).fill('lacolle')
  await page.getByRole('option').first().click()
  await expectAccessible(page, 'set-up: office')
  await button(t('common.continue')).click()
  await field(t('setup.display_name')).fill(who.name)
  await field(t('door.user_name')).fill(who.user)
  await field(t('door.password')).fill(who.password)
  await field(t('door.password_again')).fill(who.password)
  await expectAccessible(page, 'set-up: administrator')
  await button(t('common.continue')).click()
  await chooseFile(kiosk, numbers)
  await page.getByText(first).waitFor()
  await expectAccessible(page, 'set-up: numbers')
  await button(t('setup.begin')).click()
  const secrets = await takeSecrets(kiosk)
  await button(t('setup.finish')).click()
  await heading(t('admin.officers')).waitFor()
  return secrets
}

/** The secrets of a second factor as the officer takes them away: scanned, printed, saved to a stick, proven by a code. */
async function takeSecrets(kiosk: Kiosk) {
  const { page, t, time, field, button } = kiosk
  const secret = await scanQrCode(kiosk)
  const download = page.waitForEvent('download')
  await button(t('setup.key_save')).click()
  const saved = readFileSync(await (await download).path(), 'utf8')
  const recoveryKey = saved.trim().split('\r\n').at(-1) ?? ''
  await page.getByText(t('setup.key_window')).waitFor()
  await expectAccessible(page, 'set-up: secrets')
  await page.getByLabel(t('setup.key_confirm')).check()
  await field(t('setup.code_confirm')).fill(codeFor(secret, time.now))
  return { secret, recoveryKey }
}

/** The secret that the QR code on the screen holds, read from its picture as a phone reads it. */
async function scanQrCode({ page, t }: Kiosk): Promise<string> {
  const picture = await page.getByRole('img', { name: t('setup.qr_label') }).screenshot()
  const [code] = await readBarcodes(picture, { formats: ['QRCode'] })
  const secret = new URL(code?.text ?? '').searchParams.get('secret')
  if (!secret) throw new Error('The QR code holds no secret')
  return secret
}

/** Gives a file to the one file field of the screen. */
export async function chooseFile({ page, button, t }: Kiosk, file: Parameters<FileChooser['setFiles']>[0]) {
  const chooser = page.waitForEvent('filechooser')
  await button(t('common.choose_file')).click()
  await (await chooser).setFiles(file)
}

/** From Administration: a border officer with a temporary password; gives the secret of the second factor. */
export async function enrolOfficer(kiosk: Kiosk, officer = borderOfficer): Promise<string> {
  const { page, t, field, button } = kiosk
  await openRoom(kiosk, 'shell.administration')
  await button(t('officers.enrol')).click()
  const dialog = page.getByRole('dialog', { name: t('officers.enrol') })
  await dialog.waitFor()
  await expectFocus(page)
  await field(t('setup.display_name')).fill(officer.name)
  await field(t('door.user_name')).fill(officer.user)
  await field(t('officers.temporary')).fill(officer.temporary)
  await dialog.getByRole('checkbox', { name: t('role.border_officer'), exact: true }).check()
  await dialog.getByRole('button', { name: t('officers.enrol'), exact: true }).click()
  await page.getByText(t('officers.enrolled', { name: officer.name })).waitFor()
  const secret = await scanQrCode(kiosk)
  await expectAccessible(page, 'secrets of an officer')
  await button(t('officers.done')).click()
  await page.getByRole('cell', { name: officer.user, exact: true }).waitFor()
  return secret
}

/** From Administration: a box of sheets comes in, or some of them to this desk. */
export async function moveSheets(kiosk: Kiosk, how: 'receive' | 'check_out', first: string, last: string) {
  const { page, t, field } = kiosk
  await openRoom(kiosk, 'shell.administration')
  const sections = page.getByRole('tablist', { name: t('admin.sections') })
  await sections.getByRole('tab', { name: t('admin.stock'), exact: true }).click()
  await page.getByRole('button', { name: t(`stock.${how}`), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: t(`stock.${how}_title`) })
  await field(t('stock.first')).fill(first)
  await field(t('stock.last')).fill(last)
  await dialog.getByRole('button', { name: t(`stock.${how}`), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A room of the main navigation. */
export async function openRoom(
  { page, t }: Kiosk,
  room: 'shell.today' | 'shell.claims' | 'shell.attention' | 'shell.administration',
) {
  const navigation = page.getByRole('navigation', { name: t('shell.navigation') })
  await navigation.getByRole('link', { name: new RegExp(`^${t(room)}`) }).click()
}

export async function signOut({ page, t, heading }: Kiosk, name: string) {
  await page.getByRole('button', { name: t('shell.officer_menu', { name }) }).click()
  await page.getByRole('menuitem', { name: t('shell.sign_out') }).click()
  await heading(t('door.sign_in')).waitFor()
}

/** User name and password, with the keyboard alone. */
export async function givePassword({ page, t, field }: Kiosk, user: string, password: string) {
  await field(t('door.user_name')).fill(user)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

export async function giveCode({ page, t, field, time }: Kiosk, secret: string) {
  await field(t('door.factor_code')).fill(codeFor(secret, time.now))
  await page.keyboard.press('Enter')
}

/** The first day: password, second factor, and a password that nobody else knows. */
export async function firstSignIn(kiosk: Kiosk, secret: string, officer = borderOfficer) {
  const { t, field, button, heading } = kiosk
  await givePassword(kiosk, officer.user, officer.temporary)
  await giveCode(kiosk, secret)
  await heading(t('door.change_title')).waitFor()
  await expectAccessible(kiosk.page, 'own password')
  await field(t('door.current_password')).fill(officer.temporary)
  await field(t('door.new_password')).fill(officer.password)
  await field(t('door.repeat_password')).fill(officer.password)
  await button(t('door.change')).click()
  await heading(t('today.title')).waitFor()
}
