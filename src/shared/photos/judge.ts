/** The checks of a photo that need no face: file, pixels, colours, age. Pure: same facts, same findings. */

import { centredFrame } from './geometry.ts'
import { type PictureFacts, uprightSize } from './picture.ts'
import type { Range, Severity } from './policy.ts'
import { type PhotoPolicy, printPixels } from './policy.ts'

export const findingCodes = [
  'file_size',
  'pixels',
  'aspect',
  'age',
  'age_unknown',
  'greyscale',
  'cmyk',
  'transparency',
  'damaged',
  'upside_down',
  'mirrored',
  'turned',
  'trailing_file',
  'trailing_bytes',
  'moving',
  'place_removed',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** One check's outcome. Value and limits share the unit; a finding without a measure has neither. */
export interface PhotoFinding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly value?: number | string
  readonly limit?: { readonly min?: number | string; readonly max?: number | string }
  readonly unit?: 'MB' | 'px' | 'ratio' | 'months' | 'degrees' | 'bytes'
}

/** What was measured on the decoded picture. */
export interface Measured {
  /** No colour anywhere: stored as grey, or every pixel's channels are nearly equal. */
  readonly greyscale: boolean
  /** Some pixel is really see-through. */
  readonly transparent: boolean
  /** The decoder went on over data that makes no sense: a part may be garbled. */
  readonly damaged: boolean
}

export interface Arrival {
  readonly bytes: number
  /** The day of the desk, `YYYY-MM-DD`. */
  readonly today: string
  /** What the person or the officer said; the camera's own date is used when they did not. */
  readonly takenOn?: string
}

/** Every finding, worst first; a check that found nothing to say is `ok` with its value, so that it is seen. */
export function judge(facts: PictureFacts, measured: Measured, arrival: Arrival, policy: PhotoPolicy): PhotoFinding[] {
  const findings = [
    fileSize(arrival.bytes, policy),
    pixels(facts, policy),
    aspect(facts, policy),
    age(arrival.takenOn ?? facts.takenOn, arrival.today, policy),
    ...(measured.greyscale ? [{ code: 'greyscale', severity: policy.greyscale.severity } as const] : []),
    ...(facts.colour === 'cmyk' ? [{ code: 'cmyk', severity: policy.cmyk.severity } as const] : []),
    ...(measured.transparent ? [{ code: 'transparency', severity: policy.transparency.severity } as const] : []),
    ...(measured.damaged ? [{ code: 'damaged', severity: 'review' } as const] : []),
    ...orientation(facts.orientation),
    ...rest(facts),
  ]
  return findings.toSorted((a, b) => rank[b.severity] - rank[a.severity])
}

const rank: Readonly<Record<Severity, number>> = { ok: 0, not_assessed: 1, review: 2, return: 3 }

function fileSize(bytes: number, { fileBytes }: PhotoPolicy): PhotoFinding {
  const megabytes = (count: number) => Math.round(count / 10_000) / 100
  return {
    code: 'file_size',
    severity: bytes > fileBytes.max ? fileBytes.severity : 'ok',
    value: megabytes(bytes),
    limit: { max: megabytes(fileBytes.max) },
    unit: 'MB',
  }
}

function pixels(facts: PictureFacts, policy: PhotoPolicy): PhotoFinding {
  const { of, width, height, severity } = policy.pixels
  const whole = uprightSize(facts)
  const size = of === 'picture' ? whole : centredFrame(whole, printPixels(policy))
  const fits = within(size.width, width) && within(size.height, height)
  return {
    code: 'pixels',
    severity: fits ? 'ok' : severity,
    value: `${size.width} × ${size.height}`,
    limit: { min: `${width.min} × ${height.min}`, max: `${width.max} × ${height.max}` },
    unit: 'px',
  }
}

function aspect(facts: PictureFacts, { aspect: range }: PhotoPolicy): PhotoFinding {
  const { width, height } = uprightSize(facts)
  return {
    code: 'aspect',
    severity: within(width / height, range) ? 'ok' : range.severity,
    value: Math.round((width / height) * 100) / 100,
    limit: { min: range.min, max: range.max },
    unit: 'ratio',
  }
}

function age(takenOn: string | null, today: string, { ageMonths }: PhotoPolicy): PhotoFinding {
  // A day of grace: the camera and the desk may stand in different time zones.
  const months = takenOn === null ? null : wholeMonths(takenOn, today)
  if (months === null || months < -1) return { code: 'age_unknown', severity: 'not_assessed' }
  const tooOld = months > ageMonths.max || (months === ageMonths.max && takenOn?.slice(8) !== today.slice(8))
  return {
    code: 'age',
    severity: tooOld ? ageMonths.severity : 'ok',
    value: Math.max(0, months),
    limit: { max: ageMonths.max },
    unit: 'months',
  }
}

/** Whole months from one ISO day to another, rounded down; negative when the first is later. */
function wholeMonths(from: string, to: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0)
}

/** Pictures are shown upright; how the camera was held still tells something (TIFF 6.0 orientation). */
function orientation(value: number): PhotoFinding[] {
  if (value === 3) return [{ code: 'upside_down', severity: 'review', value: 180, unit: 'degrees' }]
  if (value === 6 || value === 8) return [{ code: 'turned', severity: 'ok', value: 90, unit: 'degrees' }]
  return value === 1 ? [] : [{ code: 'mirrored', severity: 'review' }]
}

function rest({ trailingBytes, trailingKind, animated, hadGps }: PictureFacts): PhotoFinding[] {
  const foreign = trailingBytes > 0 && suspicious.has(trailingKind)
  const trailing = { value: trailingBytes, unit: 'bytes' } as const
  return [
    ...(foreign ? [{ code: 'trailing_file', severity: 'review', ...trailing } as const] : []),
    // Phones append a second picture (HDR, depth) to nearly every JPEG.
    ...(trailingBytes > 0 && !foreign ? [{ code: 'trailing_bytes', severity: 'ok', ...trailing } as const] : []),
    ...(animated ? [{ code: 'moving', severity: 'review' } as const] : []),
    ...(hadGps ? [{ code: 'place_removed', severity: 'ok' } as const] : []),
  ]
}

const suspicious: ReadonlySet<string> = new Set(['archive', 'executable', 'pdf', 'html', 'svg'])

const within = (value: number, { min, max }: Range): boolean => value >= min && value <= max
