import type { Question } from './answer.ts'
import { backgroundQuestions } from './questions/background.ts'
import { bocQuestions } from './questions/boc.ts'
import { whoQuestions } from './questions/who.ts'

/** Every question with one answer that the forms ask beside the fields of a claim. Ids are never renamed. */
export const questions = { ...whoQuestions, ...backgroundQuestions, ...bocQuestions } as const

export type QuestionId = keyof typeof questions
export const questionIds = Object.keys(questions) as readonly QuestionId[]
export const questionOf = (id: QuestionId): Question => questions[id]
export const isQuestion = (id: string): id is QuestionId => Object.hasOwn(questions, id)
