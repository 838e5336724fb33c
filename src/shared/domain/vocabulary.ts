/**
 * The closed lists of the domain and what needs no schema: a window can show them without loading the validator.
 * The schemas of fields.ts and catalogue.ts are made of these.
 */

export const numberSeries = ['document', 'client', 'application'] as const

export const decisionOutcomes = ['referred', 'ineligible', 'suspended', 'undecided'] as const

/** Checks of a person who claims protection, in the order of the law: a removal order bars the claim before all else. */
export const checkNames = ['removal_order', 'biometrics', 'police', 'prior_claims'] as const
export type CheckName = (typeof checkNames)[number]

export const checkResults = ['done', 'unavailable', 'pending'] as const
export type CheckResult = (typeof checkResults)[number]

export const documentKinds = [
  'RPID',
  'RPCD',
  'acknowledgement',
  'seizure',
  'conditions',
  'cover',
  'referral',
  'interview',
  'decision',
  'preparation',
] as const

/** The papers that say who their holder is: a leased number on a numbered sheet. Every other goes on plain paper. */
export const identityKinds = ['RPID', 'RPCD'] as const
export const isIdentityKind = (kind: string): boolean => (identityKinds as readonly string[]).includes(kind)

/**
 * A paper on a plain sheet has its claim's application number, a letter that says which paper it is, and a count: `E000482193S1`.
 * The acknowledgement has the application number alone.
 */
export const paperLetters = {
  seizure: 'S',
  conditions: 'C',
  cover: 'P',
  referral: 'R',
  interview: 'N',
  decision: 'D',
  preparation: 'G',
  /** A letter that returns a photo; no document of the claim. */
  photo_return: 'F',
} as const

/** Why a document in a person's hand is replaced (facts: IRCC's reason codes): each has its own rule. */
export const replacementReasons = ['expiry', 'lost', 'stolen', 'damaged', 'error'] as const

/** Letters of which the newest alone holds: one more takes the place of the one before. */
export const successiveKinds = ['referral', 'interview', 'decision', 'preparation'] as const
export const isSuccessive = (kind: string): kind is (typeof successiveKinds)[number] =>
  (successiveKinds as readonly string[]).includes(kind)

/** Why a document number is no longer valid: replaced, its decision was reopened, or a newer letter says otherwise. */
export const revocationReasons = [...replacementReasons, 'reopened', 'superseded'] as const

export const stockStates = ['in_office', 'checked_out', 'issued', 'spoiled', 'lost', 'returned'] as const

export const roles = [
  'border_officer',
  'caseworker',
  'photo_reviewer',
  'supervisor',
  'auditor',
  'administrator',
] as const

export const sexes = ['F', 'M', 'X'] as const

/** How a person came across the border: decides which rules of law open. */
export const manners = ['land_poe', 'train_poe', 'airport', 'harbour', 'between_poes', 'elsewhere'] as const

export const persecutionGrounds = [
  'race',
  'religion',
  'nationality',
  'social_group',
  'political_opinion',
  'torture',
  'risk_to_life',
] as const

export const channels = ['port_of_entry', 'inland'] as const

export const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'] as const

/** Why somebody in the waiting room cannot wait as long as others; what each means is in hall.ts. */
export const vulnerabilities = ['medical', 'pregnant', 'infant', 'disability', 'older', 'distress'] as const

/** Where a party of the waiting room stands: in the hall, gone without being seen, or seen to the end. */
export const arrivalStages = ['waiting', 'left', 'done'] as const

/** How a claim is taken in: everything at once, or only what the One Touch lane needs today. */
export const lanes = ['full_intake', 'one_touch'] as const
export const aliasKinds = ['birth', 'married', 'other_spelling', 'document', 'nickname', 'other'] as const

export const legMeans = ['air', 'road', 'rail', 'sea', 'foot'] as const

export const heldKinds = [
  'passport',
  'identity_card',
  'travel_document',
  'visa',
  'residence_permit',
  'birth_certificate',
  'marriage_certificate',
  'driving_licence',
  'other',
] as const

export const paperLooks = ['genuine', 'suspect', 'not_examined'] as const

export const earlierOutcomes = [
  'accepted',
  'rejected',
  'vacated_or_ceased',
  'ineligible',
  'withdrawn',
  'abandoned',
  'open',
  'unknown',
] as const

/** With whom a person under 18 came. */
export const companions = ['parent', 'guardian', 'other_adult', 'nobody'] as const

/** Paragraphs of the IRPA for which a report under s. 44(1) may be written. */
export const inadmissibilityParagraphs = [
  '41(a)',
  '40(1)',
  '34(1)',
  '35(1)',
  '36(1)',
  '36(2)',
  '37(1)',
  '38(1)',
  '39',
  '40.1',
  '42(1)',
] as const

/** Who decides on a report and makes the order: IRPA s. 44(2), IRPR s. 228 and 229. */
export const orderMakers = ['minister_delegate', 'immigration_division'] as const

/** IRPA s. 55(1) to (3), IRPR s. 244. */
export const detentionGrounds = ['identity', 'flight_risk', 'danger_to_public', 'examination', 'security'] as const

/** Wordings of the conditions that people acknowledged, oldest first; the last is the one in use. */
export const conditionsVersions = ['2026-05'] as const

/** Is it a real year, year-month or day? 2026-02-30 and a 13th month are not. */
export function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!match) return false
  const [, year = '', month = '01', day = '01'] = match
  const days = daysIn(Number(year), Number(month))
  return days > 0 && Number(day) >= 1 && Number(day) <= days
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Files that people may send: judged by their content. */
export const fileMimes = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type FileMime = (typeof fileMimes)[number]

export const evidenceKinds = [
  'passport',
  'identity_document',
  'civil_status',
  'basis_of_claim',
  'status_or_entry',
  'police_report',
  'medical_record',
  'witness_statement',
  'country_evidence',
  'photograph',
  'translation',
  'other',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What an officer made of a correction that the person proposed. */
export const correctionAnswers = ['accepted', 'declined'] as const

/** What the office may ask the person to do. */
export const requiredActions = ['send_document', 'send_photo', 'correct_form', 'answer', 'attend', 'read'] as const
export type RequiredAction = (typeof requiredActions)[number]

/** How a notice came back: an e-mail that was not delivered, a letter that was returned. */
export const mailFailures = ['bounced', 'returned'] as const

/** What a passed preliminary review opens. */
export const benefits = ['work_permit', 'study_permit', 'health_coverage'] as const
export type Benefit = (typeof benefits)[number]

/** Who asks for more time. */
export const extensionAskers = ['claimant', 'representative'] as const
export type ExtensionAsker = (typeof extensionAskers)[number]

/** How the office learns that a person takes the claim back. */
export const withdrawalWays = ['in_writing', 'in_person', 'from_the_board'] as const
