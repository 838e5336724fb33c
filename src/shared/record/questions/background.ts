import { explained, type Question } from '../answer.ts'

/** The questions of IMM 5669 on the past, own words. Each "yes" is explained. */
export const backgroundQuestions = {
  'past.convicted': explained('Convicted of a crime anywhere?', 'Reconnu coupable d’un crime où que ce soit?'),
  'past.charged': explained(
    'Charged, on trial or wanted for a crime anywhere?',
    'Accusé, en procès ou recherché pour un crime où que ce soit?',
  ),
  'past.detained': explained('Arrested, detained or put in jail?', 'Arrêté, détenu ou emprisonné?'),
  'past.claimRefused': explained('Refugee status refused anywhere?', 'Statut de réfugié refusé où que ce soit?'),
  'past.visaRefused': explained(
    'Refused a visa or a permit, or denied entry to any country?',
    'Visa ou permis refusé, ou entrée refusée dans un pays?',
  ),
  'past.removed': explained('Ordered to leave any country?', 'Sommé de quitter un pays?'),
  'past.atrocity': explained(
    'Part in genocide, a war crime or a crime against humanity?',
    'Participation à un génocide, à un crime de guerre ou à un crime contre l’humanité?',
  ),
  'past.violence': explained(
    'Used, planned or supported violence to reach a political or religious aim?',
    'Usage, planification ou appui de la violence à des fins politiques ou religieuses?',
  ),
  'past.armedGroup': explained(
    'Member of a group that used or called for violence?',
    'Membre d’un groupe qui a usé de violence ou y a appelé?',
  ),
  'past.organizedCrime': explained(
    'Member of a group that takes part in crime?',
    'Membre d’un groupe mêlé à des activités criminelles?',
  ),
  'past.illness': explained('Serious illness or disorder?', 'Maladie ou trouble grave?'),
  'past.deported': explained('Entered or stayed in Canada without status?', 'Entré ou demeuré au Canada sans statut?'),
} as const satisfies Readonly<Record<string, Question>>
