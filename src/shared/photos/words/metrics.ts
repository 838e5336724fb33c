import type { Bilingual, Language } from '../../language.ts'
import { type MetricId, metrics, type Unit } from '../metrics.ts'
import type { Source } from '../policy.ts'
import type { Bounds } from '../report.ts'
import { both } from './form.ts'

/** What is measured, a noun: for whoever reads the policy. */
export const metricName: Readonly<Record<MetricId, Bilingual>> = {
  megabytes: both(['size of the file', 'taille du fichier']),
  width: both(['width', 'largeur']),
  height: both(['height', 'hauteur']),
  aspect: both(['width over height', 'largeur sur hauteur']),
  age: both(['age of the photo', 'âge de la photo']),
  trailing: both(['bytes after the picture', 'octets après l’image']),
  face_score: both(['certainty of a face', 'certitude d’un visage']),
  face_flag: both(['likeness to a human face', 'ressemblance à un visage humain']),
  second_face: both(['area of a second face', 'surface d’un deuxième visage']),
  exposure: both(['brightness of face and background', 'clarté du visage et de l’arrière-plan']),
  peak: both(['brightest part of the picture', 'partie la plus claire de l’image']),
  face_p95: both(['brightest part of the face', 'partie la plus claire du visage']),
  face_p50: both(['middle brightness of the face', 'clarté médiane du visage']),
  burnt: both(['burnt-out part of the face', 'partie brûlée du visage']),
  clipped: both(['near-white part of the face', 'partie presque blanche du visage']),
  saturated: both(['part of the face at the end of the scale', 'partie du visage au bout de l’échelle']),
  contrast: both(['contrast of the face', 'contraste du visage']),
  glare: both(['largest glare on the face', 'plus grand reflet sur le visage']),
  lens_glare: both(['largest glare on the lenses', 'plus grand reflet sur les verres']),
  evenness: both(['light of the darker side', 'lumière du côté plus sombre']),
  shade_edge: both(['light beyond the edge of a shadow', 'lumière au-delà du bord d’une ombre']),
  blur: both(['lost edges', 'contours perdus']),
  eye_detail: both(['detail around the eyes', 'détail autour des yeux']),
  motion: both(['detail lost in one direction', 'détail perdu dans une direction']),
  enlarged: both(['times enlarged', 'agrandissement']),
  blocks: both(['visible blocks of compression', 'blocs de compression visibles']),
  jpeg_quality: both(['quality of the JPEG', 'qualité du JPEG']),
  background_deviation: both(['unevenness', 'inégalité']),
  background_detail: both(['objects and lines', 'objets et lignes']),
  background_lightness: both(['brightness of the background', 'clarté de l’arrière-plan']),
  background_chroma: both(['colour of the background', 'couleur de l’arrière-plan']),
  background_shadow: both(['depth of a shadow', 'profondeur d’une ombre']),
  head: both(['head in the picture', 'tête dans l’image']),
  head_mm: both(['chin to crown on paper', 'du menton au sommet du crâne sur papier']),
  print_dpi: both(['density of the print', 'densité d’impression']),
  chin_margin: both(['room below the chin', 'espace sous le menton']),
  crown_margin: both(['room above the head', 'espace au-dessus de la tête']),
  top_touch: both(['hair cut off at the top', 'cheveux coupés en haut']),
  off_centre: both(['distance from the middle', 'écart du milieu']),
  roll: both(['head tilted', 'tête penchée']),
  yaw: both(['head turned', 'tête tournée']),
  pitch: both(['head up or down', 'tête levée ou baissée']),
  eye_gap: both(['opening of the eyes', 'ouverture des yeux']),
  iris_light: both(['light of the iris beside the white', 'lumière de l’iris par rapport au blanc de l’œil']),
  eye_deviation: both(['contrast in the eyes', 'contraste dans les yeux']),
  eye_mean: both(['brightness of the eyes beside the cheeks', 'clarté des yeux par rapport aux joues']),
  eyes_probe: both(['signs of covered eyes', 'signes d’yeux couverts']),
  lens_light: both(['light behind the lenses', 'lumière derrière les verres']),
  mouth_probe: both(['signs of a covered mouth', 'signes d’une bouche couverte']),
  mouth_gap: both(['opening of the mouth', 'ouverture de la bouche']),
  colour_distance: both(['distance from natural skin', 'écart d’une peau naturelle']),
  face_chroma: both(['colour of the face', 'couleur du visage']),
  grey: both(['no colour anywhere (1: none)', 'aucune couleur (1 : aucune)']),
  paper_edge: both(['straight edges around the face', 'bords droits autour du visage']),
  raster: both(['pattern of print or screen', 'trame d’impression ou d’écran']),
  difference: both(['difference from the nearest other photo', 'différence avec la photo la plus proche']),
}

export const basisText: Readonly<Record<Source['basis'], Bilingual>> = {
  service: both(['Said by the service', 'Dit par le service']),
  law: both(['Law', 'Droit']),
  practice: both(['Later practice', 'Pratique ultérieure']),
  reasoned: both(['Our own measurement', 'Nos propres mesures']),
}

/** Units without a sign of their own are scales of the machine: the number stands alone. */
const signs: Partial<Record<Unit, Bilingual>> = {
  MB: both(['MB', 'Mo']),
  px: both(['pixels', 'pixels']),
  mm: both(['mm', 'mm']),
  dpi: both(['dpi', 'ppp']),
  months: both(['months', 'mois']),
  degrees: both(['degrees', 'degrés']),
  bytes: both(['bytes', 'octets']),
  bits: both(['bits of 64', 'bits sur 64']),
  times: both(['times', 'fois']),
  share: both(['%', '%']),
}
export const metricUnit = (metric: MetricId): Bilingual | undefined => signs[metrics[metric].unit]

/** A limit as people read and type it: shares as percent. */
export const shownLimit = (metric: MetricId, value: number): number =>
  metrics[metric].unit === 'share' ? Number((value * 100).toFixed(6)) : value
/** Back from what people read. */
export const storedLimit = (metric: MetricId, shown: number): number =>
  metrics[metric].unit === 'share' ? Number((shown / 100).toFixed(8)) : shown

/** "31 to 36 mm", "at least 62", "at most 4 MB"; signs stay: "-5.5 to 5.5 degrees". */
export function limitText(metric: MetricId, { min, max }: Bounds, language: Language): string {
  const number = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 4 })
  const said = (value: number) => number.format(shownLimit(metric, value))
  const unit = metricUnit(metric)?.[language]
  const words = boundsIn[language]
  const range =
    min !== undefined && max !== undefined
      ? words.between(said(min), said(max))
      : min !== undefined
        ? words.least(said(min))
        : max !== undefined
          ? words.most(said(max))
          : ''
  return unit ? `${range}\u00a0${unit}` : range
}

const boundsIn = {
  en: {
    between: (min: string, max: string) => `${min} to ${max}`,
    least: (min: string) => `at least ${min}`,
    most: (max: string) => `at most ${max}`,
  },
  fr: {
    between: (min: string, max: string) => `de ${min} à ${max}`,
    least: (min: string) => `au moins ${min}`,
    most: (max: string) => `au plus ${max}`,
  },
} as const satisfies Record<Language, object>
