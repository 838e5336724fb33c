import { expect } from 'vitest'
import { loseBlob } from '../../src/central/storage/blobs.ts'
import type { TestCentral } from './central.ts'
import type { Kiosk } from './e2e.ts'
import { expectAccessible } from './e2e-axe.ts'
import { claimAtDesk } from './e2e-claims.ts'
import { goTo } from './e2e-scenes.ts'

/** What goes between two desks beside the central's events: pictures that are late, and a claim on a stick. */

/** The central loses every picture that it has; gives how many. Desks are asked for them from then on. */
export async function loseFiles({ services: { database, clock } }: TestCentral): Promise<number> {
  const rows = await database.db.selectFrom('blob').selectAll().execute()
  await database.transact(async (tx) => {
    for (const { office, sha } of rows) await loseBlob(tx, office, sha, new Date(clock.now()))
  })
  return rows.length
}

/** The claim is here and its photo is not: the screen says so, and shows it by itself once it came. */
export async function seeOnItsWay(kiosk: Kiosk, claimId: string, arrive: () => Promise<void>): Promise<void> {
  const { page, t } = kiosk
  // The crop, and not the small picture beside the name: that one says it too.
  const crop = page.getByRole('figure').first()
  const waits = crop.getByText(t('sync.on_its_way'))
  await goTo(kiosk, `/claims/${claimId}/intake/photo`)
  await waits.waitFor()
  await expectAccessible(page, 'a photo that is on its way')
  await arrive()
  await waits.waitFor({ state: 'hidden' })
  await crop.getByRole('img').waitFor()
}

/** How many pictures wait on the page of the central, and that photos can be put off and taken up again. */
export async function seeTravelling({ page, t, button, heading }: Kiosk, out: number): Promise<void> {
  await heading(t('sync.blobs')).waitFor()
  await page
    .getByText(new RegExp(`^${out} `))
    .first()
    .waitFor()
  await button(t('sync.photos_later')).click()
  await page.getByText(t('sync.blobs_later')).waitFor()
  await expectAccessible(page, 'photos put off until later')
  await button(t('sync.photos_now')).click()
  await page.getByText(t('sync.blobs_later')).waitFor({ state: 'hidden' })
}

/** Without a network: a claim of one desk goes to the other as a file. Both are on their page of the central. Gives its id. */
export async function carryByHand(from: Kiosk, to: Kiosk, code: string): Promise<string> {
  const claimId = await claimAtDesk(from.desk, 13)
  const { page, t } = from
  const { applicationNumber } = (await from.desk.claims.get({ claimId })).row
  await page.getByLabel(t('sync.carry_number')).fill(applicationNumber)
  await page.getByLabel(t('sync.carry_desk')).first().click()
  await page.getByRole('option', { name: new RegExp(`^${code}`) }).click()
  await expectAccessible(page, 'a claim to be carried')
  const download = page.waitForEvent('download')
  await from.button(t('sync.carry_make')).click()
  const file = await (await download).path()

  const chooser = to.page.waitForEvent('filechooser')
  await to.button(to.t('sync.carry_take')).click()
  await (await chooser).setFiles(file)
  await to.page
    .getByRole('status')
    .filter({ hasText: to.t('sync.carry_open') })
    .waitFor()
  await expectAccessible(to.page, 'a claim that was carried here')
  await to.page.getByRole('link', { name: to.t('sync.carry_open') }).click()
  await expect.poll(() => to.page.url()).toContain(claimId)
  const name = async ({ desk }: Kiosk) => (await desk.claims.get({ claimId })).person.familyName?.value
  expect(await name(to)).toBe(await name(from))
  await expect.poll(async () => (await to.desk.claims.get({ claimId })).photo?.print).toBeTruthy()
  return claimId
}
