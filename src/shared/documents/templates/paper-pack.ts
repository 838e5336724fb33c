import { type Bilingual, same } from '../../language.ts'
import type { Template } from './template.ts'

/** A question of the paper pack: a label over a row of cells for block letters, or choices to tick. */
export interface Question {
  readonly label: Bilingual
  /** Part of the width of its row. */
  readonly share: number
  readonly choices?: readonly Bilingual[]
}

export interface PackPage {
  readonly sections: readonly { readonly heading: Bilingual; readonly rows: readonly (readonly Question[])[] }[]
  readonly signatures: readonly Bilingual[]
}

export interface PaperPackTemplate extends Template {
  readonly title: Bilingual
  readonly instruction: Bilingual
  readonly pages: readonly [PackPage, PackPage]
}

const ask = (en: string, fr: string, share = 1): Question => ({ label: { en, fr }, share })
const yesNo = (en: string, fr: string, share = 1): Question => ({
  label: { en, fr },
  share,
  choices: [
    { en: 'Yes', fr: 'Oui' },
    { en: 'No', fr: 'Non' },
    { en: 'Not known', fr: 'Ne sait pas' },
  ],
})

const day = { en: 'YYYY-MM-DD', fr: 'AAAA-MM-JJ' }

const first: PackPage = {
  sections: [
    {
      heading: { en: '1. Who', fr: '1. Identité' },
      rows: [
        [ask('Family name', 'Nom de famille')],
        [ask('Given names', 'Prénoms')],
        [ask('Other names used', 'Autres noms utilisés')],
        [
          ask(`Date of birth (${day.en})`, `Date de naissance (${day.fr})`, 0.4),
          { label: { en: 'Sex', fr: 'Sexe' }, share: 0.25, choices: [same('F'), same('M'), same('X')] },
          ask('UCI, if known', 'IUC, si connu', 0.35),
        ],
        [ask('Place and country of birth', 'Lieu et pays de naissance')],
        [ask('Every citizenship', 'Toutes les citoyennetés')],
        [ask('Language spoken', 'Langue parlée', 0.5), yesNo('Interpreter needed', 'Interprète requis', 0.5)],
      ],
    },
    {
      heading: { en: '2. Passport or identity document', fr: '2. Passeport ou pièce d’identité' },
      rows: [
        [
          ask('Number', 'Numéro', 0.4),
          ask('Country', 'Pays', 0.28),
          ask(`Expiry (${day.en})`, `Expiration (${day.fr})`, 0.32),
        ],
      ],
    },
    {
      heading: { en: '3. Where to be reached in Canada', fr: '3. Coordonnées au Canada' },
      rows: [
        [ask('Address', 'Adresse')],
        [ask('City', 'Ville', 0.45), ask('Province', 'Province', 0.2), ask('Postal code', 'Code postal', 0.35)],
        [ask('Telephone', 'Téléphone', 0.45), ask('E-mail', 'Courriel', 0.55)],
      ],
    },
  ],
  signatures: [
    { en: 'Claimant', fr: 'Demandeur' },
    { en: 'Officer', fr: 'Agent' },
  ],
}

const second: PackPage = {
  sections: [
    {
      heading: { en: '4. Entry', fr: '4. Entrée' },
      rows: [
        [ask(`Entered Canada on (${day.en})`, `Entrée au Canada le (${day.fr})`, 0.45), ask('Where', 'Où', 0.55)],
        [
          yesNo('From the United States by land', 'Depuis les États-Unis par voie terrestre', 0.5),
          yesNo('Family member in Canada', 'Membre de la famille au Canada', 0.5),
        ],
        [ask('Country that is feared', 'Pays visé par la crainte')],
      ],
    },
    {
      heading: { en: '5. Eligibility', fr: '5. Recevabilité' },
      rows: [
        [
          yesNo('Earlier claim in Canada', 'Demande antérieure au Canada', 0.5),
          yesNo('Claim in another country', 'Demande dans un autre pays', 0.5),
        ],
        [ask('If so, where and when', 'Si oui, où et quand')],
        [
          yesNo('Protected in another country', 'Protection dans un autre pays', 0.5),
          yesNo('Subject to a removal order', 'Visé par une mesure de renvoi', 0.5),
        ],
        [
          yesNo('Convicted of a crime, anywhere', 'Condamnation criminelle, où que ce soit', 0.5),
          yesNo('Member of an armed group', 'Membre d’un groupe armé', 0.5),
        ],
        [
          {
            label: { en: 'Reasons', fr: 'Motifs' },
            share: 1,
            choices: [
              { en: 'Race', fr: 'Race' },
              { en: 'Religion', fr: 'Religion' },
              { en: 'Nationality', fr: 'Nationalité' },
              { en: 'Social group', fr: 'Groupe social' },
            ],
          },
        ],
        [
          {
            label: { en: '', fr: '' },
            share: 1,
            choices: [
              { en: 'Political opinion', fr: 'Opinion politique' },
              { en: 'Torture', fr: 'Torture' },
              { en: 'Other', fr: 'Autre' },
            ],
          },
        ],
        [ask('In a few words', 'En quelques mots')],
        [ask('', '')],
      ],
    },
    {
      heading: { en: '6. Document', fr: '6. Document' },
      rows: [
        [yesNo('Photo taken', 'Photo prise', 0.5), yesNo('Biometrics taken', 'Données biométriques recueillies', 0.5)],
        [
          ask('Height (cm)', 'Taille (cm)', 0.3),
          ask('Eye colour', 'Couleur des yeux', 0.3),
          ask(`Return on (${day.en})`, `Revenir le (${day.fr})`, 0.4),
        ],
      ],
    },
  ],
  signatures: [
    { en: 'Claimant', fr: 'Demandeur' },
    { en: 'Interpreter', fr: 'Interprète' },
  ],
}

/** The pack of when everything is down: what identity, eligibility and document need, on two pages. The wording is ours. */
export const paperPackTemplates: readonly PaperPackTemplate[] = [
  {
    effective: '2020-01-01',
    citations: ['IRPA s. 100(1), 101(1)', 'IRPR s. 28'],
    title: { en: 'Claim for refugee protection: paper intake', fr: 'Demande d’asile\u00a0: réception sur papier' },
    instruction: {
      en: 'Block letters, one in each cell. Scan both pages into the case afterwards. This paper is no decision.',
      fr: 'Lettres moulées, une par case. Numérisez ensuite les deux pages au dossier. Ce papier n’est pas une décision.',
    },
    pages: [first, second],
  },
]
