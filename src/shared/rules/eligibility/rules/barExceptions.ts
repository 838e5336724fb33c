import { irpa } from '../../citation.ts'
import type { IsoDate } from '../../dates.ts'
import { text } from '../../text.ts'
import type { Exception } from '../exception.ts'
import { inTurn, not } from '../logic.ts'
import { under18 } from '../reader.ts'

/** Temporary public policy signed 2026-05-19 under IRPA s. 25.2: from s. 101(1)(b.1) and (b.2) only. */
const publicPolicyFrom = '2026-05-19'

const unaccompaniedMinor: Exception['holds'] = (facts, claimDate) =>
  inTurn(
    () => under18(facts, claimDate),
    () => not(facts.yes('responsibleAdultInCanada')),
  )

const publicPolicy: Exception = {
  id: 'policy.2026-05-19.unaccompanied_minor',
  title: text(
    'unaccompanied minor, temporary public policy',
    'mineur non accompagné, politique d’intérêt public temporaire',
  ),
  citation: {
    en: `${irpa('25.2').en}; temporary public policy of ${publicPolicyFrom}`,
    fr: `${irpa('25.2').fr}; politique d’intérêt public temporaire du ${publicPolicyFrom}`,
  },
  holds: unaccompaniedMinor,
  flag: {
    code: 'delegated_officer',
    text: text('A delegated officer must grant this exemption.', 'Un agent délégué doit accorder cette dispense.'),
  },
}

export const barExceptions = (decision: IsoDate): readonly Exception[] =>
  decision >= publicPolicyFrom ? [publicPolicy] : []

const gazette = {
  en: 'Proposed regulations, Canada Gazette, Part I, 2026-06-20',
  fr: 'Projet de règlement, Gazette du Canada, partie I, 2026-06-20',
}

/** What the regulations proposed in June 2026 would except. */
export const proposedBarExceptions = (): readonly Exception[] => [
  {
    id: 'reform.unaccompanied_minor',
    title: text('unaccompanied minor', 'mineur non accompagné'),
    citation: gazette,
    holds: unaccompaniedMinor,
  },
  {
    id: 'reform.documents_within_year',
    title: text('documents submitted within one year of entry', 'documents remis dans l’année suivant l’entrée'),
    citation: gazette,
    holds: (facts) => facts.yes('documentsWithinYear'),
  },
]
