/** Made-up measures of a photo, for tests of the judge: good ones, from which each test turns one bad. */
import { composeReport } from '../../src/shared/photos/compose.ts'
import { judgeMeasures } from '../../src/shared/photos/judge.ts'
import { type FaceGeometry, type Measures, onlyDecoded } from '../../src/shared/photos/measures.ts'
import type { MetricId } from '../../src/shared/photos/metrics.ts'
import { type PhotoPolicy, photoPolicies } from '../../src/shared/photos/policy.ts'
import type { Arrival, FileFacts, PhotoReport } from '../../src/shared/photos/report.ts'

export const goodFile: FileFacts = {
  sha256: 'a'.repeat(64),
  bytes: 800_000,
  cleanSha256: 'b'.repeat(64),
  format: 'jpeg',
  width: 1000,
  height: 1400,
  orientation: 1,
  colourSpace: 'rgb',
  bitDepth: 8,
  hasAlpha: false,
  hasColourProfile: false,
  animated: false,
  takenOn: '2026-10-01',
  hadGps: false,
  trailingBytes: 0,
  trailingKind: 'empty',
}

export const goodArrival: Arrival = { today: '2026-11-22', likenesses: [] }

/** A face 1.87 T = 670 px tall (33.5 mm of 70) in a picture of 1000 x 1400. */
export const goodFace: FaceGeometry = {
  box: { x: 300, y: 400, width: 400, height: 500 },
  score: 0.95,
  iedPx: 250,
  pose: { yaw: 0, pitch: 0, roll: 0 },
  eyes: [
    { x: 375, y: 580 },
    { x: 625, y: 580 },
  ],
  chin: { x: 500, y: 938 },
  crownEstimate: { x: 500, y: 268 },
  hairTop: { x: 500, y: 220 },
  landmarks: { oval: [], leftEye: [], rightEye: [], lips: [], noseTip: { x: 500, y: 700 } },
}

export const goodMeasures: Measures = {
  ...onlyDecoded({ greyscale: false, transparent: false, damaged: false }),
  faces: 1,
  face: goodFace,
  values: {
    face_score: 0.95,
    face_flag: 25,
    second_face: 0,
    exposure: 90,
    peak: 240,
    saturated: 0,
    face_p95: 200,
    face_p50: 150,
    burnt: 0,
    clipped: 0,
    contrast: 120,
    glare: 0,
    lens_glare: 0,
    evenness: 0.9,
    shade_edge: 1,
    blur: 0.4,
    eye_detail: 0.1,
    motion: 1.1,
    enlarged: 1,
    blocks: 1,
    jpeg_quality: 92,
    background_deviation: 2,
    background_detail: 4,
    background_lightness: 92,
    background_chroma: 2,
    background_shadow: 3,
    head: 0.479,
    chin_margin: 0.33,
    crown_margin: 0.19,
    top_touch: 0,
    off_centre: 0,
    roll: 0,
    yaw: 0,
    pitch: 0,
    eye_gap: 0.07,
    iris_light: 0.3,
    eye_deviation: 0.3,
    eye_mean: 0.7,
    eyes_probe: -4,
    lens_light: 0.98,
    mouth_probe: -4,
    mouth_gap: 0.01,
    colour_distance: 0,
    face_chroma: 18,
    paper_edge: 0.1,
    raster: 0,
  },
  fingerprints: { whole: '0123456789abcdef', face: 'fedcba9876543210' },
}

interface Change {
  /** Undefined takes the value away. */
  readonly values?: Partial<Record<MetricId, number | undefined>>
  readonly measures?: Partial<Measures>
  readonly file?: Partial<FileFacts>
  readonly arrival?: Partial<Arrival>
  readonly policy?: PhotoPolicy
}

const changed = ({ values, measures, file, arrival, policy = photoPolicies['pr-card'] }: Change) =>
  [
    { ...goodMeasures, ...measures, values: defined({ ...(measures?.values ?? goodMeasures.values), ...values }) },
    { ...goodFile, ...file },
    { ...goodArrival, ...arrival },
    policy,
  ] as const

const defined = (values: object): Measures['values'] =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** Checks of the good photo with one thing changed. */
export const judged = (change: Change = {}) => judgeMeasures(...changed(change))

/** Its whole report. */
export function reported(change: Change = {}): PhotoReport {
  const [measures, file, arrival, policy] = changed(change)
  return composeReport(measures, file, arrival, { version: 'test', models: {} }, policy)
}
