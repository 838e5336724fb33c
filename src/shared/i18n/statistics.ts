import type { Texts } from './types.ts'

/** Statistics of claims. */
export const statisticsTexts = {
  'statistics.title': { en: 'Statistics', fr: 'Statistiques' },
  'statistics.when': { en: 'When', fr: 'Période' },
  'statistics.arrivals': { en: 'Arrivals', fr: 'Arrivées' },
  'statistics.arrivals_total': { en: 'Claims opened: {{n}}', fr: 'Demandes ouvertes : {{n}}' },
  'statistics.decisions': { en: 'Decisions', fr: 'Décisions' },
  'statistics.decisions_total': {
    en: 'Referred: {{referred}}; ineligible: {{ineligible}}. Each counts on its day, also if it was reopened later.',
    fr: 'Déférées : {{referred}}; irrecevables : {{ineligible}}. Chacune compte pour son jour, même si elle a été rouverte depuis.',
  },
  'statistics.referred': { en: 'Referred', fr: 'Déférées' },
  'statistics.ineligible': { en: 'Ineligible', fr: 'Irrecevables' },
  'statistics.backlog_total': {
    en: 'Open today: {{n}}; the oldest for {{days}} days',
    fr: 'En cours aujourd’hui : {{n}}; la plus ancienne depuis {{days}} jours',
  },
  'statistics.standard': { en: 'Service standard of the review', fr: 'Norme de service de l’examen' },
  'statistics.standard_share': {
    en: 'In time: {{met}} of {{all}} whose limit lay in the period ({{percent}})',
    fr: 'Dans le délai : {{met}} sur {{all}} dont l’échéance tombait dans la période ({{percent}})',
  },
  'statistics.outcome': { en: 'Outcome', fr: 'Résultat' },
  'statistics.reviews': { en: 'Reviews', fr: 'Examens' },
  'statistics.met': { en: 'In time', fr: 'Dans le délai' },
  'statistics.late': { en: 'Late', fr: 'En retard' },
  'statistics.missed': { en: 'Past, not ended', fr: 'Échus, non terminés' },
  'statistics.running': { en: 'Still running', fr: 'En cours' },
  'statistics.photos': { en: 'Photos returned', fr: 'Photos retournées' },
  'statistics.photosReturned': { en: 'Returned', fr: 'Retournées' },
  'statistics.photosApproved': { en: 'Approved', fr: 'Acceptées' },
  'statistics.no_shows': { en: 'Did not come', fr: 'Absences' },
  'statistics.in_numbers': { en: '{{title}}, in numbers', fr: '{{title}}, en chiffres' },
  'statistics.noShows': { en: 'Did not come', fr: 'Absents' },
  'statistics.came': { en: 'Came', fr: 'Présents' },
  'statistics.share': { en: '{{part}} of {{all}} ({{percent}})', fr: '{{part}} sur {{all}} ({{percent}})' },
} as const satisfies Texts
