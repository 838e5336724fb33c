import {
  formatsOwed,
  halfRows,
  inlandWithoutProof,
  permitNotRequested,
  unexplained,
  unreadable,
  untranslated,
} from './completeness/asked.ts'
import { missingEssentials } from './completeness/essentials.ts'
import { gaps } from './completeness/gaps.ts'
import { relocationUnaddressed, unsupported } from './completeness/matrix.ts'
import { denied, fearWithoutThreat, namedNotDescribed } from './consistency/answers.ts'
import { departure, eventElsewhere, inCanadaBeforeEntry, rowDates, stamps, tripsOverlap } from './consistency/dates.ts'
import { elsewhere, fourteenDays, oneYear, zoneAgainstTyped } from './consistency/identity.ts'
import type { Finding, RecordInput, Rule, Severity } from './finding.ts'

/** Every rule of completeness and consistency. A new rule is one function and its line here. */
const rules: readonly Rule[] = [
  missingEssentials,
  elsewhere,
  zoneAgainstTyped,
  rowDates,
  denied,
  tripsOverlap,
  inCanadaBeforeEntry,
  departure,
  inlandWithoutProof,
  oneYear,
  fourteenDays,
  eventElsewhere,
  stamps,
  gaps,
  unsupported,
  fearWithoutThreat,
  namedNotDescribed,
  unexplained,
  halfRows,
  unreadable,
  untranslated,
  formatsOwed,
  permitNotRequested,
  relocationUnaddressed,
]

const weight: Readonly<Record<Severity, number>> = { serious: 0, look: 1, note: 2 }

/** All that is found, the serious first, each rule's findings in their own order. 300 answers take a few milliseconds. */
export const findingsOf = (input: RecordInput): Finding[] =>
  rules.flatMap((rule) => rule(input)).sort((a, b) => weight[a.severity] - weight[b.severity])
