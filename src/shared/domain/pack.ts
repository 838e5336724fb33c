import type { ClaimState, DocumentState } from './states.ts'
import { claimAllows } from './states.ts'
import { type documentKinds, identityKinds, isIdentityKind } from './vocabulary.ts'

/**
 * The papers that a family goes home with: what is due to whom, in the order in which it is handed over, and what stands
 * in the way of each. It follows from the claims and their papers alone, so that after a crash the list is what the log says.
 */

type Kind = (typeof documentKinds)[number]

/** A paper as the log knows it. */
export interface PaperOfPack {
  readonly documentId: string
  readonly kind: Kind
  readonly number: string
  readonly stockSerial?: string
  readonly state: DocumentState
  /** What it speaks of: held documents on a notice, numbers on a cover, `stand_in` for a letter in a document's place. */
  readonly about: readonly string[]
  /** Code of the failure of the last attempt to print. */
  readonly notPrinted?: string
  readonly signed: boolean
  /** Another paper has taken its place. */
  readonly replaced: boolean
}

/** A member of the family with what decides on their papers. */
export interface MemberOfPack {
  readonly claimId: string
  readonly state: ClaimState
  /** Keys of what the document lacks; see `barsToDocument`. */
  readonly lacks: readonly string[]
  /** After an ineligible decision: may a risk assessment be asked for? */
  readonly mayHaveDocument: boolean
  /** Number of a document that the person holds by another claim. */
  readonly heldElsewhere?: string
  /** Ids of the held documents that were seized. */
  readonly seized: readonly string[]
  /** The act of acknowledging the conditions is recorded. */
  readonly acknowledged: boolean
  /** Latest first. */
  readonly papers: readonly PaperOfPack[]
}

/** What this desk has left. */
export interface Supplies {
  readonly numbers: number
  /** Serials ready, the next first. */
  readonly sheets: readonly string[]
}

export type PackBar = 'not_decided' | 'incomplete' | 'no_numbers' | 'no_sheets' | 'held_elsewhere'

/**
 * - `barred`: cannot be issued now. `due`: will be issued. `spoiled`: its sheet is dead and the next one is due.
 * - `reserved`: issued, not printed yet. `not_printed`: the printer did not take it. `sent`: printed, to be confirmed.
 * - `confirmed`: in the person's hand.
 */
export const packStates = ['barred', 'due', 'spoiled', 'reserved', 'not_printed', 'sent', 'confirmed'] as const
export type PackState = (typeof packStates)[number]

export interface PackLine {
  readonly claimId: string
  readonly kind: Kind
  readonly shown: PackState
  readonly paper?: PaperOfPack
  readonly bar?: PackBar
  readonly lacks?: readonly string[]
  /** What a paper that is due will speak of. */
  readonly about: readonly string[]
  /** A letter in the place of the document above it. */
  readonly standsIn?: true
  /** The sheet that a document will take. */
  readonly sheet?: string
  /** A copy with a signature belongs in the file, and there is none. */
  readonly unsigned?: true
}

/** Says of a letter that it stands in the place of a document that could not be made. */
export const standIn = 'stand_in'

/** Papers whose signed copy belongs in the file; none is ever a bar to leaving. */
const signedKinds = ['seizure', 'conditions'] as const satisfies readonly Kind[]

/** Every line of the pack in the order of the sheets: the cover, then member by member. */
export function packLines(members: readonly MemberOfPack[], supplies: Supplies, mostOnNotice: number): PackLine[] {
  let left = supplies
  const lines = members.flatMap((member) => {
    const identity = identityLines(member, left)
    for (const line of identity) left = after(left, line)
    return [...identity, ...noticeLines(member, mostOnNotice), ...conditionsLines(member), ...referralLines(member)]
  })
  return [...coverLines(members[0], lines), ...lines]
}

/** Will the pack's one key issue this? */
export const isDue = ({ shown }: PackLine): boolean => shown === 'due' || shown === 'spoiled'

/** Is there a sheet for the printer? */
export const isToPrint = ({ shown }: PackLine): boolean => shown === 'reserved' || shown === 'not_printed'

const living = ({ state }: PaperOfPack): boolean => state !== 'spoiled' && state !== 'revoked'

function stateOf(paper: PaperOfPack): PackState {
  if (paper.state === 'reserved') return paper.notPrinted ? 'not_printed' : 'reserved'
  return paper.state === 'sent' || paper.state === 'confirmed' ? paper.state : 'spoiled'
}

function lineOf({ claimId }: MemberOfPack, paper: PaperOfPack): PackLine {
  const wanted = (signedKinds as readonly string[]).includes(paper.kind) && !paper.signed
  return {
    claimId,
    kind: paper.kind,
    shown: stateOf(paper),
    paper,
    about: paper.about,
    ...(wanted && living(paper) ? { unsigned: true as const } : {}),
  }
}

/** A paper that is to be made: as the replacement of a dead sheet where there is one. */
function dueLine(member: MemberOfPack, kind: Kind, about: readonly string[] = []): PackLine {
  const dead = member.papers.find((paper) => isDead(paper) && paper.kind === kind && sameAbout(paper, kind, about))
  if (!dead) return { claimId: member.claimId, kind, shown: 'due', about }
  return { claimId: member.claimId, kind, shown: 'spoiled', paper: dead, about }
}
const isDead = ({ state, replaced }: PaperOfPack) => state === 'spoiled' && !replaced
const sameAbout = (paper: PaperOfPack, kind: Kind, about: readonly string[]) =>
  kind !== 'seizure' || paper.about.some((one) => about.includes(one))

/** The document that says who the person is, or the letter while there is none. */
function identityLines(member: MemberOfPack, supplies: Supplies): PackLine[] {
  const { state, papers } = member
  if (!claimAllows(state, 'issue_document')) {
    if (!claimAllows(state, 'issue_acknowledgement'))
      return [{ claimId: member.claimId, kind: 'RPID', shown: 'barred', bar: 'not_decided', about: [] }]
    const letter = papers.find((paper) => paper.kind === 'acknowledgement' && living(paper))
    return [letter ? lineOf(member, letter) : dueLine(member, 'acknowledgement')]
  }
  if (!member.mayHaveDocument) return []
  const document = papers.find((paper) => isIdentityKind(paper.kind) && living(paper))
  if (document) {
    const letter = document.state === 'confirmed' ? undefined : standInOf(member)
    return [lineOf(member, document), ...(letter ? [{ ...lineOf(member, letter), standsIn: true as const }] : [])]
  }
  return withoutDocument(member, supplies)
}

const standInOf = ({ papers }: MemberOfPack) =>
  papers.find((paper) => paper.kind === 'acknowledgement' && living(paper) && paper.about.includes(standIn))

/** The document is still to be made; where number or sheet is lacking, a letter on plain paper goes in its place. */
function withoutDocument(member: MemberOfPack, supplies: Supplies): PackLine[] {
  const line =
    identityKinds.map((kind) => dueLine(member, kind)).find(({ shown }) => shown === 'spoiled') ??
    dueLine(member, 'RPID')
  const bar = barOf(member, supplies, line)
  const [sheet] = supplies.sheets
  if (!bar) return [{ ...line, ...(sheet ? { sheet } : {}) }]
  const barred: PackLine = { ...line, shown: 'barred', bar, ...(bar === 'incomplete' ? { lacks: member.lacks } : {}) }
  if (bar !== 'no_numbers' && bar !== 'no_sheets') return [barred]
  const letter = standInOf(member)
  const instead = letter ? lineOf(member, letter) : dueLine(member, 'acknowledgement', [standIn])
  return [barred, { ...instead, standsIn: true }]
}

function barOf({ heldElsewhere, lacks }: MemberOfPack, supplies: Supplies, line: PackLine): PackBar | undefined {
  if (heldElsewhere) return 'held_elsewhere'
  if (lacks.length > 0) return 'incomplete'
  // A spoiled sheet leaves its number to the next one.
  if (line.shown === 'due' && supplies.numbers < 1) return 'no_numbers'
  return supplies.sheets.length < 1 ? 'no_sheets' : undefined
}

function after(supplies: Supplies, line: PackLine): Supplies {
  if (!isIdentityKind(line.kind) || !isDue(line)) return supplies
  return { numbers: supplies.numbers - (line.shown === 'due' ? 1 : 0), sheets: supplies.sheets.slice(1) }
}

/** One notice for so many seized documents as go on a page. */
function noticeLines(member: MemberOfPack, most: number): PackLine[] {
  const notices = member.papers.filter((paper) => paper.kind === 'seizure' && living(paper)).reverse()
  const told = notices.flatMap(({ about }) => about)
  const untold = member.seized.filter((id) => !told.includes(id))
  const chunks = Array.from({ length: Math.ceil(untold.length / most) }, (_, at) =>
    untold.slice(at * most, (at + 1) * most),
  )
  return [
    ...notices.map((notice) => lineOf(member, notice)),
    ...chunks.map((about) => dueLine(member, 'seizure', about)),
  ]
}

function conditionsLines(member: MemberOfPack): PackLine[] {
  if (!claimAllows(member.state, 'issue_conditions')) return []
  const sheet = member.papers.find((paper) => paper.kind === 'conditions' && living(paper))
  if (sheet) return [lineOf(member, sheet)]
  return member.acknowledged ? [] : [dueLine(member, 'conditions')]
}

/**
 * The confirmation of referral goes to whoever was referred (RPD Rules, rule 3(4)), after the notices whose numbers it names.
 * One that was made on a decision set aside is revoked, so the next referral asks for another.
 */
function referralLines(member: MemberOfPack): PackLine[] {
  if (!claimAllows(member.state, 'issue_referral')) return []
  const letter = member.papers.find((paper) => paper.kind === 'referral' && living(paper))
  return [letter ? lineOf(member, letter) : dueLine(member, 'referral')]
}

/** The cover names every other paper of the pack by its number: one that does not is out of date. */
function coverLines(principal: MemberOfPack | undefined, lines: readonly PackLine[]): PackLine[] {
  const numbers = lines.flatMap(({ paper, shown }) => (paper && shown !== 'barred' ? [paper.number] : []))
  if (!principal || (numbers.length === 0 && !lines.some(isDue))) return []
  const cover = principal.papers.find((paper) => paper.kind === 'cover' && living(paper))
  const current =
    cover && !lines.some(({ shown }) => shown === 'due') && sameNumbers(cover.about, numbers) ? cover : undefined
  if (current) return [lineOf(principal, current)]
  return [dueLine(principal, 'cover')]
}

const sameNumbers = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && other.every((number) => one.includes(number))

/** The line that a scanned number or serial belongs to; undefined: it is of another pack. */
export const lineScanned = (lines: readonly PackLine[], scanned: string): PackLine | undefined =>
  lines.find(({ paper, shown }) => {
    const living = shown !== 'barred' && shown !== 'spoiled'
    return living && paper !== undefined && (paper.number === scanned || paper.stockSerial === scanned)
  })

/** How many lines stand in each state. */
export const packCounts = (lines: readonly PackLine[]): Readonly<Record<PackState, number>> =>
  Object.fromEntries(packStates.map((state) => [state, lines.filter(({ shown }) => shown === state).length])) as Record<
    PackState,
    number
  >
