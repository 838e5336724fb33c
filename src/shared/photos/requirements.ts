/** What a photo must be, published in plain words from the same numbers as the rule: help, portal, letters. */
import type { Bilingual, Language } from '../language.ts'
import type { CheckId } from './checks.ts'
import type { MetricId } from './metrics.ts'
import type { Limits, PhotoPolicy } from './policy.ts'
import type { Bounds } from './report.ts'

/** What the person must do to send a good photo, one line each, in the order in which it is best done. */
export const requirements = (policy: PhotoPolicy, language: Language): string[] =>
  lines(policy).map((line) => line[language])

const lines = (policy: PhotoPolicy) => {
  const { print } = policy
  const width = fine(policy, 'pixels', 'width')
  const height = fine(policy, 'pixels', 'height')
  const head = fine(policy, 'head_size', 'head_mm')
  const { max: megabytes } = fine(policy, 'file_size', 'megabytes')
  const { max: months } = fine(policy, 'age', 'age')
  const minimum = `${width.min} × ${height.min}`
  return [
    {
      en: 'You alone, from the front: head and top of the shoulders, in the middle of the picture.',
      fr: 'Une seule personne, de face : la tête et le haut des épaules, au milieu de l’image.',
    },
    {
      en: 'Look straight at the camera, head upright, eyes open, mouth closed, no smile.',
      fr: 'Regardez l’appareil bien en face, la tête droite, les yeux ouverts, la bouche fermée, sans sourire.',
    },
    {
      en: 'Nothing covers your face. A head covering worn for religious or medical reasons may stay on if your whole face is seen.',
      fr: 'Rien ne couvre votre visage. Un couvre-chef porté pour des raisons religieuses ou médicales est permis si tout le visage est visible.',
    },
    {
      en: 'Glasses may stay on if your eyes are clear: no tinted lenses, no glare.',
      fr: 'Les lunettes sont permises si vos yeux sont nets : ni verres teintés, ni reflets.',
    },
    {
      en: 'A plain white or light background, with no shadow and no objects.',
      fr: 'Un arrière-plan uni, blanc ou clair, sans ombre ni objets.',
    },
    {
      en: 'Even light on both sides of the face, no shadow across it: not too dark, not too bright, no flash spots.',
      fr: 'Un éclairage égal des deux côtés du visage, sans ombre en travers : ni trop sombre, ni trop clair, sans éclat de flash.',
    },
    { en: 'Sharp: hold the camera still.', fr: 'Nette : tenez l’appareil sans bouger.' },
    {
      en: 'A photo taken directly, by a professional, a scanner or yourself; not a picture of a paper photo.',
      fr: 'Une photo prise directement, par un professionnel, un numériseur ou vous-même; non l’image d’une photo papier.',
    },
    { en: 'In colour, with nothing altered or cut out.', fr: 'En couleur, sans retouche ni découpage.' },
    {
      en: `Taken within the last ${months} months.`,
      fr: `Prise au cours des ${months} derniers mois.`,
    },
    { en: 'A JPEG or PNG file.', fr: 'Un fichier JPEG ou PNG.' },
    { en: `No larger than ${megabytes} MB.`, fr: `D’au plus ${megabytes} Mo.` },
    policy.of === 'picture'
      ? {
          en: `Between ${minimum} and ${width.max} × ${height.max} pixels (width × height).`,
          fr: `Entre ${minimum} et ${width.max} × ${height.max} pixels (largeur × hauteur).`,
        }
      : {
          en: `Large enough for a frame of ${minimum} pixels around head and shoulders.`,
          fr: `Assez grande pour un cadre de ${minimum} pixels autour de la tête et des épaules.`,
        },
    {
      en: `It is printed ${print.widthMm} mm wide and ${print.heightMm} mm high; the head, chin to crown, is ${head.min} to ${head.max} mm on it.`,
      fr: `Elle est imprimée sur ${print.widthMm} mm de largeur et ${print.heightMm} mm de hauteur; la tête, du menton au sommet du crâne, y mesure de ${head.min} à ${head.max} mm.`,
    },
    {
      en: `For a child under ${policy.infants.underMonths / 12} years, the mouth may be open and the head a little turned; nobody else may be seen.`,
      fr: `Pour un enfant de moins de ${policy.infants.underMonths / 12} ans, la bouche peut être ouverte et la tête un peu tournée; personne d’autre ne doit être visible.`,
    },
  ]
}

/** Numbers of the policy by name, for other texts: `pixels`, `megabytes`, `months`, `head`. */
export function requirementTexts(policy: PhotoPolicy): Readonly<Record<string, Bilingual>> {
  const width = fine(policy, 'pixels', 'width')
  const height = fine(policy, 'pixels', 'height')
  const head = fine(policy, 'head_size', 'head_mm')
  const [least, most] = [`${width.min} × ${height.min}`, `${width.max} × ${height.max}`]
  const same = (value: unknown): Bilingual => ({ en: String(value), fr: String(value) })
  return {
    pixels: { en: `between ${least} and ${most}`, fr: `entre ${least} et ${most}` },
    megabytes: same(fine(policy, 'file_size', 'megabytes').max),
    months: same(fine(policy, 'age', 'age').max),
    head: { en: `${head.min} to ${head.max}`, fr: `de ${head.min} à ${head.max}` },
  }
}

/** Within these nobody needs to look at it. */
function fine(policy: PhotoPolicy, check: CheckId, metric: MetricId): Bounds {
  const limits: Limits = policy.checks[check].metrics[metric] ?? {}
  return { ...limits.return, ...limits.review }
}
