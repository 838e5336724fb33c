import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the confirmation of permanent residence. Ours, in both languages; each purpose has its source. */
export interface ResidenceTemplate extends Template {
  readonly title: Bilingual
  readonly statements: Passage
  readonly signing: Passage
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** Labels and words that stand on this paper alone. */
export const residenceLabels = {
  birthPlace: both('Place of birth', 'Lieu de naissance'),
  maritalStatus: both('Marital status', 'État matrimonial'),
  familyRole: both('Family status', 'Situation dans la famille'),
  height: both('Height', 'Taille'),
  eyeColour: both('Eye colour', 'Couleur des yeux'),
  passport: both('Passport no.', 'Nº de passeport'),
  passportExpiry: both('Passport valid until', 'Passeport valide jusqu’au'),
  passportCountry: both('Country of issue', 'Pays de délivrance'),
  category: both('Category', 'Catégorie'),
  residentSince: both('Permanent resident since', 'Résident permanent depuis le'),
  address: both('Address in Canada', 'Adresse au Canada'),
  signedElectronically: both('Signed electronically', 'Signé électroniquement'),
  holderSignature: both('Signature of the permanent resident', 'Signature du résident permanent'),
  parentSignature: both('Signature of a parent or guardian', 'Signature d’un parent ou du tuteur'),
  noAddress: both('Not confirmed yet', 'Pas encore confirmée'),
} as const

/** The wordings so far. */
export const residenceTemplates: readonly ResidenceTemplate[] = [
  {
    effective: '2020-12-10',
    citations: [
      'IRPA s. 21(1): a person becomes a permanent resident when an officer is satisfied',
      'IRCC Operational Bulletin 379A: confirmation of permanent residence on plain paper (IMM 5688)',
      'IRPA s. 31(1), IRPR s. 53: the permanent resident card is the document that shows status; it is delivered in Canada',
      'IRCC Operational Bulletin 545: biographic data is compared with the passport',
    ],
    title: both('Confirmation of Permanent Residence', 'Confirmation de résidence permanente'),
    statements: {
      heading: both('About this confirmation', 'À propos de cette confirmation'),
      paragraphs: [
        both(
          'The person named above became a permanent resident of Canada on the day printed above. Keep this confirmation: it proves that day.',
          'La personne nommée ci-dessus est devenue résidente permanente du Canada le jour indiqué ci-dessus. Conservez cette confirmation\u00a0: elle en fait foi.',
        ),
        both(
          'It is not a travel document. To come back to Canada by plane, train, bus or boat, carry your permanent resident card.',
          'Ce n’est pas un titre de voyage. Pour revenir au Canada en avion, en train, en autocar ou en bateau, munissez-vous de votre carte de résident permanent.',
        ),
        both(
          'The card is sent to your address in Canada. Tell us at once if you move.',
          'La carte est envoyée à votre adresse au Canada. Avisez-nous sans tarder si vous déménagez.',
        ),
        both(
          'Compare every value with your passport. If one is wrong, do not correct it by hand: tell the issuing office.',
          'Comparez chaque renseignement avec votre passeport. S’il y a une erreur, ne la corrigez pas à la main\u00a0: avisez le bureau de délivrance.',
        ),
      ],
    },
    signing: {
      heading: both('Print and sign', 'Imprimez et signez'),
      paragraphs: [
        both(
          'Print this page and sign it by hand beneath the officer’s electronic signature. From the age of 14 the holder signs; a parent or guardian signs for a younger child.',
          'Imprimez cette page et signez-la à la main sous la signature électronique de l’agent. La personne titulaire signe dès l’âge de 14 ans; un parent ou le tuteur signe pour un enfant plus jeune.',
        ),
      ],
    },
  },
]

/** The wording in force on the date of issue (ISO). */
export const residenceTemplate = (date: string) => inForce(residenceTemplates, date)
