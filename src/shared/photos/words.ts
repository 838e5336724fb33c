/** What checks say to people: one text each, in both languages, numbers filled in from the same data as the rule. */
import type { Bilingual, Language } from '../language.ts'
import type { CheckId } from './checks.ts'
import type { MetricId, Unit } from './metrics.ts'
import type { Bounds, CheckResult, Reading } from './report.ts'
import { faceForms } from './words/face.ts'
import { fileForms } from './words/file.ts'
import type { Form } from './words/form.ts'
import { noteText } from './words/labels.ts'
import { lightForms } from './words/light.ts'

export { groupTitle, levelText, noteText } from './words/labels.ts'

const forms: Readonly<Record<CheckId, Form>> = { ...faceForms, ...lightForms, ...fileForms }

/** What is checked, as a short title. */
export const checkTitle = (id: CheckId): Bilingual => forms[id].title

/** The outcome as an officer reads it, numbers with their limits: "Head 38 mm, must be 31 to 36: too large." */
export function checkText(check: CheckResult): Bilingual {
  const text = textOf(check)
  return { en: fill(text.en, check, 'en'), fr: fill(text.fr, check, 'fr') }
}

function textOf(check: CheckResult): Bilingual {
  const { title, ok, found, low, high } = forms[check.id]
  if (check.level === 'not_assessed') {
    if (check.id === 'age') return ageUnknown
    const note = noteText[check.note ?? 'not_measured']
    return { en: `${title.en}: not assessed, ${note.en}.`, fr: `${title.fr}\u00a0: non évalué, ${note.fr}.` }
  }
  if (check.level === 'ok') return ok
  const [first] = check.readings
  const { min, max } = first ? fine(first) : {}
  if (min !== undefined && first && first.value < min) return low ?? found
  return max !== undefined && first && first.value > max ? (high ?? found) : found
}

const ageUnknown: Bilingual = {
  en: 'Nothing says when the photo was taken. Ask the person.',
  fr: 'Rien n’indique quand la photo a été prise. Demandez-le à la personne.',
}

/** Between these an officer need not look. */
const fine = ({ limits }: Reading): Bounds => ({ ...limits.return, ...limits.review })

function fill(text: string, check: CheckResult, language: Language): string {
  const [first] = check.readings
  const unit = first?.unit ?? check.unit ?? 'score'
  const { min, max } = first ? fine(first) : {}
  const limit = check.reviewAt ?? check.returnAt
  const words: Record<string, string | undefined> = {
    value: written(first?.value ?? check.value, unit, language),
    min: written(min, unit, language),
    max: written(max, unit, language),
    limit: written(limit, unit, language),
    metric: first && sideNames[first.metric]?.[language],
    range: range({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }, unit, language),
    ...Object.fromEntries(check.readings.map((each) => [each.metric, written(each.value, each.unit, language)])),
  }
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? '?')
}

const sideNames: Partial<Record<MetricId, Bilingual>> = {
  width: { en: 'the width', fr: 'largeur' },
  height: { en: 'the height', fr: 'hauteur' },
  print_dpi: { en: 'the dots per inch of the print', fr: 'points par pouce à l’impression' },
}

function range({ min, max }: Bounds, unit: Unit, language: Language): string {
  const [from, to] = [written(min, unit, language), written(max, unit, language)]
  if (from && to) return language === 'en' ? `${from} to ${to}` : `de ${from} à ${to}`
  if (from) return language === 'en' ? `at least ${from}` : `au moins ${from}`
  return language === 'en' ? `at most ${to ?? '?'}` : `au plus ${to ?? '?'}`
}

/** Shares and ratios of light as percent; degrees and shares without sign, the text says the side; 4,2 in French. */
function written(value: number | null | undefined, unit: Unit, language: Language): string | undefined {
  if (value === null || value === undefined) return undefined
  const size = unit === 'share' ? Math.round(Math.abs(value) * 1000) / 10 : unit === 'degrees' ? Math.abs(value) : value
  const text = String(Math.round(size * 100) / 100)
  return language === 'fr' ? text.replace('.', ',') : text
}
