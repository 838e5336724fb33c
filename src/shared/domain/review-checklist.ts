/**
 * The checklist of a review fills itself: each item from what the record holds, never by a tick of its own. It says what is
 * done, what an officer still has to do, what waits for somebody else, by whom and since when.
 */

export const checklistItems = [
  'received',
  'identity',
  'essentials',
  'findings',
  'photo',
  'biometrics',
  'checks',
  'medical',
  'partners',
  'preliminary',
  'interview',
  'eligibility',
  'decision',
] as const
export type ChecklistItem = (typeof checklistItems)[number]

/** `missing`: an officer can do it now. `waiting`: the person, a partner or the calendar has it. */
export type ChecklistState = 'done' | 'missing' | 'waiting' | 'not_needed'

export interface ChecklistLine {
  readonly item: ChecklistItem
  readonly state: ChecklistState
  /** How many of it are missing or waited for. */
  readonly count?: number
  /** Who did it. */
  readonly by?: string
  /** Day or instant on which it was done, or since which it is missing. */
  readonly since?: string
}

/** Who did something, and when. */
export interface Done {
  readonly by?: string
  readonly at: string
}

export interface ChecklistFacts {
  /** The day on which the claim came in; undefined: it did not yet. */
  readonly received?: Done | undefined
  /** Of the identity step. */
  readonly identityLacks: number
  /** Essential items that are missing, since when the review stands still for them. */
  readonly essentials: { readonly missing: number; readonly since?: string | undefined }
  /** Findings that contradict and were neither mended nor dismissed. */
  readonly findings: number
  readonly photo: { readonly state: 'none' | 'in_review' | 'good' | 'returned'; readonly done?: Done | undefined }
  readonly biometrics: {
    readonly exempt: boolean
    readonly done?: Done | undefined
    readonly booked?: string | undefined
  }
  /** Checks other than biometrics: how many are open, the last that was made. */
  readonly checks: { readonly open: number; readonly pending: number; readonly done?: Done | undefined }
  readonly medical: {
    readonly met?: string | undefined
    readonly since?: string | undefined
    readonly booked?: string | undefined
  }
  /** Partners that the review needs: those never asked, those that have not answered and since when. */
  readonly partners: { readonly unasked: number; readonly waiting: number; readonly since?: string | undefined }
  readonly preliminary?: string | undefined
  readonly interview: {
    readonly state: 'none' | 'requested' | 'offered' | 'booked' | 'no_show' | 'attended'
    readonly on?: string | undefined
    /** Notes that were begun or suspended and not closed. */
    readonly openNotes: boolean
    readonly closed?: Done | undefined
    /** Nobody has to be interviewed: the claim can be decided on what is there. */
    readonly needed: boolean
  }
  /** Rules of eligibility that have no finding yet. */
  readonly openRules: number
  readonly decision?: Done | undefined
  /** A second officer has to confirm. */
  readonly proposed?: Done | undefined
}

export function reviewChecklist(facts: ChecklistFacts): ChecklistLine[] {
  const { received, essentials, photo, biometrics, checks, medical, partners, interview, decision, proposed } = facts
  const lines: Record<ChecklistItem, Omit<ChecklistLine, 'item'>> = {
    received: received ? done(received) : { state: 'missing' },
    identity: facts.identityLacks === 0 ? { state: 'done' } : { state: 'missing', count: facts.identityLacks },
    essentials:
      essentials.missing === 0
        ? { state: 'done' }
        : { state: 'waiting', count: essentials.missing, ...since(essentials.since) },
    findings: facts.findings === 0 ? { state: 'done' } : { state: 'missing', count: facts.findings },
    photo: photoLine(photo),
    biometrics: biometrics.exempt
      ? { state: 'not_needed' }
      : biometrics.done
        ? done(biometrics.done)
        : biometrics.booked
          ? { state: 'waiting', ...since(biometrics.booked) }
          : { state: 'missing' },
    checks:
      checks.open === 0
        ? { state: 'done', ...(checks.done ? doneWords(checks.done) : {}) }
        : { state: checks.pending === checks.open ? 'waiting' : 'missing', count: checks.open },
    medical: medical.met
      ? { state: 'done', since: medical.met }
      : { state: 'waiting', ...since(medical.booked ?? medical.since) },
    partners:
      partners.unasked > 0
        ? { state: 'missing', count: partners.unasked }
        : partners.waiting > 0
          ? { state: 'waiting', count: partners.waiting, ...since(partners.since) }
          : { state: 'done' },
    preliminary: facts.preliminary ? { state: 'done', since: facts.preliminary } : { state: 'missing' },
    interview: interviewLine(interview),
    eligibility: facts.openRules === 0 ? { state: 'done' } : { state: 'missing', count: facts.openRules },
    decision: decision
      ? done(decision)
      : proposed
        ? { state: 'waiting', ...doneWords(proposed) }
        : { state: 'missing' },
  }
  return checklistItems.map((item) => ({ item, ...lines[item] }))
}

const doneWords = ({ by, at }: Done) => ({ since: at, ...(by ? { by } : {}) })
const done = (given: Done) => ({ state: 'done' as const, ...doneWords(given) })
const since = (day: string | undefined) => (day ? { since: day } : {})

function photoLine({ state, done: by }: ChecklistFacts['photo']): Omit<ChecklistLine, 'item'> {
  const words = by ? doneWords(by) : {}
  if (state === 'good') return { state: 'done', ...words }
  return { state: state === 'none' ? 'missing' : 'waiting', ...words }
}

function interviewLine({
  state,
  on,
  openNotes,
  closed,
  needed,
}: ChecklistFacts['interview']): Omit<ChecklistLine, 'item'> {
  if (openNotes) return { state: 'missing', ...since(on) }
  if (closed) return done(closed)
  if (state === 'attended') return { state: 'missing', ...since(on) }
  if (state === 'no_show') return { state: 'missing', ...since(on) }
  if (state === 'booked' || state === 'offered') return { state: 'waiting', ...since(on) }
  return needed ? { state: 'missing' } : { state: 'not_needed' }
}
