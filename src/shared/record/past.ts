import { listOf } from './lists.ts'
import { questionOf } from './questions.ts'
import { readRegister } from './registers.ts'

/** The first register that tells of a day after `today`; a partial date is compared as far as it says. */
export function futureRegister(fields: Readonly<Record<string, unknown>>, today: string): string | undefined {
  const lies = (date: unknown) => typeof date === 'string' && date > today.slice(0, date.length)
  return Object.entries(fields).find(([name, value]) => {
    const register = readRegister(name)
    if (register?.is === 'answer') return questionOf(register.question).past && lies(value)
    if (register?.is !== 'row' || value === null) return false
    const { columns } = listOf(register.list)
    return Object.entries(value as Record<string, unknown>).some(
      ([column, part]) => columns[column]?.past && lies(part),
    )
  })?.[0]
}
