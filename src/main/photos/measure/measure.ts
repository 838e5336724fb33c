/** Everything that is measured of one photo, in the order in which each step needs the one before. */

import type { Measures } from '../../../shared/photos/measures.ts'
import type { MetricId } from '../../../shared/photos/metrics.ts'
import { metricIds, rounded } from '../../../shared/photos/metrics.ts'
import type { Timings } from '../../../shared/photos/report.ts'
import type { Stopwatch } from '../../../shared/ports.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { IntakeLimits } from '../intake.ts'
import { measureBackground, noBackground } from './background.ts'
import { measureColour } from './colour.ts'
import { componentsOf } from './components.ts'
import { measureCompression } from './compression.ts'
import { cropFace, type FaceCrop } from './crop.ts'
import { measureEvenness } from './evenness.ts'
import { measureExposure, measureGlare } from './exposure.ts'
import { type Face, type Found, findFace } from './face.ts'
import { measureEyes, measureGaps, measureProbes } from './features.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { describeFace, measureFraming } from './framing.ts'
import { measureIrises } from './irises.ts'
import { measureLenses } from './lenses.ts'
import { readLight } from './light.ts'
import { measureLines } from './lines.ts'
import type { Models } from './models.ts'
import { findPerson, type PersonMask } from './person.ts'
import { type Opened, openRaster, type Picture } from './raster.ts'
import { absent, type Places, placesOf, type Readings } from './readings.ts'
import { measureShade } from './shade.ts'
import { measureSharpness } from './sharpness.ts'
import { measureSpectrum } from './spectrum.ts'

export interface MeasuredPhoto {
  readonly measures: Measures
  readonly timingsMs: Timings
}

/** Called after each step with its name; a step may not take longer than the worker's time. */
type Lap = <T>(step: string, work: () => T) => T

/**
 * Measures a cleaned JPEG or PNG. Fails with `photo.unreadable`, `photo.truncated`, `photo.too_many_pixels` or
 * `photo.timeout`. The same bytes and models on the same platform give the same measures.
 */
export async function measurePhoto(
  bytes: Uint8Array,
  models: Models,
  stopwatch: Stopwatch,
  limits?: IntakeLimits,
): Promise<Result<MeasuredPhoto>> {
  const timingsMs: Record<string, number> = {}
  const note = (step: string, since: number) => {
    timingsMs[step] = Math.round((stopwatch() - since) * 10) / 10
  }
  const lap: Lap = (step, work) => {
    const since = stopwatch()
    const value = work()
    note(step, since)
    return value
  }
  const start = stopwatch()
  const opened = await openRaster(bytes, limits)
  if (!opened.ok) return opened
  note('decode', start)
  const measures = measure(bytes, opened.value, models, lap)
  note('total', start)
  return ok({ measures, timingsMs })
}

function measure(bytes: Uint8Array, { picture, decoded }: Opened, models: Models, lap: Lap): Measures {
  const found = lap('face', () => findFace(models, picture))
  const places = placesOf(found.picture, found.turn)
  const person = lap('person', () => findPerson(models, found.picture))
  const general = [detection(found, places), lap('compression', () => measureCompression(bytes, picture))]
  const crop = found.face ? lap('crop', () => cropFace(found.picture, found.face as Face)) : null
  const aspects = crop
    ? aspectsOf({ models, picture: found.picture, face: found.face as Face, crop, person, places }, lap)
    : null
  const numbers = together([...general, ...(aspects?.readings ?? [noFace])])
  return {
    decoded,
    turn: found.turn,
    faces: found.faces.length,
    face: describeFace(found, person, places),
    ...numbers,
    iso: aspects ? componentsOf({ ...aspects, values: numbers.values }) : [],
    fingerprints: lap('fingerprint', () => fingerprintsOf(found.picture, crop)),
  }
}

/** What the detector says by itself. */
function detection({ faces, face }: Found, places: Places): Readings {
  const [first, ...others] = faces
  const second = others[0]
  const boxes = others
    .slice(0, 4)
    .map(({ x, y, width, height }) => ({ left: x, top: y, right: x + width, bottom: y + height }))
  return {
    values: {
      face_score: first?.score ?? 0,
      ...(face ? { face_flag: face.mesh.flag } : {}),
      second_face: first && second ? (second.width * second.height) / (first.width * first.height) : 0,
    },
    regions: second ? { second_face: boxes.map((box) => places.frame(box)) } : {},
  }
}

interface Sitter {
  readonly models: Models
  readonly picture: Picture
  readonly face: Face
  readonly crop: FaceCrop
  readonly person: PersonMask
  readonly places: Places
}

/** Every aspect of the face and of what is around it. */
function aspectsOf({ models, picture, face, crop, person, places }: Sitter, lap: Lap) {
  const background = lap('background', () => measureBackground(picture, face, person, places))
  const light = lap('light', () => readLight(crop))
  const readings = [
    background?.readings ?? noBackground,
    lap('exposure', () => measureExposure(picture, light, background)),
    lap('glare', () => measureGlare(crop, light, places)),
    lap('evenness', () => measureEvenness(crop)),
    lap('shade', () => measureShade(crop, places)),
    lap('sharpness', () => measureSharpness(crop, light)),
    measureColour(light),
    lap('framing', () => measureFraming(picture, face, person)),
    measureGaps(face),
    measureIrises(crop, face, places),
    measureEyes(crop, places),
    lap('lenses', () => measureLenses(crop, places)),
    lap('probes', () => measureProbes(models, face)),
    lap('lines', () => measureLines(picture, face.box)),
    lap('spectrum', () => measureSpectrum(picture, face)),
  ]
  return { readings, picture, face, crop, light, background }
}

/** What needs no face. */
const faceless: readonly MetricId[] = [
  'megabytes',
  'width',
  'height',
  'aspect',
  'age',
  'trailing',
  'face_score',
  'second_face',
  'blocks',
  'jpeg_quality',
  'grey',
  'difference',
  'head_mm',
]
const noFace: Readings = absent('no_face', ...metricIds.filter((metric) => !faceless.includes(metric)))

/** One record of each kind, numbers rounded as reports hold them. */
function together(readings: readonly Readings[]): Pick<Measures, 'values' | 'notes' | 'regions'> {
  const values = Object.assign({}, ...readings.map((each) => each.values ?? {})) as Partial<Record<MetricId, number>>
  return {
    values: Object.fromEntries(
      Object.entries(values).map(([metric, value]) => [metric, rounded(metric as MetricId, value)]),
    ),
    notes: Object.assign({}, ...readings.map((each) => each.notes ?? {})),
    regions: Object.assign({}, ...readings.map((each) => each.regions ?? {})),
  }
}
