import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { fontFiles } from '../../src/main/documents/font-files.ts'
import type { DocumentFonts } from '../../src/main/documents/fonts.ts'
import { writePdf } from '../../src/main/documents/pdf/engine.ts'
import type { DisplayList, FontFace } from '../../src/shared/documents/display-list.ts'
import { node, text } from '../../src/shared/documents/layout/parts.ts'
import { type GreyPage, missingInk, rasterise, trimmed } from './ink.ts'

/** The same names on paper and in a browser: one line each, in the same face and size. */

/** No hinting and no coloured edges: neither is on paper. */
export const inkArguments = ['--font-render-hinting=none', '--disable-lcd-text'] as const

const dpi = 300
const size = 20
/** Points a line: Tibetan stacks are high and deep. */
const pitch = 60
/** Two dots of a 300 dpi printer, and what two ways of softening an edge may differ by. */
const tolerance = { reach: 2, share: 0.004, width: 3 }
export const linesOnAPage = 9

const page: Pick<DisplayList, 'width' | 'height'> = { width: 360, height: linesOnAPage * pitch }
const band = (line: number) => ({ x: 0, y: page.height - (line + 1) * pitch, width: page.width, height: pitch })

/** A page with a name on each line. */
export function pageOf(names: readonly string[], face: FontFace): DisplayList {
  const lines = names.map((name, line) => node('P', [text(20, band(line).y + pitch * 0.45, size, face, name)]))
  return { ...page, title: 'Names', lang: 'und', places: {}, root: node('Document', lines) }
}

/** Each name as our PDF shows it. */
export async function onPaper(names: readonly string[], face: FontFace, fonts: DocumentFonts): Promise<GreyPage[]> {
  const picture = await rasterise(writePdf(pageOf(names, face), undefined, fonts, { issuedAt: 0 }), dpi)
  return names.map((_, line) => trimmed(picture, band(line), dpi))
}

/** Each name as Chromium shows it. */
export async function inBrowser(names: readonly string[], face: FontFace, view: Page): Promise<GreyPage[]> {
  const pixels = (points: number) => (points * dpi) / 72
  const { file, off } = fontFiles[face]
  const font = `data:font/ttf;base64,${readFileSync(`assets/fonts/${file}`).toString('base64')}`
  const lines = names.map((name) => `<p>${name}</p>`).join('')
  await view.setViewportSize({ width: pixels(page.width), height: pixels(page.height) })
  await view.setContent(`<!doctype html><html lang="und"><meta charset="utf-8"><style>
      @font-face { font-family: Face; src: url(${font}) }
      * { margin: 0; background: white; color: black }
      p { font: ${pixels(size)}px/${pixels(pitch)}px Face; height: ${pixels(pitch)}px; padding-left: 40px; white-space: pre;
        text-rendering: geometricPrecision; font-feature-settings: ${off.map((tag) => `"${tag}" 0`).join(', ') || 'normal'} }
      </style>${lines}`)
  await view.evaluate(() => document.fonts.load('20px Face').then(() => document.fonts.ready))
  const { data, info } = await sharp(await view.screenshot())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const picture = { width: info.width, height: info.height, pixels: new Uint8Array(data) }
  return names.map((_, line) => trimmed(picture, band(line), dpi))
}

/** Names whose ink is not the same in both. */
export function differing(names: readonly string[], ours: readonly GreyPage[], theirs: readonly GreyPage[]): string[] {
  return names.flatMap((name, at) => {
    const [one, other] = [ours[at], theirs[at]]
    if (!one || !other) return [name]
    const missing = Math.max(missingInk(one, other, tolerance.reach), missingInk(other, one, tolerance.reach))
    const wider = Math.max(Math.abs(one.width - other.width), Math.abs(one.height - other.height))
    return missing > tolerance.share || wider > tolerance.width ? [`${name} (${missing}, ${wider})`] : []
  })
}
