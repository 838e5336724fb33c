/** Every fault that a photo may have, made from a good one: seeded, so that two runs judge the same pictures. */
import sharp from 'sharp'
import type { Draw } from '../../../src/main/demo/draw.ts'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import type { CheckId } from '../../../src/shared/photos/checks.ts'
import { before, beforeColour, beforeGarden, beforeRoom, withShadow } from './background.ts'
import { jpegOf, sharpOf } from './canvas.ts'
import { cast, grey, sepia } from './colour.ts'
import { barred, clearGlasses, closedLids, filterGlasses, hairOverEye, madeUp, ovalGlasses } from './eyes.ts'
import { chinCut, crownCut, larger, rolled, shifted, smaller, turnedBy } from './framing.ts'
import { brimShade, glareSpot, halfLit, hardShade, lensGlare, lightBand, litBy } from './light.ts'
import { hand, masked, open } from './mouth.ts'
import { dog, nobody, withSecond } from './people.ts'
import { recaptured } from './recapture.ts'
import { blurred, compressedTwice, enlarged, moved } from './sharpness.ts'
import type { Subject } from './subject.ts'

export interface Degradation {
  /** The checks of which any may find it; none: it is allowed, and every alarm is a false one. */
  readonly checks: readonly CheckId[]
  /** One of the faults that must be found in 95 of 100 photos (issue 4). */
  readonly gross: boolean
  /** Made from the subject, and from another person where two are needed. */
  readonly make: (subject: Subject, draw: Draw, other: Subject) => Promise<Uint8Array>
}

type Paint = (subject: Subject, draw: Draw, other: Subject) => Raster | Promise<Raster>

/** A fault that is painted and saved as a good JPEG. */
const painted = (checks: readonly CheckId[], paint: Paint, gross = false): Degradation => ({
  checks,
  gross,
  make: async (subject, draw, other) => jpegOf(await paint(subject, draw, other)),
})
const gross = (checks: readonly CheckId[], paint: Paint): Degradation => painted(checks, paint, true)
const saved = (checks: readonly CheckId[], make: Degradation['make']): Degradation => ({ checks, gross: false, make })

const blurs = ['blur', 'upscaled', 'motion'] as const
const shades = ['shade_edge', 'uneven_light'] as const
const walls = ['background_uneven', 'background_shadow'] as const
const hiddenEyes = ['eyes_covered', 'tinted_glasses'] as const
const colours = ['colour_cast', 'greyscale'] as const

/** By name; see the issue and facts: photo, section 3. */
export const degradations = {
  'light x0.5': painted(['too_dark'], (s, d) => litBy(s, d, 0.5, 0.001)),
  'light x0.3': gross(['too_dark'], (s, d) => litBy(s, d, 0.3, 0.0015)),
  'light x0.15': painted(['too_dark'], (s, d) => litBy(s, d, 0.15, 0.002)),
  'over x1.5': painted(['over_exposed'], (s, d) => litBy(s, d, 1.5)),
  'over x2.2': painted(['over_exposed'], (s, d) => litBy(s, d, 2.2)),
  'over x3': painted(['over_exposed'], (s, d) => litBy(s, d, 3)),
  haze: painted(['low_contrast'], (s, d) => litBy(s, d, 0.3, 0.001, 0.28)),
  'glare 0.1': painted(['glare'], (s, d) => glareSpot(s, d, 0.1, 0.9)),
  'glare 0.2': gross(['glare'], (s, d) => glareSpot(s, d, 0.2, 0.97)),
  'glare 0.38': painted(['glare'], (s, d) => glareSpot(s, d, 0.38, 1)),
  'glare on lenses': painted(['glare', 'eyes_covered'], (s) => lensGlare(s)),
  'band of light': painted(['glare', 'over_exposed', 'uneven_light'], lightBand),
  'half face x0.7': painted(['uneven_light'], (s, d) => halfLit(s, d, 0.7)),
  'half face x0.45': painted(['uneven_light'], (s, d) => halfLit(s, d, 0.45)),
  'half face x0.25': painted(['uneven_light'], (s, d) => halfLit(s, d, 0.25)),
  'hard shade x0.65': painted(shades, (s, d) => hardShade(s, d, 0.65)),
  'hard shade x0.4': painted(shades, (s, d) => hardShade(s, d, 0.4)),
  'hard shade x0.2': painted(shades, (s, d) => hardShade(s, d, 0.2)),
  'shade of a brim x0.4': painted(shades, (s, d) => brimShade(s, d, 0.4)),
  'blur 1.2': painted(blurs, (s) => blurred(s, 1.2)),
  'blur 2': gross(blurs, (s) => blurred(s, 2)),
  'blur 3': painted(blurs, (s) => blurred(s, 3)),
  'blur 5': painted(blurs, (s) => blurred(s, 5)),
  'motion 13': painted(blurs, (s) => moved(s, 13)),
  'enlarged from 150': painted(blurs, (s) => enlarged(s, 150)),
  'enlarged from 300': painted(blurs, (s) => enlarged(s, 300)),
  'small 250': saved(
    ['pixels'],
    async ({ canvas }) =>
      new Uint8Array(await sharpOf(canvas).resize(250, 350, { fit: 'fill' }).jpeg({ quality: 90 }).toBuffer()),
  ),
  'jpeg 40': saved(['compression'], ({ canvas }) => jpegOf(canvas, 40)),
  'jpeg 20': saved(['compression'], ({ canvas }) => jpegOf(canvas, 20)),
  'jpeg 10': saved(['compression'], ({ canvas }) => jpegOf(canvas, 10)),
  'jpeg 5': saved(['compression'], ({ canvas }) => jpegOf(canvas, 5)),
  'jpeg 10 saved again': saved(['compression', 'blur'], (s) => compressedTwice(s, 10)),
  'busy room': painted(walls, beforeRoom),
  'busy garden': painted(walls, beforeGarden),
  'hard shadow': painted(walls, (s, d) => withShadow(s, d, true)),
  'soft shadow': painted(walls, (s, d) => withShadow(s, d, false)),
  'navy wall': painted(['background_dark'], (s) => beforeColour(s, [38, 44, 60])),
  'red wall': painted(['background_dark', 'background_colour'], (s) => beforeColour(s, [170, 40, 40])),
  'blue wall': painted(['background_colour'], (s) => beforeColour(s, [150, 185, 235])),
  'striped wall': painted(walls, (s) =>
    before(s, (x) => (Math.floor((x * 24) / s.canvas.width) % 2 ? [206, 200, 190] : [176, 170, 160])),
  ),
  'head x0.5': painted(['head_size'], (s) => smaller(s, 0.5)),
  'head x0.7': gross(['head_size'], (s) => smaller(s, 0.7)),
  'head x1.3': gross(['head_size'], (s) => larger(s, 1.3)),
  'chin cut': painted(['cropped', 'head_size', 'no_face'], (s) => chinCut(s)),
  'crown cut': painted(['cropped', 'head_size'], (s) => crownCut(s)),
  'shift 20 %': painted(['off_centre'], (s, d) => shifted(s, d, 0.2)),
  'roll 4': painted(['roll'], (s, d) => rolled(s, d, 4)),
  'roll 8': painted(['roll'], (s, d) => rolled(s, d, 8)),
  'roll 12': gross(['roll'], (s, d) => rolled(s, d, 12)),
  'roll 20': painted(['roll'], (s, d) => rolled(s, d, 20)),
  'on its side': painted(['turned', 'aspect', 'roll', 'pixels'], (s) => turnedBy(s, 90)),
  'upside down': painted(['upside_down', 'turned', 'no_face'], (s) => turnedBy(s, 180)),
  'eyes barred': gross(hiddenEyes, (s) => barred(s)),
  sunglasses: painted(hiddenEyes, (s) => ovalGlasses(s, '#15151a', 0.97)),
  'tinted 60 %': painted(hiddenEyes, (s) => ovalGlasses(s, '#2a2018', 0.6)),
  'tinted 35 %': painted(hiddenEyes, (s) => ovalGlasses(s, '#2a2018', 0.35)),
  'lenses let 30 %': painted(hiddenEyes, (s) => filterGlasses(s, 0.3)),
  'lenses let 15 %': painted(hiddenEyes, (s) => filterGlasses(s, 0.15)),
  'clear glasses': painted([], (s) => clearGlasses(s)),
  'hair over an eye': painted(['eyes_covered'], hairOverEye),
  'eyes closed': painted(['eyes_closed', 'eyes_covered'], (s) => closedLids(s)),
  'closed lids made up': painted(['eyes_closed', 'eyes_covered'], (s, d) => closedLids(s, madeUp(d))),
  'mouth open': painted(['mouth_open'], (s) => open(s, 0.3)),
  'blue mask': gross(['mouth_covered', 'no_face'], (s) => masked(s, '#a9cfe6', '#8ab6d0')),
  'black mask': gross(['mouth_covered', 'no_face'], (s) => masked(s, '#1b1b1e', '#2c2c30')),
  'white mask': gross(['mouth_covered', 'no_face'], (s) => masked(s, '#eeeeea', '#d2d2ce')),
  'hand over mouth': painted(['mouth_covered', 'no_face'], (s) => hand(s)),
  grey: painted(colours, grey),
  sepia: painted([...colours, 'background_colour'], sepia),
  'blue cast': painted(['colour_cast', 'background_colour'], (s) => cast(s, [0.78, 0.92, 1.18])),
  'green cast': painted(['colour_cast', 'background_colour'], (s) => cast(s, [0.85, 1.08, 0.8])),
  'print with its edge': painted(['recapture'], (s, d) => recaptured(s, d, { edge: true })),
  'print with raster': painted(['recapture'], (s, d) => recaptured(s, d, { edge: false, raster: 0.1 })),
  'screen with moire': painted(['recapture'], (s, d) => recaptured(s, d, { edge: false, moire: 0.05 })),
  'clean print': painted(['recapture'], (s, d) => recaptured(s, d, { edge: false })),
  'no face': gross(['no_face'], (s) => nobody(s)),
  'a dog': painted(['no_face', 'animal'], (s) => dog(s)),
  'second face': gross(['several_faces'], (s, _, other) => withSecond(s, other, 0.6)),
} as const satisfies Readonly<Record<string, Degradation>>

export type DegradationName = keyof typeof degradations
export const degradationNames = Object.keys(degradations) as DegradationName[]

/** The subject with one fault, as a file. */
export const degraded = (name: DegradationName, subject: Subject, other: Subject): Promise<Uint8Array> =>
  degradations[name].make(subject, subject.draw(name), other)

/** Copies of a photo that are the same photo: the duplicate check must know them. */
export const copies: Readonly<Record<string, (subject: Subject) => Promise<Uint8Array>>> = {
  'jpeg 60': ({ canvas }) => jpegOf(canvas, 60),
  resized: async ({ canvas }) =>
    new Uint8Array(
      await sharp(await jpegOf(canvas))
        .resize(Math.round(canvas.width * 0.7))
        .jpeg()
        .toBuffer(),
    ),
  darker: async (subject) => jpegOf(litBy(subject, subject.draw('darker'), 0.5)),
  'head x0.7': async (subject) => jpegOf(await smaller(subject, 0.7)),
}
