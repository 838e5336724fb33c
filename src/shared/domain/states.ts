/**
 * State tables: what may be done to a claim and to a printed document in each state.
 * The button and the command read the same table, so that neither can allow what the other forbids.
 */

export const claimStates = [
  'intake',
  'undecided',
  'suspended',
  'ineligible_proposed',
  'ineligible',
  'referred',
  'withdrawn',
  'moved',
] as const
/**
 * `intake`: being taken in. `undecided`: acknowledged, to return for an interview. `suspended`: s. 100(2) IRPA.
 * `ineligible_proposed`: one officer found it ineligible, a second one has to confirm. `ineligible`: s. 101(1). `referred`: eligible and referred to the RPD.
 * `withdrawn`: the person took it back; only a supervisor sets it going again. `moved`: another office has it; here it is
 * read and nothing else.
 */
export type ClaimState = (typeof claimStates)[number]

/** Where a reopened claim goes on: acknowledged, and to be decided again. */
export const stateWhenReopened = 'undecided' satisfies ClaimState

export const claimActions = [
  'edit',
  'complete',
  'amend',
  'check',
  'decide',
  'confirm_decision',
  'reopen',
  'withdraw',
  'issue_document',
  'issue_acknowledgement',
  'issue_stand_in',
  'issue_notice',
  'issue_conditions',
  'issue_cover',
  'issue_referral',
  'issue_interview',
  'issue_decision',
  'reprint',
  'record_act',
  'meet_deadline',
  'move',
] as const
/**
 * `complete`: give what is still missing. It outlives the decision, else a claim decided too early never gets its document.
 * `issue_stand_in`: a letter in the place of a document that cannot be made for want of a number, a sheet or a printer.
 * `issue_notice`, `issue_cover`: as an act of law, whenever; `issue_conditions`: once the examination came to a decision.
 * `issue_referral`: what goes to the RPD with a referred claim. `issue_interview`: calls the person to be examined.
 * `issue_decision`: tells a decision that is no referral.
 * `record_act`: an act of law (a seizure, an order, a detention) is recorded whenever it happened.
 * `move`: give it to another office, whatever its state.
 * `amend`: correct what a decision or a document rests on, with a reason; of an open claim, the settled identity of its person.
 */
export type ClaimAction = (typeof claimActions)[number]

const always: readonly ClaimAction[] = [
  'complete',
  'amend',
  'check',
  'record_act',
  'issue_notice',
  'issue_cover',
  'move',
]
const open: readonly ClaimAction[] = [
  ...always,
  'edit',
  'decide',
  'withdraw',
  'issue_acknowledgement',
  'issue_conditions',
  'reprint',
  'meet_deadline',
]
const decided: readonly ClaimAction[] = [
  ...always,
  'reopen',
  'issue_document',
  'issue_stand_in',
  'issue_conditions',
  'reprint',
  'meet_deadline',
]
const byClaimState: Readonly<Record<ClaimState, readonly ClaimAction[]>> = {
  intake: [...always, 'edit', 'decide', 'withdraw', 'issue_interview', 'meet_deadline'],
  undecided: [...open, 'issue_interview'],
  suspended: [...open, 'issue_decision'],
  // The facts stand still while a second officer looks at them: returning the proposal opens them again.
  ineligible_proposed: [
    ...always,
    'confirm_decision',
    'withdraw',
    'issue_acknowledgement',
    'issue_conditions',
    'reprint',
    'meet_deadline',
  ],
  // A document after an ineligible decision only where a PRRA may be asked for: the command checks that too.
  ineligible: [...decided, 'issue_decision'],
  referred: [...decided, 'withdraw', 'issue_referral'],
  withdrawn: [...always, 'reopen', 'reprint'],
  moved: [],
}

/** States of claims that still wait for the desk: the backlog. */
const backlogStates = [
  'intake',
  'undecided',
  'suspended',
  'ineligible_proposed',
] as const satisfies readonly ClaimState[]
export const inBacklog = (state: string): boolean => backlogStates.some((each) => each === state)

/** Is the person to be called to an eligibility interview? */
export const awaitsInterview = (state: string): boolean => state === 'undecided'

/**
 * Can its person still be called, to an eligibility interview or to anything else (biometrics, a medical examination)? An
 * interview ends with the decision that it is for; the rest goes on with a claim that was referred.
 */
export const stillCalled = (state: string, to: 'interview' | 'other'): boolean =>
  inBacklog(state) || (to === 'other' && state === 'referred')

/** May this be done to a claim in this state? */
export const claimAllows = (state: ClaimState, action: ClaimAction): boolean => byClaimState[state].includes(action)

const statesThat = (action: ClaimAction): readonly ClaimState[] =>
  claimStates.filter((state) => claimAllows(state, action))
const decision = (to: ClaimState) =>
  ({ event: 'claim.decided', from: statesThat('decide'), to, action: 'decide' }) as const

/** Which event leads from which states to which, and the action that the command asks for. */
export const claimTransitions: readonly {
  readonly event: string
  readonly from: readonly ClaimState[]
  readonly to: ClaimState
  readonly action: ClaimAction
}[] = [
  { event: 'claim.opened', from: [], to: 'intake', action: 'edit' },
  decision('undecided'),
  decision('suspended'),
  decision('referred'),
  decision('ineligible'),
  {
    event: 'claim.ineligibility_proposed',
    from: statesThat('decide'),
    to: 'ineligible_proposed',
    action: 'decide',
  },
  {
    event: 'claim.proposal_returned',
    from: statesThat('confirm_decision'),
    to: 'undecided',
    action: 'confirm_decision',
  },
  { event: 'claim.decided', from: statesThat('confirm_decision'), to: 'ineligible', action: 'confirm_decision' },
  { event: 'claim.withdrawn', from: statesThat('withdraw'), to: 'withdrawn', action: 'withdraw' },
  { event: 'claim.reopened', from: ['ineligible', 'referred'], to: stateWhenReopened, action: 'reopen' },
  { event: 'claim.moved_out', from: statesThat('move'), to: 'moved', action: 'move' },
  { event: 'claim.reinstated', from: ['withdrawn'], to: stateWhenReopened, action: 'reopen' },
]

export const documentStates = ['reserved', 'sent', 'confirmed', 'spoiled', 'revoked'] as const
/**
 * `reserved`: number and sheet taken, bytes stored. `sent`: handed to the printer. `confirmed`: the officer holds
 * the good sheet. `spoiled`: jammed, smeared or torn; the sheet is dead and another takes its place under the same number.
 * `revoked`: the number is never valid again; a replacement has another one.
 */
export type DocumentState = (typeof documentStates)[number]
export type DocumentAction = 'print' | 'confirm' | 'spoil' | 'reprint' | 'replace' | 'revoke' | 'add_signed_copy'

const byDocumentState: Readonly<Record<DocumentState, readonly DocumentAction[]>> = {
  reserved: ['print', 'spoil', 'revoke'],
  sent: ['print', 'confirm', 'spoil', 'revoke', 'add_signed_copy'],
  confirmed: ['reprint', 'spoil', 'replace', 'revoke', 'add_signed_copy'],
  spoiled: [],
  revoked: [],
}

export const documentAllows = (state: DocumentState, action: DocumentAction): boolean =>
  byDocumentState[state].includes(action)
