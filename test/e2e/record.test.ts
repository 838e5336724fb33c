import { PDFDocument } from 'pdf-lib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listOf } from '../../src/shared/record/lists.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { claimAtDesk, saved } from '../support/e2e-claims.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { portraitJpeg } from '../support/portraits.ts'
import { borderDesk } from '../support/set-up.ts'

/** The forms of a claim typed from paper with the keyboard alone, and what is found in them. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const hand = { delay: 60 }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  let kiosk: Kiosk
  let claimId: string
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { language })
    await borderDesk(kiosk)
    claimId = await claimAtDesk(kiosk.desk)
  }, 60_000)
  afterAll(() => kiosk?.close())

  const record = () => kiosk.desk.record.get({ claimId })
  const rows = async (list: string) =>
    Object.entries((await record()).registers).flatMap(([name, { value }]) =>
      name.startsWith(`row.${list}.`) && value ? [value] : [],
    )

  test('a paper form is typed with Enter from field to field and Ctrl+Enter for the next row; gaps show while it is typed', async () => {
    const { page, t } = kiosk
    await goTo(kiosk, `/claims/${claimId}/forms?form=imm5669&item=addresses`)
    const addresses = page.getByRole('region', { name: listOf('addresses').title[language] })
    await addresses.waitFor()
    await expect.poll(() => addresses.evaluate((it) => it.contains(document.activeElement))).toBe(true)
    const { keyboard } = page
    const row = async (from: string, to: string, city: string, country?: string) => {
      await keyboard.press('Control+Enter', hand)
      await keyboard.type(from, hand)
      await keyboard.press('Enter', hand)
      await keyboard.type(to, hand)
      await keyboard.press('Enter', hand)
      await keyboard.press('Enter', hand)
      await keyboard.type(city, hand)
      await keyboard.press('Enter', hand)
      await keyboard.press('Enter', hand)
      if (!country) return
      await keyboard.type(country, hand)
      await keyboard.press('ArrowDown', hand)
      await keyboard.press('Enter', hand)
    }
    await row('2010', '2020-05', 'Homs', 'SYR')
    // The country is carried on from the row before.
    await row('2020-08', '', 'Hama')
    await saved(kiosk)
    await expect
      .poll(() => rows('addresses'))
      .toEqual([
        { from: '2010', to: '2020-05', city: 'Homs', country: 'SYR' },
        { from: '2020-08', city: 'Hama', country: 'SYR' },
      ])
    await addresses.getByText(t('record.gaps', { what: '2020-06 – 2020-07' })).waitFor()
    expectQuiet(kiosk)
  })

  test('what is missing stops the review, is said with what to ask, and one click goes where it is mended', async () => {
    const { page, t, desk } = kiosk
    await desk.record.receive({ claimId, on: '2026-11-20', by: 'paper' })
    const risk = { what: 'Prison for a leaflet', country: 'SYR' }
    const event = { on: '1980-05', kind: 'threat', what: 'A letter', country: 'SYR' }
    await desk.record.set({
      claimId,
      fields: {
        'row.risks.0198c0de-0000-7000-8000-0000000000a1': risk,
        'row.events.0198c0de-0000-7000-8000-0000000000a2': event,
      },
      source: 'typed',
      bases: [],
    })
    await goTo(kiosk, `/claims/${claimId}/completeness`)
    await page.getByText(t('record.support_nothing')).first().waitFor()
    const gap = page.getByRole('listitem').filter({ hasText: '2020-06' }).last()
    await gap.getByRole('button', { name: t('record.dismiss') }).click()
    await page.getByLabel(t('common.reason')).fill('asked, in transit')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('record.dismiss') })
      .click()
    await page.getByText(t('record.dismissed', { reason: 'asked, in transit' })).waitFor()
    const before = page.getByRole('listitem').filter({ hasText: '1980-05' }).last()
    await before
      .getByRole('link', { name: t('record.go'), exact: true })
      .first()
      .click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row')))
      .toBe('0198c0de-0000-7000-8000-0000000000a2')
    expectQuiet(kiosk)
  })

  test('evidence is added, looked at page by page, and linked to the threat that it supports', async () => {
    const { page, t } = kiosk
    await goTo(kiosk, `/claims/${claimId}/evidence`)
    await page.getByText(t('record.evidence_none')).waitFor()
    await page.locator('input[type=file]').setInputFiles({
      name: 'report.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await portraitJpeg(9)),
    })
    await page.getByRole('group', { name: t('record.piece', { n: 1 }) }).waitFor()
    const kind = page.getByLabel(t('record.kind'), { exact: true }).first()
    await kind.click()
    await page.getByRole('option').nth(5).click()
    await expect.poll(async () => (await record()).evidence[0]?.account.kind).toBe('police')
    await page.getByRole('button', { name: t('record.open_piece', { what: t('record.piece', { n: 1 }) }) }).click()
    await page
      .getByRole('dialog')
      .getByRole('img', { name: t('record.page_of', { page: 1, pages: 1 }) })
      .waitFor()
    await page.keyboard.press('Escape', hand)
    await expect.poll(async () => (await record()).review.paused?.missing.length ?? 0).toBe(0)
    expectQuiet(kiosk)
  })

  test('evidence is read larger and turned, page by page and piece by piece, and described while it is read', async () => {
    const { page, t, desk } = kiosk
    const own = (await desk.claims.open({ channel: 'port_of_entry' })).row.claimId
    const add = (file: File) => desk.record.addEvidence({ claimId: own, source: 'file', file })
    await add(new File([Buffer.from(await portraitJpeg(9))], 'report.jpg'))
    await add(new File([Buffer.from(await twoPages())], 'decision.pdf'))
    await goTo(kiosk, `/claims/${own}/evidence`)
    await page.getByRole('button', { name: t('record.open_piece', { what: t('record.piece', { n: 1 }) }) }).click()
    const reader = page.getByRole('dialog')
    const sheet = reader.locator('img')
    const box = async () => (await sheet.boundingBox()) ?? { width: 0, height: 0 }
    const stage = reader.getByRole('region', { name: t('record.page_region') })
    await expect.poll(async () => (await box()).height).toBeGreaterThan(100)
    await expect.poll(async () => (await box()).height).toBeLessThanOrEqual((await stage.boundingBox())?.height ?? 0)
    const whole = (await box()).width
    await page.keyboard.press('0', hand)
    await expect.poll(async () => (await box()).width).toBeGreaterThan(whole * 1.2)
    await page.keyboard.press('+', hand)
    await expect.poll(async () => (await box()).width).toBeGreaterThan(whole * 1.8)
    await page.keyboard.press('0', hand)
    await page.keyboard.press('r', hand)
    await expect.poll(async () => (await box()).width / (await box()).height).toBeGreaterThan(1)
    await expectAccessible(page, 'evidence reader')
    await page.keyboard.press('j', hand)
    await reader.getByRole('img', { name: t('record.page_of', { page: 1, pages: 2 }) }).waitFor()
    await page.keyboard.press('ArrowRight', hand)
    await reader.getByRole('img', { name: t('record.page_of', { page: 2, pages: 2 }) }).waitFor()
    await reader.getByLabel(t('record.legibility'), { exact: true }).click()
    await page.getByRole('option').first().click()
    await expect
      .poll(async () => (await desk.record.get({ claimId: own })).evidence.map(({ account }) => account.legibility))
      .toEqual([undefined, 'clear'])
    await page.keyboard.press('Escape', hand)
    await reader.waitFor({ state: 'hidden' })
    expectQuiet(kiosk)
  }, 60_000)
})

/** A paper of two pages, as somebody might hand it in. */
async function twoPages(): Promise<Uint8Array> {
  const paper = await PDFDocument.create()
  for (const words of ['First page', 'Second page']) paper.addPage([595, 842]).drawText(words, { x: 60, y: 760 })
  return paper.save()
}
