import { layoutForm } from '../../shared/documents/layout/form.ts'
import type { Item } from '../../shared/forms/form.ts'
import { formOf } from '../../shared/forms/forms.ts'
import { texts } from '../../shared/i18n/index.ts'
import type { Language } from '../../shared/language.ts'
import { countryName } from '../../shared/mrz/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { questionOf } from '../../shared/record/questions.ts'
import { recordOf } from '../../shared/record/record.ts'
import { sayAnswer, sayRow } from '../../shared/record/say.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { findClaim } from '../claims/tools.ts'
import { mergePapers } from './merge.ts'
import { writePdf } from './pdf/engine.ts'
import type { PaperTools } from './rendering.ts'

interface Wish {
  readonly claimId: Uuid
  readonly form: string
  readonly language: Language
  /** With what the claim holds, or blank. */
  readonly filled: boolean
  /** Large print. */
  readonly large: boolean
}

/** A form on paper, for a person who cannot use the portal. Errors: desk.not_found, record.form_unknown, documents.*. */
export async function formPdf(
  tools: Omit<PaperTools, 'drawing'>,
  wish: Wish,
): Promise<Result<{ pdf: Uint8Array; title: string }>> {
  const form = formOf(wish.form)
  if (!form) return fail('record.form_unknown')
  const claim = findClaim(tools.store, wish.claimId)
  if (!claim.ok) return claim
  const loaded = await tools.fonts()
  if (!loaded.ok) return loaded
  const fonts = loaded.value
  const { language, large, filled } = wish
  const values = filled
    ? {
        ...valuesOf(fieldsOf(tools.store, { kind: 'person', id: claim.value.personId })),
        ...valuesOf(fieldsOf(tools.store, { kind: 'claim', id: claim.value.id })),
      }
    : {}
  const pages = layoutForm(
    {
      form,
      language,
      large,
      ...(filled ? { applicationNumber: claim.value.applicationNumber } : {}),
      fieldName: (field) => wordsOf(`field.${field}`, language),
      answer: answersIn(values, language),
    },
    fonts.metrics,
    { specimen: tools.specimen },
  )
  if (!pages.ok) return pages
  const parts: Uint8Array[] = []
  for (const { list } of pages.value) parts.push(writePdf(list, undefined, fonts, { issuedAt: tools.clock.now() }))
  return ok({
    pdf: await mergePapers(parts),
    title: `${form.number} ${filled ? claim.value.applicationNumber : ''}`.trim(),
  })
}

function answersIn(values: Readonly<Record<string, unknown>>, language: Language) {
  const record = recordOf(values)
  return (item: Item): readonly string[] => {
    if ('list' in item)
      return record.rows[item.list].map((row, at) => `${at + 1}. ${sayRow(item.list, row.values, language)}`)
    if ('question' in item) {
      const value = record.answers[item.question]
      return value === undefined ? [] : [sayAnswer(questionOf(item.question).answer, value, language)]
    }
    const said = sayField(item.field, values[item.field], language)
    return said ? [said] : []
  }
}

/** Fields whose values are codes of countries. */
const countries: ReadonlySet<string> = new Set(['birthCountry', 'formerResidence', 'citizenships', 'fearedCountries'])
/** Fields whose values have words of their own, `field.sex_F`. */
const coded: ReadonlySet<string> = new Set(['sex', 'officialLanguage', 'representativeKind', 'grounds'])

function sayField(field: string, value: unknown, language: Language): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return wordsOf(value ? 'common.yes' : 'common.no', language)
  const one = (each: unknown) => {
    if (countries.has(field)) return countryName(String(each), language)
    return coded.has(field) ? wordsOf(`field.${field}_${each}`, language) : String(each)
  }
  return [value].flat().map(one).join(', ')
}

/** A text of the window, or its key where there is none. */
const wordsOf = (key: string, language: Language): string =>
  (texts as Readonly<Record<string, Readonly<Record<Language, string>>>>)[key]?.[language] ?? key
