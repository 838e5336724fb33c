import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, expect, test, vi } from 'vitest'
import { portraitJpeg as drawnFor } from '../../../src/main/demo/portraits.ts'
import { startPhotoEngine } from '../../../src/main/photos/engine.ts'
import { loadModels } from '../../../src/main/photos/measure/models.ts'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { difference } from '../../../src/shared/photos/likeness.ts'
import type { Measures } from '../../../src/shared/photos/measures.ts'
import type { MetricId } from '../../../src/shared/photos/metrics.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { jpegOf } from '../../support/photo-degrade/canvas.ts'
import { clearGlasses, filterGlasses } from '../../support/photo-degrade/eyes.ts'
import { halfLit } from '../../support/photo-degrade/light.ts'
import { subjectOf } from '../../support/photo-degrade/subject.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { sharedData } from '../../support/shared-data.ts'

const engine = startPhotoEngine({ assetsDir: join(import.meta.dirname, '../../../assets'), timers: nodeTimers })
afterAll(() => engine.close())
// Each test measures several pictures; on a busy machine one takes seconds.
vi.setConfig({ testTimeout: 90_000 })

const measured = async (bytes: Uint8Array): Promise<Measures> => unwrap(await engine.measure(bytes)).measures
const seeds = [11, 12] as const
const drawn = (seed: number) => portraitJpeg(seed, {}, 720)
const jpeg = (picture: Sharp) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()

/** The plain portraits are measured once. */
const plainly = seeds.map(async (seed) => measured(await drawn(seed)))

/** The metric of the plain portrait and of the spoilt one, for each seed. */
const compared = (metric: MetricId, spoil: (plain: Uint8Array) => Promise<Uint8Array>) =>
  Promise.all(
    seeds.map(async (seed, at) => {
      const after = await measured(await spoil(await drawn(seed)))
      return { before: (await plainly[at])!.values[metric]!, after: after.values[metric]! }
    }),
  )

test('a third of the light lowers exposure, and twice the light burns the face', async () => {
  const dark = (plain: Uint8Array) => jpeg(sharp(plain).linear(0.55, 0))
  const burnt = (plain: Uint8Array) => jpeg(sharp(plain).linear(2.2, 0))
  for (const { before, after } of await compared('exposure', dark)) expect(after).toBeLessThan(before * 0.75)
  for (const { before, after } of await compared('saturated', burnt)) expect(after).toBeGreaterThan(before + 0.05)
})

test('light from one side and a dark corner of the wall are measured', async () => {
  const half = (left: string, right: string) =>
    Buffer.from(
      `<svg width="720" height="926"><defs><linearGradient id="g"><stop offset=".45" stop-color="${left}"/><stop offset=".55" stop-color="${right}"/></linearGradient></defs><rect width="720" height="926" fill="url(#g)"/></svg>`,
    )
  const shade = (plain: Uint8Array) =>
    jpeg(sharp(plain).composite([{ input: half('#fff', '#888'), blend: 'multiply' }]))
  for (const { before, after } of await compared('evenness', shade)) expect(after).toBeLessThan(before * 0.6)
  for (const { before, after } of await compared('background_deviation', shade))
    expect(after).toBeGreaterThan(before + 8)
  const corner = Buffer.from('<svg width="720" height="926"><rect width="170" height="420" fill="#777"/></svg>')
  const dark = (plain: Uint8Array) => jpeg(sharp(plain).composite([{ input: corner, blend: 'multiply' }]))
  for (const { before, after } of await compared('background_shadow', dark)) expect(after).toBeGreaterThan(before + 15)
})

test('out of focus, moved, enlarged and compressed pictures differ', async () => {
  const soft = (plain: Uint8Array) => jpeg(sharp(plain).blur(2.5))
  for (const { before, after } of await compared('blur', soft)) expect(after).toBeGreaterThan(before + 0.1)
  const kernel = { width: 15, height: 3, kernel: [...Array(15).fill(0), ...Array(15).fill(1), ...Array(15).fill(0)] }
  const moved = (plain: Uint8Array) => jpeg(sharp(plain).convolve(kernel))
  for (const { before, after } of await compared('motion', moved)) expect(after).toBeGreaterThan(before * 1.2)
  const hard = (plain: Uint8Array) => sharp(plain).jpeg({ quality: 8 }).toBuffer()
  for (const { before, after } of await compared('blocks', hard)) expect(after).toBeGreaterThan(before * 1.5)
  for (const { after } of await compared('jpeg_quality', hard)) expect(after).toBeLessThan(12)
})

test('long grey hair on a grey wall is no unevenness of the wall', async () => {
  const card = await drawnFor(1001, { tone: 1, age: 78, covering: 'none', sex: 'F' }, 715, 'card')
  const { values } = await measured(card)
  expect(values.background_deviation).toBeLessThan(2)
  expect(values.background_shadow).toBeLessThan(3)
})

test('a tilt of the head is measured within two degrees', async () => {
  for (const degrees of [-12, 8]) {
    const tilted = (plain: Uint8Array) => jpeg(sharp(plain).rotate(degrees, { background: '#f4f4f4' }))
    for (const { before, after } of await compared('roll', tilted)) {
      expect(Math.abs(after - before - degrees)).toBeLessThan(2)
    }
  }
})

test('the edges of a paper photo and the raster of a print are seen', async () => {
  const paper = async (plain: Uint8Array) => {
    const print = await sharp(plain)
      .resize(420)
      .extend({ top: 16, bottom: 16, left: 16, right: 16, background: '#fff' })
      .png()
      .toBuffer()
    const table = sharp({ create: { width: 800, height: 1000, channels: 3, background: '#5c4632' } })
    return jpeg(table.composite([{ input: print, gravity: 'centre' }]))
  }
  for (const { before, after } of await compared('paper_edge', paper)) {
    expect(after).toBeGreaterThan(0.5)
    expect(before).toBeLessThan(0.5)
  }
  const printed = async (plain: Uint8Array) => {
    const { data, info } = await sharp(plain).raw().toBuffer({ resolveWithObject: true })
    for (let y = 0, at = 0; y < info.height; y++) {
      for (let x = 0; x < info.width; x++) {
        const dot = 1 + 0.16 * (Math.sin(1.44 * x + 0.39 * y) + Math.sin(1.44 * y - 0.39 * x))
        for (let k = 0; k < 3; k++, at++) data[at] = Math.min(255, data[at]! * dot)
      }
    }
    return jpeg(sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }))
  }
  for (const { before, after } of await compared('raster', printed)) {
    expect(after).toBeGreaterThan(1.7)
    expect(before).toBeLessThan(1.45)
  }
})

test('the same face is known again when saved smaller or darker, and another face is not', async () => {
  const [one, other] = await Promise.all(plainly)
  const again = await measured(
    await jpeg(
      sharp(await drawn(seeds[0]))
        .resize(500)
        .linear(0.8, 0),
    ),
  )
  expect(difference(one!.fingerprints!, again.fingerprints!)).toBeLessThanOrEqual(6)
  expect(difference(one!.fingerprints!, other!.fingerprints!)).toBeGreaterThan(8)
})

test('each component of ISO/IEC 29794-5 that can be measured stands beside its check', async () => {
  const { iso } = (await plainly[0])!
  expect(iso.length).toBeGreaterThan(15)
  expect(iso.find(({ component }) => component === 'HeadPoseRoll')?.quality).toBeGreaterThan(90)
})

test('a grey, a palette and a see-through picture are measured as what a person sees', async () => {
  const plain = await drawn(seeds[0])
  const grey = await measured(await sharp(plain).greyscale().png().toBuffer())
  expect(grey.decoded.greyscale).toBe(true)
  expect(grey.values.face_chroma).toBeLessThan(2)
  const hole = Buffer.from('<svg width="720" height="926"><rect width="200" height="300"/></svg>')
  const cut = await measured(
    await sharp(plain)
      .ensureAlpha()
      .composite([{ input: hole, blend: 'dest-out' }])
      .png()
      .toBuffer(),
  )
  expect(cut.decoded).toMatchObject({ transparent: true, greyscale: false })
  const palette = await measured(await sharp(plain).png({ palette: true }).toBuffer())
  expect(palette.faces).toBe(1)
  expect(palette.notes.jpeg_quality).toBe('not_jpeg')
})

const faces = sharedData('faces')

test.skipIf(!existsSync(faces))(
  'in real portraits one upright human face is found (needs shared/data/faces)',
  async () => {
    const files = readdirSync(faces).filter((file) => /passport\.jpg$|portrait_obama/.test(file))
    for (const file of files.filter((_, at) => at % 4 === 0)) {
      const found = await measured(readFileSync(join(faces, file)))
      expect([file, found.faces, found.turn]).toEqual([file, 1, 0])
      expect(found.values.face_flag).toBeGreaterThan(19)
      expect(found.values.enlarged).toBeLessThan(2.3)
      expect(found.values.motion).toBeLessThan(1.45)
    }
  },
)

test('a small copy that was enlarged again is told by its spectrum', async () => {
  const enlarged = async (plain: Uint8Array) => jpeg(sharp(await sharp(plain).resize(150).png().toBuffer()).resize(720))
  for (const { before, after } of await compared('enlarged', enlarged))
    expect(after).toBeGreaterThan(Math.max(3, before))
})

test('tinted lenses are told by the light that they take, the same of every skin; clear ones and shade are none', async () => {
  const models = await loadModels(join(import.meta.dirname, '../../../assets'))
  for (const tone of [0, 4, 9]) {
    const plain = await portraitJpeg(60 + tone, { tone, age: 33, covering: 'none', glasses: 'none' }, 720)
    const subject = await subjectOf(models, `tone ${tone}`, plain)
    if (!subject) throw new Error(`no face of tone ${tone}`)
    const lensLight = async (made: Raster) => (await measured(await jpegOf(made))).values.lens_light!
    const bare = await lensLight(subject.canvas)
    expect(bare).toBeGreaterThan(0.65)
    expect(await lensLight(await clearGlasses(subject))).toBeGreaterThan(0.65)
    expect(await lensLight(halfLit(subject, subject.draw('half'), 0.45))).toBeGreaterThan(0.65)
    for (const through of [0.5, 0.3]) {
      const share = (await lensLight(await filterGlasses(subject, through))) / bare
      expect(Math.abs(share - through)).toBeLessThan(0.1)
    }
  }
})
