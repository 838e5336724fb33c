/**
 * What a photo must be, as versioned data: each limit with its source. One place feeds the rule (`judge.ts`), the
 * reason shown to the officer and the requirements published to the public (`requirements.ts`).
 */
import type { Bilingual } from '../language.ts'
import type { PhotoProfile } from './profiles.ts'

/** `review`: an officer looks at it. `return`: proposed as a reason to return the photo; the officer decides. */
export type Severity = 'ok' | 'not_assessed' | 'review' | 'return'

/** Where a limit comes from: the service's own statement, the law, later practice, or our reasoning. */
export interface Source {
  readonly basis: 'service' | 'law' | 'practice' | 'reasoned'
  readonly citation: string
}

export interface Range {
  readonly min: number
  readonly max: number
}

export interface PhotoPolicy {
  readonly profile: PhotoProfile
  /** Day and revision; a report names the version it was judged by. */
  readonly version: string
  readonly title: Bilingual
  /** The frame that is printed, millimetres and dots an inch. */
  readonly print: { readonly widthMm: number; readonly heightMm: number; readonly dpi: number; readonly source: Source }
  readonly fileBytes: { readonly max: number; readonly severity: Severity; readonly source: Source }
  /** Of the whole picture; or of the largest frame of the printed shape within it, where only that is used. */
  readonly pixels: {
    readonly of: 'picture' | 'frame'
    readonly width: Range
    readonly height: Range
    readonly severity: Severity
    readonly source: Source
  }
  /** Width over height of the whole picture. */
  readonly aspect: Range & { readonly severity: Severity; readonly source: Source }
  /** Whole months since the photo was taken. */
  readonly ageMonths: { readonly max: number; readonly severity: Severity; readonly source: Source }
  readonly greyscale: { readonly severity: Severity; readonly source: Source }
  readonly cmyk: { readonly severity: Severity; readonly source: Source }
  /** See-through parts: a cut-out background, which is an alteration. */
  readonly transparency: { readonly severity: Severity; readonly source: Source }
}

const megabyte = 1_000_000
const portal: Source = {
  basis: 'practice',
  citation: 'IRCC Permanent Residence Portal, photo help text (third-party copy)',
}
const recency: Source = {
  basis: 'law',
  citation: 'IRPR 56(2)(e)(i), SOR/2002-227: taken not more than 12 months before',
}
const specification: Source = { basis: 'practice', citation: 'IRCC permanent resident photograph specifications' }
const reviewed = { severity: 'review', source: specification } as const

const prCard: PhotoPolicy = {
  profile: 'pr-card',
  version: '2026-11-22.1',
  title: { en: 'Permanent resident card', fr: 'Carte de résident permanent' },
  print: { widthMm: 50, heightMm: 70, dpi: 300, source: specification },
  fileBytes: { max: 4 * megabyte, severity: 'return', source: portal },
  pixels: {
    of: 'picture',
    width: { min: 715, max: 2000 },
    height: { min: 1000, max: 2800 },
    severity: 'return',
    source: portal,
  },
  // 50:70 is 0.714; a scan cut by hand is off by some percent.
  aspect: { min: 0.66, max: 0.77, severity: 'review', source: specification },
  ageMonths: { max: 12, severity: 'review', source: recency },
  greyscale: reviewed,
  cmyk: reviewed,
  transparency: reviewed,
}

/** The largest desk intake; a setting of the office may lower it. Phones and scanners stay below. */
export const deskLimits = { maxBytes: 20 * megabyte, maxPixels: 60_000_000, timeoutSeconds: 10 } as const

const sharpPrint: Source = {
  basis: 'reasoned',
  citation: '35 x 45 mm (IRPR 56(2)(e)(ii)) at 300 dpi is 413 x 531 pixels: a smaller frame would be enlarged to print',
}

const refugeeDocument: PhotoPolicy = {
  profile: 'refugee-document',
  version: '2026-11-22.1',
  title: { en: 'Refugee protection claimant’s document', fr: 'Document du demandeur d’asile' },
  print: {
    widthMm: 35,
    heightMm: 45,
    dpi: 300,
    source: { basis: 'law', citation: 'IRPR 56(2)(e)(ii), SOR/2002-227: 35 mm by 45 mm' },
  },
  fileBytes: {
    max: deskLimits.maxBytes,
    severity: 'return',
    source: {
      basis: 'reasoned',
      citation: 'Limit of desk intake: the picture is cut to the frame before it is printed',
    },
  },
  // A desk camera gives a wide picture, of which the document shows only the frame.
  pixels: {
    of: 'frame',
    width: { min: 413, max: 12_000 },
    height: { min: 531, max: 12_000 },
    severity: 'return',
    source: sharpPrint,
  },
  aspect: {
    min: 0.5,
    max: 1.8,
    severity: 'review',
    source: {
      basis: 'reasoned',
      citation: 'From a tall phone picture (1:2) to a wide camera picture (16:9); beyond, it was cut',
    },
  },
  ageMonths: { max: 12, severity: 'review', source: recency },
  greyscale: reviewed,
  cmyk: reviewed,
  transparency: reviewed,
}

export const photoPolicies: Readonly<Record<PhotoProfile, PhotoPolicy>> = {
  'pr-card': prCard,
  'refugee-document': refugeeDocument,
}

/** Pixels of the printed frame, whole dots. */
export const printPixels = ({ print }: PhotoPolicy): { width: number; height: number } => ({
  width: Math.round((print.widthMm / 25.4) * print.dpi),
  height: Math.round((print.heightMm / 25.4) * print.dpi),
})
