/** What findings and policies say to people: one text each, in both languages, from the same data as the rule. */
import type { Bilingual } from '../language.ts'
import type { FindingCode, PhotoFinding } from './judge.ts'
import type { PhotoPolicy } from './policy.ts'

/** The finding as an officer reads it, numbers with their limits. */
export function findingText(finding: PhotoFinding): Bilingual {
  const form = forms[finding.code]
  const { en, fr } = finding.severity === 'ok' && form.ok ? form.ok : form.found
  return { en: fill(en, finding, 'en'), fr: fill(fr, finding, 'fr') }
}

/** What the person must do to send a good photo, one line each; in the order of importance. */
export function requirements(policy: PhotoPolicy): Bilingual[] {
  const { width, height } = policy.pixels
  const megabytes = policy.fileBytes.max / 1_000_000
  const minimum = `${width.min} × ${height.min}`
  return [
    { en: 'A JPEG or PNG file.', fr: 'Un fichier JPEG ou PNG.' },
    { en: `No larger than ${megabytes} MB.`, fr: `D’au plus ${megabytes} Mo.` },
    policy.pixels.of === 'picture'
      ? {
          en: `Between ${minimum} and ${width.max} × ${height.max} pixels (width × height).`,
          fr: `Entre ${minimum} et ${width.max} × ${height.max} pixels (largeur × hauteur).`,
        }
      : {
          en: `Large enough for a frame of ${minimum} pixels around head and shoulders.`,
          fr: `Assez grand pour un cadre de ${minimum} pixels autour de la tête et des épaules.`,
        },
    {
      en: `Taken within the last ${policy.ageMonths.max} months.`,
      fr: `Prise au cours des ${policy.ageMonths.max} derniers mois.`,
    },
    { en: 'In colour, with nothing altered or cut out.', fr: 'En couleur, sans retouche ni découpage.' },
    {
      en: `It is printed ${policy.print.widthMm} mm wide and ${policy.print.heightMm} mm high.`,
      fr: `Elle est imprimée sur ${policy.print.widthMm} mm de largeur et ${policy.print.heightMm} mm de hauteur.`,
    },
  ]
}

interface Form {
  readonly found: Bilingual
  /** When there is nothing wrong; without it `found` serves both. */
  readonly ok?: Bilingual
}

const fill = (text: string, { value, limit }: PhotoFinding, language: 'en' | 'fr'): string => {
  const words: Record<string, number | string | undefined> = { value, min: limit?.min, max: limit?.max }
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => number(words[name] ?? '?', language))
}

/** French writes 4,2 where English writes 4.2. */
const number = (value: number | string, language: 'en' | 'fr'): string =>
  language === 'fr' && typeof value === 'number' ? String(value).replace('.', ',') : String(value)

const forms: Readonly<Record<FindingCode, Form>> = {
  file_size: {
    found: {
      en: 'The file is {{value}} MB; the limit is {{max}} MB.',
      fr: 'Le fichier fait {{value}} Mo; la limite est de {{max}} Mo.',
    },
    ok: {
      en: 'File size {{value}} MB, at most {{max}} MB.',
      fr: 'Taille du fichier : {{value}} Mo, au plus {{max}} Mo.',
    },
  },
  pixels: {
    found: {
      en: 'The picture has {{value}} usable pixels; it must have between {{min}} and {{max}}.',
      fr: 'L’image compte {{value}} pixels utiles; il en faut entre {{min}} et {{max}}.',
    },
    ok: { en: '{{value}} pixels, at least {{min}}.', fr: '{{value}} pixels, au moins {{min}}.' },
  },
  aspect: {
    found: {
      en: 'The picture is unusually wide or narrow: width over height is {{value}}, expected {{min}} to {{max}}.',
      fr: 'L’image est anormalement large ou étroite : largeur sur hauteur {{value}}, attendu de {{min}} à {{max}}.',
    },
    ok: { en: 'Shape {{value}} (width over height).', fr: 'Proportions : {{value}} (largeur sur hauteur).' },
  },
  age: {
    found: {
      en: 'The photo was taken {{value}} months ago; the limit is {{max}} months.',
      fr: 'La photo a été prise il y a {{value}} mois; la limite est de {{max}} mois.',
    },
    ok: {
      en: 'Taken {{value}} months ago, at most {{max}}.',
      fr: 'Prise il y a {{value}} mois, au plus {{max}}.',
    },
  },
  age_unknown: {
    found: {
      en: 'The file does not say when the photo was taken. Ask the person.',
      fr: 'Le fichier ne dit pas quand la photo a été prise. Demandez-le à la personne.',
    },
  },
  greyscale: { found: { en: 'The photo has no colour.', fr: 'La photo n’est pas en couleur.' } },
  cmyk: {
    found: {
      en: 'The file is made for a printing press (CMYK): colours on screen may differ.',
      fr: 'Le fichier est destiné à l’imprimerie (CMJN) : les couleurs à l’écran peuvent différer.',
    },
  },
  transparency: {
    found: {
      en: 'Parts are see-through: the background may have been cut out.',
      fr: 'Des parties sont transparentes : l’arrière-plan a peut-être été découpé.',
    },
  },
  damaged: {
    found: {
      en: 'Some of the picture’s data is damaged. Look closely whether a part is garbled.',
      fr: 'Une partie des données de l’image est endommagée. Vérifiez de près si une zone est brouillée.',
    },
  },
  upside_down: {
    found: {
      en: 'The camera was held upside down; the picture is shown turned. Check that it stands upright.',
      fr: 'L’appareil était tenu à l’envers; l’image est affichée retournée. Vérifiez qu’elle est à l’endroit.',
    },
  },
  mirrored: {
    found: {
      en: 'The file asks to be shown mirrored, which cameras do not do. Compare with the person.',
      fr: 'Le fichier demande un affichage en miroir, ce que ne fait aucun appareil. Comparez avec la personne.',
    },
  },
  turned: {
    found: {
      en: 'The camera was held sideways; the picture is shown upright.',
      fr: 'L’appareil était tenu de côté; l’image est affichée à l’endroit.',
    },
  },
  trailing_file: {
    found: {
      en: 'Another file was hidden after the picture ({{value}} bytes). It was cut off and not opened.',
      fr: 'Un autre fichier était caché après l’image ({{value}} octets). Il a été retiré sans être ouvert.',
    },
  },
  trailing_bytes: {
    found: {
      en: '{{value}} bytes after the picture were cut off.',
      fr: '{{value}} octets après l’image ont été retirés.',
    },
  },
  moving: {
    found: {
      en: 'The file moves; only its first picture is kept.',
      fr: 'Le fichier est animé; seule la première image est conservée.',
    },
  },
  place_removed: {
    found: {
      en: 'The file said where it was taken; that was removed.',
      fr: 'Le fichier indiquait le lieu de la prise de vue; cette donnée a été retirée.',
    },
  },
}
