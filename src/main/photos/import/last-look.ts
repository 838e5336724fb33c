import type { PhotoImportLook } from '../../../shared/contract/views.ts'
import type { Failure } from '../../../shared/errors.ts'
import { keepLocalNote, localNote } from '../../store/local-notes.ts'
import type { ProjectionTx, Reader } from '../../store/types.ts'

/** What the desk remembers of the import folder: a memory of this desk, not of the office's record. */
export interface LookedInto {
  readonly lastAt: string
  readonly taken: number
  readonly refused: number
  readonly failure?: Failure
  readonly last?: PhotoImportLook
}

const noteName = 'photo_import'

export function lookedInto(reader: Reader): LookedInto | undefined {
  const note = localNote(reader, noteName)
  return note ? (JSON.parse(note) as LookedInto) : undefined
}

export const keepLook = (tx: ProjectionTx, look: LookedInto): void => keepLocalNote(tx, noteName, JSON.stringify(look))

/** Names of refused files may name people: they go when anybody is erased. */
export function forgetRefusals(tx: ProjectionTx & Reader): void {
  const kept = lookedInto(tx)
  if (kept?.last) keepLook(tx, { ...kept, last: { ...kept.last, refusals: [] } })
}
