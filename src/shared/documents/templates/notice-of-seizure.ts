import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the written notice that an officer gives to the person from whom documents were seized. */
export interface NoticeOfSeizureTemplate extends Template {
  readonly title: Bilingual
  readonly heading: Bilingual
  readonly seizure: Passage
  readonly askForReturn: Passage
  /** Beneath the person's signature. */
  readonly receipt: Passage
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** The wordings so far. */
export const noticeOfSeizureTemplates: readonly NoticeOfSeizureTemplate[] = [
  {
    effective: '2021-08-12',
    citations: [
      'IRPA s. 140(1): seizure',
      'IRPR s. 252: custody of what was seized',
      'IRPR s. 253(1): written notice to the person from whom it was seized, with the grounds (SOR/2021-202, 2021-08-12)',
      'IRPR s. 254(1): application for return, in writing, within 60 days after the notice',
      'RPD Rules, rule 3(5): copies of seized documents and of the notice go to the RPD',
    ],
    title: both('Notice of Seizure', 'Avis de saisie'),
    heading: both('What was seized', 'Ce qui a été saisi'),
    seizure: {
      heading: both('About the seizure', 'À propos de la saisie'),
      paragraphs: [
        both(
          'An officer seized these documents from you under IRPA s. 140(1), on the grounds stated with each.',
          'Un agent a saisi ces documents en votre possession en vertu de la LIPR, par. 140(1), pour les motifs indiqués à l’égard de chacun.',
        ),
        both(
          'They are in the custody of the department or of the Canada Border Services Agency (IRPR s. 252). If your claim is referred, copies of them and of this notice go to the Refugee Protection Division.',
          'Ils sont sous la garde du ministère ou de l’Agence des services frontaliers du Canada (RIPR, art. 252). Si votre demande est déférée, copie de ces documents et du présent avis est transmise à la Section de la protection des réfugiés.',
        ),
      ],
    },
    askForReturn: {
      heading: both('How to ask for the return of a document', 'Comment demander la restitution d’un document'),
      paragraphs: [
        both(
          'Write to the issuing office above. Give your name, the number of this notice, which document you want back and why.',
          'Écrivez au bureau de délivrance indiqué ci-dessus. Donnez votre nom, le numéro du présent avis, le document voulu et vos raisons.',
        ),
        both(
          'If the ground is that the document was fraudulently or improperly obtained or used, or to prevent such use, your request must be made within 60 days after you were given this notice (IRPR s. 254(1)).',
          'Si le motif est que le document a été obtenu ou utilisé irrégulièrement ou frauduleusement, ou la nécessité d’empêcher une telle utilisation, votre demande doit être faite dans les 60 jours suivant la remise du présent avis (RIPR, par. 254(1)).',
        ),
        both('You will have a written answer.', 'Vous recevrez une réponse écrite.'),
      ],
    },
    receipt: {
      heading: both('Receipt', 'Accusé de réception'),
      paragraphs: [
        both(
          'I received this notice. My signature does not mean that I agree with the seizure.',
          'J’ai reçu le présent avis. Ma signature ne signifie pas que j’accepte la saisie.',
        ),
      ],
    },
  },
]

/** The wording in force on the date of issue (ISO). */
export const noticeOfSeizureTemplate = (date: string) => inForce(noticeOfSeizureTemplates, date)
