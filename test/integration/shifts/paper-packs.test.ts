import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { eraseWholePerson } from '../../../src/main/claims/erase-person.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { loadFonts } from '../../../src/main/documents/load-fonts.ts'
import type { PaperTools } from '../../../src/main/documents/rendering.ts'
import { checkoutAssets } from '../../../src/main/hosts/pages.ts'
import {
  addPackPage,
  makePacks,
  packRows,
  packsOfClaim,
  pagePicture,
  takePack,
} from '../../../src/main/shifts/paper-packs.ts'
import { deskOf } from '../../../src/main/shifts/shifts.ts'
import { sql } from '../../../src/main/store/query.ts'
import { packNumber } from '../../../src/shared/domain/paper-pack.ts'
import type { Failure } from '../../../src/shared/errors.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { type Office, openOffice } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
interface World extends Office {
  readonly papers: PaperTools
}
const opened = (specimen = false): World => {
  const office = openOffice()
  open.push(office)
  return {
    ...office,
    papers: {
      ...office.tools,
      fonts: loadFonts(checkoutAssets),
      drawing: paperDrawing({ assetsDir: checkoutAssets }),
      specimen,
    },
  }
}
const abroad = packNumber('018f0000-0000-8000-8000-0000000000a1', 7)
const take = ({ papers, officer }: World, text: string) => takePack(papers, officer, { text, channel: 'port_of_entry' })
const picture = (red: number) =>
  sharp({ create: { width: 600, height: 800, channels: 3, background: { r: red, g: 250, b: 250 } } })
    .jpeg()
    .toBuffer()
const codeOf = (result: { ok: boolean; failure?: Failure }) => result.failure?.code

describe('packs printed ahead', () => {
  test('have two pages each and numbers that go on, in either language', async () => {
    const { papers, officer, store } = opened()
    const first = unwrap(await makePacks(papers, officer, { count: 2, language: 'fr' }))
    const second = unwrap(await makePacks(papers, officer, { count: 1, language: 'en' }))
    const { PDFDocument } = await import('pdf-lib')
    expect((await PDFDocument.load(first.pdf)).getPageCount()).toBe(4)
    expect((await PDFDocument.load(second.pdf)).getPageCount()).toBe(2)
    expect(packRows(store, deskOf(store)).map(({ number }) => number)).toEqual(
      [...first.numbers, ...second.numbers].reverse(),
    )
  })

  test('of the demo say SPECIMEN', async () => {
    const real = opened()
    const demo = opened(true)
    const pdfs = await Promise.all(
      [real, demo].map(async ({ papers, officer }) =>
        unwrap(await makePacks(papers, officer, { count: 1, language: 'en' })),
      ),
    )
    expect(pdfs[1]?.pdf.length).toBeGreaterThan(pdfs[0]?.pdf.length ?? 0)
  })
})

describe('a pack that was filled in', () => {
  test('opens one claim, and that one again ever after', async () => {
    const world = opened()
    const { papers, officer, store } = world
    const { numbers } = unwrap(await makePacks(papers, officer, { count: 1, language: 'en' }))
    const [number = ''] = numbers
    const taken = unwrap(take(world, number.toLowerCase()))
    expect(taken).toMatchObject({ opened: true, foreign: false })
    expect(unwrap(take(world, number))).toEqual({ ...taken, opened: false })
    expect(packRows(store, deskOf(store))).toMatchObject([{ number, claimId: taken.claimId }])
  })

  test('of another desk is taken too, and said so', () => {
    const world = opened()
    const { claimId, foreign } = unwrap(take(world, abroad))
    expect(foreign).toBe(true)
    expect(packsOfClaim(world.store, claimId)).toEqual([{ number: abroad, foreign: true, pages: [] }])
  })

  test('opens nothing when its number is mistyped', () => {
    const world = opened()
    expect(
      codeOf(
        take(
          world,
          abroad.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
        ),
      ),
    ).toBe('packs.not_a_number')
  })
})

describe('the pages of a pack', () => {
  test('are kept with their claim and shown to nobody else’s', async () => {
    const world = opened()
    const { papers, officer, store } = world
    const { claimId } = unwrap(take(world, abroad))
    unwrap(await addPackPage(papers, officer, { claimId, text: abroad, page: 1, bytes: await picture(1) }))
    const [pack] = packsOfClaim(store, claimId)
    const sha256 = pack?.pages[0]?.sha256 ?? ''
    expect(pack?.pages).toMatchObject([{ page: 1 }])
    expect(unwrap(await pagePicture(papers, claimId, sha256)).length).toBeGreaterThan(100)
    const other = unwrap(take(world, packNumber(deskOf(store), 1)))
    expect(codeOf(await pagePicture(papers, other.claimId, sha256))).toBe('desk.not_found')
    const again = await addPackPage(papers, officer, { claimId, text: abroad, page: 2, bytes: await picture(1) })
    expect(codeOf(again)).toBe('packs.page_there')
  })

  test('of another case are refused with the case that they belong to, and keep nothing', async () => {
    const world = opened()
    const { papers, officer, store } = world
    const mine = unwrap(take(world, abroad))
    const number = packNumber(deskOf(store), 1)
    const early = await addPackPage(papers, officer, { ...mine, text: number, page: 1, bytes: await picture(1) })
    expect(codeOf(early)).toBe('packs.not_of_this_claim')
    const other = unwrap(take(world, number))
    const refused = await addPackPage(papers, officer, { ...mine, text: number, page: 1, bytes: await picture(1) })
    expect(refused).toMatchObject({
      failure: {
        code: 'packs.other_claim',
        params: { application: unwrap(findClaim(store, other.claimId)).applicationNumber },
      },
    })
    expect(packsOfClaim(store, mine.claimId)[0]?.pages).toEqual([])
  })

  test('go with the person whose records are erased', async () => {
    const world = opened()
    const { papers, officer, store } = world
    const { claimId } = unwrap(take(world, abroad))
    unwrap(await addPackPage(papers, officer, { claimId, text: abroad, page: 1, bytes: await picture(9) }))
    const sha256 = packsOfClaim(store, claimId)[0]?.pages[0]?.sha256 ?? ''
    const { personId } = unwrap(findClaim(store, claimId))
    unwrap(store.transact({ actor: officer.id }, (tx) => eraseWholePerson(tx, personId, 'retention of the test')))
    expect(packsOfClaim(store, claimId)).toEqual([])
    expect(codeOf(await pagePicture(papers, claimId, sha256))).toBe('desk.not_found')
    const named = sql`SELECT count(*) AS n FROM blob_name WHERE hex(sha) = ${sha256.toUpperCase()}`
    expect(store.first(named)).toEqual({ n: 0 })
  })
})
