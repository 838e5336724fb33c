import { z } from 'zod'
import { answerSchema, type Question } from './answer.ts'
import { evidenceAccount } from './evidence.ts'
import { isList, type ListName, listNames, lists } from './lists.ts'
import { isQuestion, type QuestionId, questionIds, questions } from './questions.ts'

/**
 * The registers in which a claim's record stands: `record.<question>` for one answer, `row.<list>.<id>` for one row,
 * `none.<list>` for "asked: none", `evidence.<id>` for what is said of a file. They are multi-value registers of the claim like its fields.
 */

export const answerRegister = (question: QuestionId): string => `record.${question}`
export const rowRegister = (list: ListName, id: string): string => `row.${list}.${id}`
export const noneRegister = (list: ListName): string => `none.${list}`

export type Register =
  | { readonly is: 'answer'; readonly question: QuestionId }
  | { readonly is: 'row'; readonly list: ListName; readonly id: string }
  | { readonly is: 'none'; readonly list: ListName }
  | { readonly is: 'evidence'; readonly id: string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** What a register holds; undefined for one of another kind, or of a newer version. */
export function readRegister(name: string): Register | undefined {
  const [kind, ...rest] = name.split('.')
  const first = rest[0] ?? ''
  if (kind === 'record') {
    const question = rest.join('.')
    return isQuestion(question) ? { is: 'answer', question } : undefined
  }
  if (kind === 'none' && rest.length === 1 && isList(first)) return { is: 'none', list: first }
  if (kind === 'evidence' && rest.length === 1 && uuid.test(first)) return { is: 'evidence', id: first }
  const id = rest[1] ?? ''
  return kind === 'row' && rest.length === 2 && isList(first) && uuid.test(id)
    ? { is: 'row', list: first, id }
    : undefined
}

/** Is it one of the record, whatever the version? */
export const isRecordRegister = (name: string): boolean => /^(record|row|none|evidence)\./.test(name)

const rowSchema = (columns: Readonly<Record<string, Question>>): z.ZodType =>
  z
    .strictObject(
      Object.fromEntries(Object.entries(columns).map(([name, { answer }]) => [name, answerSchema(answer).optional()])),
    )
    .refine((row) => Object.values(row).some((each) => each !== undefined), { message: 'empty' })

const rowSchemas = Object.fromEntries(listNames.map((list) => [list, rowSchema(lists[list].columns)])) as Readonly<
  Record<ListName, z.ZodType>
>
const answerSchemas = Object.fromEntries(questionIds.map((id) => [id, answerSchema(questions[id].answer)])) as Readonly<
  Record<QuestionId, z.ZodType>
>

/** The schema of what a register holds. */
export const schemaOf = (register: Register): z.ZodType => {
  if (register.is === 'answer') return answerSchemas[register.question]
  if (register.is === 'evidence') return evidenceAccount
  return register.is === 'row' ? rowSchemas[register.list] : z.literal(true)
}

/** Changes of some registers; `null` clears an answer and removes a row. */
export const recordChanges = z.record(z.string().max(80), z.json()).superRefine((changes, context) => {
  const entries = Object.entries(changes)
  if (entries.length === 0 || entries.length > 400) context.addIssue({ code: 'custom', message: 'size' })
  for (const [name, value] of entries) {
    const register = readRegister(name)
    if (!register) context.addIssue({ code: 'custom', message: 'unknown', path: [name] })
    else if (value !== null && !schemaOf(register).safeParse(value).success)
      context.addIssue({ code: 'custom', message: 'value', path: [name] })
  }
})
export type RecordChanges = z.infer<typeof recordChanges>
