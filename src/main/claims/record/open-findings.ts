import type { ClaimView, FieldView } from '../../../shared/contract/views.ts'
import { isRecordRegister } from '../../../shared/record/registers.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { valuesOf } from '../fields.ts'
import { recordInput } from './input.ts'
import { judgedFindings } from './judged.ts'

interface Of {
  readonly id: string
  readonly personId: string
  readonly personN: number
}

/**
 * What is found and not dismissed, for the head of every screen of the claim. A claim at the counter of which neither
 * form nor evidence came yet lacks everything: it is not told so at each step.
 */
export function openFindings(
  reader: Reader,
  of: Of,
  held: { readonly person: Record<string, FieldView>; readonly claim: Record<string, FieldView> },
  today: string,
): ClaimView['findings'] {
  if (!Object.keys(held.claim).some(isRecordRegister) && !cameIn(reader, of.id)) return []
  const registers = valuesOf(held.claim)
  const input = recordInput(reader, of, { person: valuesOf(held.person), claim: registers }, today)
  return judgedFindings(input, registers)
    .filter(({ dismissed }) => dismissed === undefined)
    .map(({ key, severity, message, at }) => ({ key, severity, message, at }))
}

const cameIn = (reader: Reader, claim: string): boolean =>
  reader.first(query.selectFrom('claim_review').select('claim').where('claim', '=', claim)) !== undefined ||
  reader.first(query.selectFrom('evidence').select('id').where('claim', '=', claim).limit(1)) !== undefined
