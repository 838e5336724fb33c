import type { Bilingual } from '../../language.ts'
import { partnerResultWords, partnerWords, purposeWords, sharedFieldWords } from '../../partners/names.ts'
import { authorityWords } from '../../partners/table.ts'
import { type DeadlineRuleId, deadlineTable } from '../../rules/deadlines/table.ts'
import type { caseworkEvents } from '../catalogue/casework.ts'
import type { EventBody } from '../catalogue.ts'
import { benefitWords } from '../standing.ts'
import { fateWords, sentences, type Writer, withReason } from './writer.ts'

/** The name of a limit by its rule. */
export const deadlineName = (rule: string): Bilingual =>
  Object.hasOwn(deadlineTable, rule) ? deadlineTable[rule as DeadlineRuleId].title : { en: rule, fr: rule }

const ways: Readonly<Record<EventBody<'claim.withdrawn'>['how'], Bilingual>> = {
  in_writing: { en: 'in writing', fr: 'par écrit' },
  in_person: { en: 'in person', fr: 'en personne' },
  from_the_board: { en: 'before the Board', fr: 'devant la Commission' },
}

const noteWords: Readonly<Record<EventBody<'claim.interview_noted'>['state'], Bilingual>> = {
  open: { en: 'under way', fr: 'en cours' },
  suspended: { en: 'interview suspended', fr: 'entrevue suspendue' },
  closed: { en: 'closed', fr: 'fermées' },
}

/** What officers do about a claim between arrival and decision, in words. */
export const caseworkWriters: { readonly [N in keyof typeof caseworkEvents]: Writer<N> } = {
  'claim.deadline_extended': (b) =>
    withReason(
      {
        en: `${deadlineName(b.rule).en}: extended from ${b.from} to ${b.to}, asked for on ${b.askedOn}`,
        fr: `${deadlineName(b.rule).fr} : prolongé du ${b.from} au ${b.to}, demandé le ${b.askedOn}`,
      },
      b.reason,
    ),
  'claim.extension_asked': ({ rule, on, by, reason }) =>
    withReason(
      {
        en: `${deadlineName(rule).en}: more time asked for on ${on} by the ${by}`,
        fr: `${deadlineName(rule).fr} : prolongation demandée le ${on} par ${by === 'claimant' ? 'le demandeur' : 'le représentant'}`,
      },
      reason,
    ),
  'claim.extension_declined': ({ rule, on, reason }) =>
    withReason(
      {
        en: `${deadlineName(rule).en}: no more time given, ${on}`,
        fr: `${deadlineName(rule).fr} : prolongation refusée le ${on}`,
      },
      reason,
    ),
  'claim.deadline_set': (b) =>
    withReason(
      {
        en: `${deadlineName(b.deadline.rule).en}: due on ${b.deadline.due}`,
        fr: `${deadlineName(b.deadline.rule).fr} : à remettre le ${b.deadline.due}`,
      },
      b.reason,
    ),
  'claim.withdrawn': (b) =>
    withReason({ en: `Claim withdrawn ${ways[b.how].en}`, fr: `Demande retirée ${ways[b.how].fr}` }, b.reason),
  'claim.reinstated': ({ reason, document }) => ({
    en: sentences('Claim reinstated', reason, document && fateWords(document).en),
    fr: sentences('Demande rétablie', reason, document && fateWords(document).fr),
  }),
  'preliminary_review.passed': (b) => ({
    en: `Preliminary review passed: ${b.opens.map((each) => benefitWords[each].en).join(', ')}`,
    fr: `Examen préliminaire réussi : ${b.opens.map((each) => benefitWords[each].fr).join(', ')}`,
  }),
  'claim.partner_asked': (b) => ({
    en: `${partnerWords[b.partner].en} asked: ${purposeWords[b.purpose].en}. Given: ${b.fields.map((field) => sharedFieldWords[field].en).join(', ')}. ${authorityWords(b.authority).en}`,
    fr: `${partnerWords[b.partner].fr}, demande : ${purposeWords[b.purpose].fr}. Transmis : ${b.fields.map((field) => sharedFieldWords[field].fr).join(', ')}. ${authorityWords(b.authority).fr}`,
  }),
  'claim.partner_answered': (b) => ({
    en: [`Partner answered: ${partnerResultWords[b.result].en}`, b.note].filter(Boolean).join('. '),
    fr: [`Réponse du partenaire : ${partnerResultWords[b.result].fr}`, b.note].filter(Boolean).join('. '),
  }),
  'claim.interview_noted': (b) => ({
    en: [`Interview notes: ${noteWords[b.state].en}`, b.reason].filter(Boolean).join('. '),
    fr: [`Notes d’entrevue : ${noteWords[b.state].fr}`, b.reason].filter(Boolean).join('. '),
  }),
  'claim.quality_reviewed': (b) => ({
    en: `Sampled decision looked at: ${b.verdict === 'sound' ? 'sound' : 'to be corrected'}. ${b.note}`,
    fr: `Décision échantillonnée examinée : ${b.verdict === 'sound' ? 'bien fondée' : 'à corriger'}. ${b.note}`,
  }),
  'preliminary_review.taken_back': (b) =>
    withReason(
      { en: `Preliminary review not passed after all`, fr: `Examen préliminaire finalement non réussi` },
      b.reason,
    ),
}
