import type { Bilingual } from '../../language.ts'
import { type Question, say, when } from '../answer.ts'

/** What one list of the record is. */
export interface List {
  readonly title: Bilingual
  /** One row of it: "Address". */
  readonly one: Bilingual
  /** What is said where there are none: an answer too. */
  readonly none: Bilingual
  readonly columns: Readonly<Record<string, Question>>
  /** Columns without which a row says too little. */
  readonly needed: readonly string[]
  /** `from` and `to` follow each other without a gap for ten years, or since 18. */
  readonly span?: true
}

/** Since when and until when. */
export const span = {
  from: when('From', 'Du'),
  to: { ...when('To', 'Au'), help: say('Empty: until today', 'Vide : jusqu’à aujourd’hui') },
}
