import type { EvidenceKind } from '../domain/vocabulary.ts'
import type { EvidenceAccount } from '../record/evidence.ts'

/** What a person calls a piece of evidence, as officers file it. */
export const kindAtDesk: Readonly<Record<EvidenceKind, EvidenceAccount['kind']>> = {
  passport: 'passport',
  identity_document: 'identity',
  civil_status: 'identity',
  basis_of_claim: 'basis_of_claim',
  status_or_entry: 'entry',
  police_report: 'police',
  medical_record: 'medical',
  witness_statement: 'witness',
  country_evidence: 'country',
  photograph: 'photo',
  translation: 'translation',
  other: 'other',
}
