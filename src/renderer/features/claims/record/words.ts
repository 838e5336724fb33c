import type { AnswerKind, Explained } from '../../../../shared/record/answer.ts'
import { evidenceKinds } from '../../../../shared/record/evidence.ts'
import { listOf } from '../../../../shared/record/lists.ts'
import { questionOf } from '../../../../shared/record/questions.ts'
import type { RowValues } from '../../../../shared/record/record.ts'
import { readRegister } from '../../../../shared/record/registers.ts'
import { useLanguage } from '../../../app/language.tsx'
import { countryName, languageName } from '../../../app/names.ts'

/** What the registers of a record are called, and what they hold, in words: for the timeline and for what was sent. */

/** The name of a register of the record; undefined for any other. */
export function useRegisterName() {
  const { t, say } = useLanguage()
  return (name: string): string | undefined => {
    const register = readRegister(name)
    if (!register) return undefined
    if (register.is === 'answer') return say(questionOf(register.question).text)
    if (register.is === 'evidence') return t('record.evidence')
    return say(register.is === 'row' ? listOf(register.list).one : listOf(register.list).title)
  }
}

/** What a register of the record holds, in one line. */
export function useSayRegister() {
  const { t, say } = useLanguage()
  const answer = useSayAnswer()
  return (name: string, value: unknown): string => {
    const register = readRegister(name)
    if (!register || value === null || value === undefined) return ''
    if (register.is === 'answer') return answer(questionOf(register.question).answer, value)
    if (register.is === 'none') return say(listOf(register.list).none)
    if (register.is === 'evidence') {
      const { kind, what } = value as { kind: string; what?: string }
      const title = evidenceKinds.find((each) => each.value === kind)?.text
      return [title && say(title), what].filter(Boolean).join(', ') || t('record.evidence')
    }
    const { columns } = listOf(register.list)
    return Object.entries(columns)
      .map(([column, { answer: kind }]) => {
        const part = (value as RowValues)[column]
        return part === undefined ? '' : answer(kind, part)
      })
      .filter(Boolean)
      .join(', ')
  }
}

/** An answer in words. */
export function useSayAnswer() {
  const { t, say, language } = useLanguage()
  return (kind: AnswerKind, value: unknown): string => {
    switch (kind.as) {
      case 'yes_no':
        return t(value ? 'common.yes' : 'common.no')
      case 'explained': {
        const { yes, text } = value as Explained
        return [t(yes ? 'common.yes' : 'common.no'), text].filter(Boolean).join(': ')
      }
      case 'country':
        return countryName(String(value), language)
      case 'countries':
        return (value as string[]).map((code) => countryName(code, language)).join(', ')
      case 'language':
        return languageName(String(value), language)
      case 'choice':
      case 'choices': {
        const text = (one: unknown) => kind.options.find((option) => option.value === one)?.text
        return [value]
          .flat()
          .map((one) => say(text(one) ?? { en: String(one), fr: String(one) }))
          .join(', ')
      }
      case 'row':
        return ''
      default:
        return String(value)
    }
  }
}
