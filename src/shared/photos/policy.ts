/**
 * What a photo must be, as versioned data: each limit with its source. One place feeds the rule (`judge.ts`), the
 * reason shown to the officer and the requirements published to the public (`requirements.ts`).
 */
import { commonChecks } from './policy/faces.ts'
import { infancy, lawOfSize, measured, portal, recency, specification } from './policy/sources.ts'
import type { PhotoPolicy } from './policy/types.ts'
import type { PhotoProfile } from './profiles.ts'

export type { CheckRule, Limits, MetricRule, PhotoPolicy, Source } from './policy/types.ts'

/** The largest desk intake; a setting of the office may lower it. Phones and scanners stay below. */
export const deskLimits = { maxBytes: 20_000_000, maxPixels: 60_000_000, timeoutSeconds: 10 } as const

const infants = { underMonths: 36, source: infancy }
const age = { metrics: { age: { review: { max: 12 }, source: recency } }, code: 'old' } as const

/** Chin to crown on paper. The crown is estimated within 5 %: a return is proposed only beyond that. */
const prCardHead = {
  metrics: {
    head_mm: {
      review: { min: 31, max: 36 },
      return: { min: 29.4, max: 37.8 },
      source: specification,
      infants: { review: { min: 26, max: 40 } },
    },
  },
  code: 'head_size',
  required: true,
} as const

const prCard: PhotoPolicy = {
  profile: 'pr-card',
  version: '2026-11-27.1',
  title: { en: 'Permanent resident card', fr: 'Carte de résident permanent' },
  print: { widthMm: 50, heightMm: 70, dpi: 300, source: specification },
  of: 'picture',
  infants,
  checks: {
    ...commonChecks,
    file_size: { metrics: { megabytes: { return: { max: 4 }, source: portal } }, code: 'file_size' },
    pixels: {
      metrics: {
        width: { return: { min: 715, max: 2000 }, source: portal },
        height: { return: { min: 1000, max: 2800 }, source: portal },
      },
      code: 'pixels',
    },
    // 50:70 is 0.714; a scan cut by hand is off by some percent.
    aspect: { metrics: { aspect: { review: { min: 0.66, max: 0.77 }, source: specification } }, code: 'framing' },
    age,
    head_size: prCardHead,
  },
}

const refugeeDocument: PhotoPolicy = {
  profile: 'refugee-document',
  version: '2026-11-27.1',
  title: { en: 'Refugee protection claimant’s document', fr: 'Document du demandeur d’asile' },
  print: { widthMm: 35, heightMm: 45, dpi: 300, source: lawOfSize },
  // A desk camera gives a wide picture, of which the document shows only the frame.
  of: 'frame',
  infants,
  checks: {
    ...commonChecks,
    file_size: {
      metrics: {
        megabytes: {
          return: { max: deskLimits.maxBytes / 1e6 },
          source: {
            basis: 'reasoned',
            citation: {
              en: 'Limit of desk intake: the picture is cut to the frame before it is printed',
              fr: 'Limite de l’accueil au poste : l’image est réduite au cadre avant l’impression',
            },
          },
        },
      },
      code: 'file_size',
    },
    pixels: {
      metrics: {
        width: { return: { min: 413, max: 12_000 }, source: sharpPrint() },
        height: { return: { min: 531, max: 12_000 }, source: sharpPrint() },
        print_dpi: { review: { min: 300 }, return: { min: 200 }, source: sharpPrint() },
      },
      code: 'pixels',
    },
    aspect: {
      metrics: {
        aspect: {
          review: { min: 0.5, max: 1.8 },
          source: {
            basis: 'reasoned',
            citation: {
              en: 'From a tall phone picture (1:2) to a wide camera picture (16:9); beyond, it was cut',
              fr: 'D’une image haute de téléphone (1:2) à une image large d’appareil photo (16:9); au-delà, elle a été coupée',
            },
          },
        },
      },
      code: 'framing',
    },
    age,
    head_size: {
      metrics: {
        head_mm: {
          review: { min: 25, max: 35 },
          return: { min: 23.7, max: 36.8 },
          source: lawOfSize,
          infants: { review: { min: 21, max: 38 } },
        },
      },
      code: 'head_size',
      required: true,
    },
    // The frame is laid around the face: only a face at the very edge cannot be centred.
    off_centre: {
      metrics: { off_centre: { review: { min: -0.42, max: 0.42 }, source: measured } },
      code: 'framing',
    },
  },
}

function sharpPrint() {
  return {
    basis: 'reasoned',
    citation: {
      en: '35 x 45 mm (IRPR 56(2)(e)) at 300 dpi is 413 x 531 pixels: a smaller frame is enlarged to print',
      fr: '35 x 45 mm (RIPR 56(2)e)) à 300 ppp font 413 x 531 pixels : un cadre plus petit est agrandi à l’impression',
    },
  } as const
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
