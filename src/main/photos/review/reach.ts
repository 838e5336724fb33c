import type { OfficerView } from '../../../shared/contract/views.ts'
import type { Action, AuthorityTarget, Verdict } from '../../../shared/domain/authority.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { officeOf } from '../../office/settings.ts'
import { verdictOf } from '../../seat/holds.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import type { PhotoFile } from './files.ts'

/** Whose case a photo is: the officer of its claim; an application is the office's, and no officer's own. */
export function targetOf(reader: Reader, { claim }: Pick<PhotoFile, 'claim'>): AuthorityTarget {
  const office = officeOf(reader).id
  const row = claim ? reader.first(query.selectFrom('claim').select('owner').where('id', '=', claim)) : undefined
  return { owner: row ? row.owner || null : office }
}

/** May the officer do this to that photo? */
export const mayOnPhoto = (
  reader: Reader,
  officer: OfficerView,
  action: Action,
  photo: Pick<PhotoFile, 'claim'>,
): Verdict => verdictOf(reader, officer, action, targetOf(reader, photo))

/** The officer whose own claims alone may be listed, if the role reaches no further. */
export function ownClaimsOnly(reader: Reader, officer: OfficerView): Uuid | undefined {
  const verdict = verdictOf(reader, officer, 'photo.view')
  return verdict.allowed && verdict.reach === 'own_case' ? officer.id : undefined
}
