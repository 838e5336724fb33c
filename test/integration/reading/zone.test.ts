import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type SeenZone, seeZone } from '../../../src/main/reading/zone/see-zone.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { runCli } from '../../support/cli.ts'
import { type DrawnPage, passportPage } from '../../support/passports/page.ts'
import { passportSet } from '../../support/passports/set.ts'

/** Zones are read in pictures of pages whose letters are of another cut than those that the reader knows. */

vi.setConfig({ testTimeout: 120_000 })

const ocrb = () => new Uint8Array(readFileSync('assets/fonts/OCRB.otf'))
const read = async (page: DrawnPage): Promise<SeenZone> => unwrap(await seeZone(await passportPage(page), ocrb))
const one = (kind: 'TD1' | 'TD2' | 'TD3' = 'TD3', seed = 900, dpi = 300) =>
  passportSet(1, seed, dpi, kind)[0] as DrawnPage

/** Places where the reading is not what the page says. */
const wrongIn = ({ lines }: SeenZone, page: DrawnPage) =>
  page.lines.flatMap((line, at) =>
    [...line].flatMap((letter, column) => (lines[at]?.[column] === letter ? [] : [{ line: at, column }])),
  )

describe('pages', () => {
  test.each([300, 150])('at %i dots an inch are read, skewed to ten degrees; a wrong letter is marked', async (dpi) => {
    let exact = 0
    const pages = passportSet(8, dpi, dpi)
    for (const page of pages) {
      const seen = await read(page)
      const wrong = wrongIn(seen, page)
      if (wrong.length === 0) exact++
      else expect(seen.doubtful).toEqual(expect.arrayContaining(wrong))
    }
    expect(exact).toBeGreaterThanOrEqual(7)
  })

  test.each([88, 175, 266])('turned by %i degrees are read', async (turned) => {
    const page = { ...one(), turned }
    expect((await read(page)).lines).toEqual(page.lines)
  })

  test.each(['TD1', 'TD2'] as const)('of cards are read: %s', async (kind) => {
    const page = one(kind)
    const seen = await read(page)
    expect([seen.format, seen.lines]).toEqual([kind, page.lines])
  })

  test('small on the glass of a scanner are read, and each line is shown as it stands there', async () => {
    const page = { ...one(), onGlass: true }
    const seen = await read(page)
    expect(seen.lines).toEqual(page.lines)
    const sizes = await Promise.all(seen.strips.map(async (strip) => (await sharp(strip).metadata()).width))
    expect(sizes).toEqual([880, 880])
  })
})

describe('what is doubtful', () => {
  test('is a letter of the name that a stain hides', async () => {
    const page = { ...one(), turned: 0, noise: 3, blur: 0.03 }
    const picture = sharp(await passportPage(page))
    const { height = 0 } = await picture.metadata()
    const dots = page.dpi / 25.4
    // The seventh letter of the first line.
    const [left, top] = [6.62 + 6 * 2.54, 88 - 8.2 - 6.35 - 2.4].map((mm) => Math.round(mm * dots))
    const stain = {
      width: Math.round(2.4 * dots),
      height: Math.round(2.4 * dots),
      channels: 3,
      background: '#555',
    } as const
    const stained = await picture
      .composite([{ input: { create: stain }, left: left ?? 0, top: (top ?? 0) + (height - Math.round(88 * dots)) }])
      .jpeg()
      .toBuffer()
    const seen = unwrap(await seeZone(new Uint8Array(stained), ocrb))
    expect(seen.doubtful).toContainEqual({ line: 0, column: 6 })
  })

  test('is in the field whose check digit does not agree', async () => {
    const page = one()
    const [first = '', second = ''] = page.lines
    const digit = second[19] === '1' ? '2' : '1'
    const seen = await read({ ...page, lines: [first, second.slice(0, 19) + digit + second.slice(20)] })
    const inBirthDate = seen.doubtful.filter(({ line, column }) => line === 1 && column >= 13 && column <= 19)
    expect(inBirthDate.length).toBeGreaterThan(0)
  })
})

describe('a picture that cannot be read', () => {
  test('is said to be without a zone, damaged, or no picture', async () => {
    const blank = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#cde' } })
      .jpeg()
      .toBuffer()
    const files = [new Uint8Array(blank), new Uint8Array(blank).slice(0, 300), new TextEncoder().encode('no picture')]
    const codes = await Promise.all(
      files.map(async (file) => (await seeZone(file, ocrb)) as { failure?: { code: string } }),
    )
    expect(codes.map(({ failure }) => failure?.code)).toEqual([
      'mrz.no_zone',
      'mrz.picture_damaged',
      'mrz.picture_kind',
    ])
  })
})

test('the command line reads a page, and marks what to doubt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-zone-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const page = one()
  const file = join(folder, 'page.jpg')
  writeFileSync(file, await passportPage(page))
  const { status, json } = await runCli(['mrz', 'read', file, '--json'])
  expect([status, json.format, json.lines]).toEqual([0, 'TD3', page.lines])
  const { out } = await runCli(['mrz', 'read', file])
  expect(out.slice(0, 2)).toEqual(['TD3', page.lines[0]])
})
