import type { FactQuestion } from '../questions.ts'
import { choice, forOfficer, text, yesNo } from './ask.ts'

const family = text(
  'Family: spouse or common-law partner, legal guardian, child, parent, brother, sister, grandparent, grandchild, uncle, aunt, nephew, niece.',
  'Famille : époux ou conjoint de fait, tuteur légal, enfant, père, mère, frère, sœur, grand-parent, petit-enfant, oncle, tante, neveu, nièce.',
)

const adult = text('relative is an adult', 'membre de la famille majeur')

/** The family members that open an exception to the Safe Third Country Agreement, IRPR s. 159.5(a) to (d). */
export const relativeQuestions = {
  relativeInCanada: yesNo(
    text('family member in Canada', 'membre de la famille au Canada'),
    text('Is a member of your family in Canada now?', 'Un membre de votre famille est-il actuellement au Canada?'),
    family,
  ),
  relativeCitizen: yesNo(
    text('family member is a citizen', 'membre de la famille citoyen'),
    text('Is one of them a Canadian citizen?', 'L’un d’eux a-t-il la citoyenneté canadienne?'),
    family,
  ),
  relativeStatus: choice(
    text('family member’s status', 'statut du membre de la famille'),
    text('Does one of them hold one of these statuses?', 'L’un d’eux possède-t-il l’un de ces statuts?'),
    {
      none: text('None of these', 'Aucun de ceux-ci'),
      protected_person: text('Protected person', 'Personne protégée'),
      permanent_resident: text('Permanent resident', 'Résident permanent'),
      stay_of_removal: text('Removal stayed, IRPR s. 233', 'Sursis au renvoi, RIPR, art. 233'),
    },
    family,
  ),
  relativeClaim: yesNo(
    text('family member’s claim', 'demande d’asile du membre de la famille'),
    text(
      'Has a claim by one of them been referred to the Board?',
      'La demande d’asile de l’un d’eux a-t-elle été déférée à la Commission?',
    ),
    family,
  ),
  relativeClaimAdult: yesNo(
    adult,
    text('Is that relative 18 or older?', 'Ce membre de la famille a-t-il 18 ans ou plus?'),
  ),
  relativeClaimEnded: choice(
    text('outcome of the family member’s claim', 'issue de la demande du membre de la famille'),
    text('Has that claim ended?', 'Cette demande est-elle terminée?'),
    {
      no: text('No, open or accepted', 'Non, en cours ou accueillie'),
      withdrawn: text('Withdrawn', 'Retirée'),
      abandoned: text('Declared abandoned', 'Désistement prononcé'),
      rejected: text('Rejected', 'Rejetée'),
      terminated: text('Terminated or nullified, IRPA s. 104(2)', 'Classée ou annulée, LIPR, par. 104(2)'),
    },
  ),
  relativePermit: choice(
    text('family member’s permit', 'permis du membre de la famille'),
    text(
      'Does one of them hold a work or study permit?',
      'L’un d’eux est-il titulaire d’un permis de travail ou d’études?',
    ),
    {
      none: text('No', 'Non'),
      work: text('Work permit', 'Permis de travail'),
      study: text('Study permit', 'Permis d’études'),
    },
    family,
  ),
  relativePermitAdult: yesNo(
    adult,
    text('Is that relative 18 or older?', 'Ce membre de la famille a-t-il 18 ans ou plus?'),
  ),
  relativePermitExcluded: forOfficer(
    yesNo(
      text('permit that does not count', 'permis exclu'),
      text(
        'Was the work permit issued under IRPR 206(b), or is the permit no longer valid under IRPR 209 or 222?',
        'Le permis de travail a-t-il été délivré au titre de l’alinéa 206b) du RIPR, ou le permis est-il devenu invalide par application des articles 209 ou 222?',
      ),
    ),
  ),
} as const satisfies Record<string, FactQuestion>
