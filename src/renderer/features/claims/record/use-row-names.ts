import { type ListName, listOf } from '../../../../shared/record/lists.ts'
import { recordOf } from '../../../../shared/record/record.ts'
import { useLanguage } from '../../../app/language.tsx'
import { useRecord } from './record.tsx'

/** What every register of the record holds now, half-confirmed changes too. */
export function useRegisters(): Readonly<Record<string, unknown>> {
  const { view, shownIn } = useRecord()
  return Object.fromEntries(Object.keys(view.registers).map((name) => [name, shownIn(name)]))
}

/** The rows of a list by a name to choose them by: "2: police, Homs". */
export function useRowNames(list: ListName): readonly { readonly id: string; readonly name: string }[] {
  const { say } = useLanguage()
  const registers = useRegisters()
  const { one, columns } = listOf(list)
  return recordOf(registers).rows[list].map(({ id, values }, at) => {
    const words = Object.entries(columns).flatMap(([column, { answer }]) => {
      const value = values[column]
      if (typeof value !== 'string') return []
      if (answer.as === 'choice') return [say(answer.options.find((each) => each.value === value)?.text ?? one)]
      return answer.as === 'text' || answer.as === 'long' || answer.as === 'date' ? [value.slice(0, 60)] : []
    })
    return { id, name: `${at + 1}. ${words.slice(0, 2).join(', ') || say(one)}` }
  })
}
