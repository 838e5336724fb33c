/**
 * Trains the two probes of `assets/models/probes.json`: the same material and seed give the same file. The faces
 * themselves never enter the repository, only 2 x 865 numbers that were fitted to them.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Draw, drawOf } from '../../../src/main/demo/draw.ts'
import { findFace } from '../../../src/main/photos/measure/face.ts'
import { loadModels, type Models } from '../../../src/main/photos/measure/models.ts'
import { activation } from '../../../src/main/photos/measure/probes.ts'
import { pictureOf, type Raster } from '../../../src/main/photos/measure/raster.ts'
import { canvasOf, codeOf, drawnOver, jpegOf, lightOf, sharpOf } from '../../support/photo-degrade/canvas.ts'
import { barred, clearGlasses, ovalGlasses } from '../../support/photo-degrade/eyes.ts'
import { hand, masked, open } from '../../support/photo-degrade/mouth.ts'
import { type Subject, subjectOf } from '../../support/photo-degrade/subject.ts'
import { drawnPeople, type Material, realPeople } from '../photo/material.ts'
import { type Rate, rateOf } from '../photo/rate.ts'
import { fitted, type Linear, oddsOf, type Sample } from './logistic.ts'
import type { Occlusion } from './occlusions/common.ts'
import { eyeOcclusions } from './occlusions/eyes.ts'
import { harmless } from './occlusions/harmless.ts'
import { mouthOcclusions } from './occlusions/mouth.ts'

export interface Training {
  readonly version: string
  readonly pictures: { readonly learnt: number; readonly heldOut: number }
  /** Of the held-out people, at log-odds of 0: found of the covered, wrongly found of the free. */
  /** Of the held-out people, by what was drawn over them: above the limit of a return, above that of a review. */
  readonly heldOut: Readonly<Record<Part, Readonly<Record<string, { returned: Rate; noticed: Rate }>>>>
}

const seed = 20261126
const layer = 'StatefulPartitionedCall/model_1/p_re_lu_20/Relu'
const decay = 0.02
/** A real face teaches more than a drawn one. */
const realWeight = 4
const assets = 'assets'
const version = '2026-11-26.1'

type Part = 'mouth' | 'eyes'
export interface Seen extends Omit<Sample, 'covered'> {
  readonly state: 'free' | Part
  /** What was drawn over the face. */
  readonly what: string
  readonly real: boolean
  readonly heldOut: boolean
}

/** Trains on all people but every fourth, writes the file, and says how it does on those who were left out. */
export async function train(say: (line: string) => void): Promise<Training> {
  const seen = await gather(say)
  const learnt = seen.filter(({ heldOut }) => !heldOut)
  const probes = { mouth: fitted(samplesOf(learnt, 'mouth'), decay), eyes: fitted(samplesOf(learnt, 'eyes'), decay) }
  write({
    version,
    provenance:
      'Linear probes (logistic regression, L2) on the layer below, trained by "npm run -s bench -- photo-train" on made-up people under CC0 (faker-js/assets-person-portrait), three public portraits and drawn people, with drawn occlusions; every fourth person held out. See docs/photo-quality.md.',
    layer,
    probes: { mouth: shortened(probes.mouth), eyes: shortened(probes.eyes) },
  })
  const heldOut = seen.filter((one) => one.heldOut)
  return { version, pictures: { learnt: learnt.length, heldOut: heldOut.length }, heldOut: ratesOf(heldOut, probes) }
}

/** Everything that the network sees of all people, those who are held out with the masks of the tests as well. */
export async function gather(say: (line: string) => void): Promise<Seen[]> {
  const models = await loadModels(assets)
  const people = [...realPeople(), ...(await drawnPeople(32, 5000))]
  const seen: Seen[] = []
  for (const [at, person] of people.entries()) {
    seen.push(...(await seenOf(models, person, at % 4 === 3)))
    say(`${at + 1} of ${people.length} people, ${seen.length} pictures`)
  }
  return seen
}

const samplesOf = (seen: readonly Seen[], part: Part): Sample[] =>
  seen.map(({ input, weight, state }) => ({ input, weight, covered: state === part }))

/** What the network makes of one person: as they are, with things that are allowed, and covered; each in several lights. */
async function seenOf(models: Models, { name, kind, bytes }: Material, heldOut: boolean): Promise<Seen[]> {
  const small = await sharp(bytes).resize({ height: 500, withoutEnlargement: true }).png().toBuffer()
  const subject = await subjectOf(models, name, small, seed)
  if (!subject) return []
  const real = kind !== 'drawn'
  const repeats = real ? 2 : 1
  const seen: Seen[] = []
  const look = async (canvas: Raster, state: Seen['state'], what: string, draw: Draw) => {
    const picture = pictureOf(await weathered(canvas, draw))
    const { face } = findFace(models, picture)
    if (face && face.mesh.flag >= 5) {
      const input = activation(models, face.mesh.square)
      seen.push({ input, state, what, real, heldOut, weight: real ? realWeight : 1 })
    }
  }
  for (let round = 0; round < repeats; round++) {
    const draw = drawOf(seed, round, subject.draw('train').between(0, 1e9))
    const drawn = (occlusion: Occlusion) => drawnOver(subject.canvas, occlusion(subject, draw), 0.3 + draw.next() * 1.2)
    for (let at = 0; at < 4; at++) await look(subject.canvas, 'free', 'nothing', draw)
    await look(open(subject, 0.1 + draw.next() * 0.25), 'free', 'open mouth', draw)
    for (const [state, occlusions] of Object.entries({ free: harmless, mouth: mouthOcclusions, eyes: eyeOcclusions })) {
      for (const occlusion of occlusions) {
        await look(await drawn(occlusion), state as Seen['state'], occlusion.name, draw)
      }
    }
    if (heldOut) {
      for (const [state, tests] of Object.entries(testDesigns)) {
        for (const [what, make] of Object.entries(tests)) {
          await look(await make(subject), state as Seen['state'], `test: ${what}`, draw)
        }
      }
    }
  }
  return seen
}

/** What the benchmark draws; never trained on. */
const testDesigns: Readonly<Record<Seen['state'], Readonly<Record<string, (subject: Subject) => Promise<Raster>>>>> = {
  free: { 'clear glasses': clearGlasses },
  mouth: {
    'blue mask': (subject) => masked(subject, '#a9cfe6', '#8ab6d0'),
    'black mask': (subject) => masked(subject, '#1b1b1e', '#2c2c30'),
    'white mask': (subject) => masked(subject, '#eeeeea', '#d2d2ce'),
    hand,
  },
  eyes: { bar: barred, sunglasses: (subject) => ovalGlasses(subject, '#15151a', 0.97) },
}

/** Another light, focus, compression, posture: what cameras and people do to a picture anyway. */
async function weathered(canvas: Raster, draw: Draw): Promise<Raster> {
  let picture = sharpOf(canvas)
  if (draw.chance(0.5)) picture = picture.flop()
  if (draw.chance(0.4)) picture = picture.rotate(draw.between(-12, 12), { background: '#dcdcdc' })
  // The blur comes after the turn within one chain of the library.
  if (draw.chance(0.3)) picture = picture.blur(0.5 + draw.next() * 1.8)
  const turned = await canvasOf(picture)
  const gain = draw.chance(0.6) ? 0.3 + draw.next() * 1.3 : 1
  const codes = Uint8Array.from({ length: 256 }, (_, code) => Math.round(codeOf(lightOf(code) * gain)))
  const lit = { ...turned, rgb: turned.rgb.map((code) => codes[code] ?? 0) }
  if (!draw.chance(0.4)) return lit
  return canvasOf(sharp(await jpegOf(lit, draw.between(15, 80))))
}

/** The limits of the policy, log-odds. */
const limits = { mouth: { returned: 2.5, noticed: 1 }, eyes: { returned: 2.2, noticed: 1 } } as const

function ratesOf(seen: readonly Seen[], probes: Readonly<Record<Part, Linear>>): Training['heldOut'] {
  const names = [...new Set(seen.map(({ what }) => what))].toSorted()
  const of = (part: Part) =>
    Object.fromEntries(
      names.map((what) => {
        const some = seen.filter((one) => one.what === what).map(({ input }) => oddsOf(probes[part], input))
        const above = (limit: number) => rateOf(some, (odds) => odds > limit)
        return [what, { returned: above(limits[part].returned), noticed: above(limits[part].noticed) }]
      }),
    )
  return { mouth: of('mouth'), eyes: of('eyes') }
}

const digits = (values: readonly number[]) => values.map((value) => Number(value.toPrecision(5)))
const shortened = ({ mean, scale, weights, bias }: Linear): Linear => ({
  mean: digits(mean),
  scale: digits(scale),
  weights: digits(weights),
  bias: Number(bias.toPrecision(5)),
})

/** The file and its line among the sums: a report names the probes that it was made with. */
function write(content: unknown): void {
  const folder = join(assets, 'models')
  const text = `${JSON.stringify(content)}\n`
  writeFileSync(join(folder, 'probes.json'), text)
  const sum = createHash('sha256').update(text).digest('hex')
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
  writeFileSync(join(folder, 'SHA256SUMS'), sums.replace(/^\S+(\s+probes\.json)$/m, `${sum}$1`))
}
