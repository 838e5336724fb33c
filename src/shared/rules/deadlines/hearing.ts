import { and, irpr, rpdRule } from '../citation.ts'
import type { DeadlineRule } from './types.ts'

const before = {
  trigger: 'hearing',
  direction: 'before',
  unit: 'day',
  calendar: 'statute',
  source: 'LAW',
  standing: 'default',
} as const
const after = { ...before, direction: 'after' } as const

const mailed = { en: 'deemed received 7 days after mailing', fr: 'réputé reçu 7 jours après l’envoi' }

/** From the referral to the end of appeals. */
export const hearingDeadlines = {
  'boc.special_hearing': {
    ...after,
    purpose: 'boc.special_hearing',
    title: { en: 'Special hearing on a missing Basis of Claim Form', fr: 'Audience spéciale, formulaire FDA manquant' },
    trigger: 'boc_due',
    count: 5,
    unit: 'working_day',
    calendar: 'office',
    citation: rpdRule('65(2)'),
  },
  'boc.amend': {
    ...before,
    purpose: 'boc.amend',
    title: { en: 'Changes to the Basis of Claim Form', fr: 'Modifications du formulaire FDA' },
    count: 10,
    citation: rpdRule('9(2)'),
  },
  'evidence.disclosure': {
    ...before,
    purpose: 'evidence.disclosure',
    title: { en: 'Disclosure of documents', fr: 'Communication de documents' },
    count: 10,
    citation: rpdRule('34(3)(a)'),
  },
  'evidence.reply': {
    ...before,
    purpose: 'evidence.reply',
    title: { en: 'Documents in reply', fr: 'Documents en réponse' },
    count: 5,
    citation: rpdRule('34(3)(b)'),
  },
  'witness.info': {
    ...before,
    purpose: 'witness.info',
    title: { en: 'Witness information', fr: 'Renseignements sur les témoins' },
    count: 10,
    citation: rpdRule('44'),
  },
  'language.change': {
    ...before,
    purpose: 'language.change',
    title: { en: 'Change of the language of proceedings', fr: 'Changement de la langue des procédures' },
    trigger: 'next_proceeding',
    count: 10,
    citation: rpdRule('17'),
  },
  'interpreter.change': {
    ...before,
    purpose: 'interpreter.change',
    title: {
      en: 'Change of interpreter or of its language',
      fr: 'Changement d’interprète ou de langue d’interprétation',
    },
    trigger: 'next_proceeding',
    count: 10,
    citation: rpdRule('19'),
  },
  'date.change': {
    ...before,
    purpose: 'date.change',
    title: { en: 'Request to change the date', fr: 'Demande de changement de date' },
    count: 3,
    unit: 'working_day',
    calendar: 'office',
    citation: rpdRule('54(2)'),
  },
  'location.change': {
    ...before,
    purpose: 'location.change',
    title: { en: 'Request to change the place', fr: 'Demande de changement de lieu' },
    count: 20,
    citation: rpdRule('53'),
  },
  'counsel.retained': {
    ...after,
    purpose: 'counsel.retained',
    title: { en: 'New date at the request of counsel', fr: 'Nouvelle date à la demande du conseil' },
    trigger: 'date_fixed',
    count: 5,
    unit: 'working_day',
    calendar: 'office',
    citation: rpdRule('54(5)'),
  },
  'hearing.max': {
    ...after,
    purpose: 'hearing.max',
    title: {
      en: 'Hearing (set aside by the Board since 2018)',
      fr: 'Audience (délai écarté par la Commission depuis 2018)',
    },
    trigger: 'referral',
    count: 60,
    saturdayMoves: true,
    citation: irpr('159.9'),
  },
  'rad.file': {
    ...after,
    purpose: 'rad.file',
    title: { en: 'Appeal filed', fr: 'Dépôt de l’appel' },
    trigger: 'reasons_received',
    count: 15,
    citation: irpr('159.91(1)(a)'),
  },
  'rad.perfect': {
    ...after,
    purpose: 'rad.perfect',
    title: { en: 'Appeal perfected', fr: 'Mise en état de l’appel' },
    trigger: 'reasons_received',
    count: 30,
    citation: irpr('159.91(1)(b)'),
  },
  'rad.decide': {
    ...after,
    purpose: 'rad.decide',
    title: { en: 'Decision of the Refugee Appeal Division', fr: 'Décision de la Section d’appel des réfugiés' },
    trigger: 'appeal_perfected',
    count: 90,
    citation: irpr('159.92'),
  },
  'prra.apply': {
    ...after,
    purpose: 'prra.apply',
    title: { en: 'Pre-removal risk assessment application', fr: 'Demande d’examen des risques avant renvoi' },
    trigger: 'notice',
    count: 15,
    citation: irpr('162'),
  },
  'prra.apply.mailed': {
    ...after,
    purpose: 'prra.apply.mailed',
    title: {
      en: 'Pre-removal risk assessment application, notice mailed',
      fr: 'Demande d’examen des risques avant renvoi, avis posté',
    },
    trigger: 'notice_mailed',
    count: 22,
    citation: and(irpr('160(4), 162'), mailed),
  },
} as const satisfies Record<string, DeadlineRule>
