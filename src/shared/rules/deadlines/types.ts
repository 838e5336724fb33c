import type { Bilingual } from '../../language.ts'
import type { CalendarId } from '../calendar.ts'
import type { IsoDate } from '../dates.ts'

/** `SEED`: what the service announced for its product. `LAW`: act, regulation or rule. `PRACTICE`: notice, manual, guide. */
export type DeadlineSource = 'SEED' | 'LAW' | 'PRACTICE'

/** What starts (or, for limits before an event, ends) a period. */
export const triggers = {
  claim_received: { en: 'Claim received', fr: 'Réception de la demande d’asile' },
  submission: { en: 'Complete claim submitted', fr: 'Présentation de la demande complète' },
  draft_started: { en: 'Online draft started', fr: 'Début du brouillon en ligne' },
  arrival: { en: 'Arrival in Canada', fr: 'Arrivée au Canada' },
  poe_instruction: { en: 'Instruction given at the port of entry', fr: 'Consigne donnée au point d’entrée' },
  eligibility_decision: { en: 'Eligibility decision', fr: 'Décision sur la recevabilité' },
  referral: { en: 'Referral to the Board', fr: 'Déféré à la Commission' },
  boc_due: { en: 'Basis of Claim Form due', fr: 'Échéance du formulaire FDA' },
  information_received: { en: 'Information received from the officer', fr: 'Réception des renseignements de l’agent' },
  hearing: { en: 'Hearing', fr: 'Audience' },
  next_proceeding: { en: 'Next proceeding', fr: 'Prochaine procédure' },
  date_fixed: { en: 'Date of the proceeding fixed', fr: 'Fixation de la date de la procédure' },
  reasons_received: { en: 'Written reasons received', fr: 'Réception des motifs écrits' },
  appeal_perfected: { en: 'Appeal perfected', fr: 'Mise en état de l’appel' },
  notice: { en: 'Notice given in person', fr: 'Avis remis en personne' },
  notice_mailed: { en: 'Notice mailed', fr: 'Avis envoyé par la poste' },
  document_expiry: { en: 'Expiry of the document', fr: 'Expiration du document' },
  account_created: { en: 'Portal account created', fr: 'Création du compte du portail' },
  became_resident: { en: 'Became a permanent resident', fr: 'Obtention de la résidence permanente' },
  photo_accepted: { en: 'Photo accepted', fr: 'Photo acceptée' },
} as const satisfies Record<string, Bilingual>
export type TriggerId = keyof typeof triggers

/** One row of the table of deadlines: law and practice as data. */
export interface DeadlineRule {
  /** What it is for. Rules of one purpose are alternatives; the settings choose. */
  readonly purpose: string
  readonly title: Bilingual
  readonly trigger: TriggerId
  readonly direction: 'after' | 'before'
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'working_day'
  /** For a period given as a range: its lower count, in the same unit. */
  readonly earliest?: number
  /** Which days move the limit; `none` for limits that a machine enforces (a password, a draft) or that are a day of law. */
  readonly calendar: CalendarId | 'none'
  /** IRPR 159.9(2): a limit on a Saturday moves too. */
  readonly saturdayMoves?: boolean
  readonly source: DeadlineSource
  readonly citation: Bilingual
  readonly standing: 'default' | 'alternative'
  /** Days between which a trigger falls under the rule. */
  readonly inForceFrom?: IsoDate
  readonly inForceTo?: IsoDate
  /** More time may be given; `askedBy`: the rule that says until when it has to be asked for, where not until the day itself. */
  readonly extension?: { readonly askedBy?: string }
  /** Proposed regulations: never chosen by itself. */
  readonly proposed?: boolean
}
