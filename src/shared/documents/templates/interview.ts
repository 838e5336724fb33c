import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the letter that calls a person to an eligibility interview. */
export interface InterviewTemplate extends Template {
  readonly title: Bilingual
  readonly call: Passage
  readonly bring: Passage
  readonly atInterview: Passage
  readonly cannotCome: Passage
  readonly privacy: Passage
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** The wordings so far. */
export const interviewTemplates: readonly InterviewTemplate[] = [
  {
    effective: '2018-08-29',
    citations: [
      'IRPA s. 16(1), (1.1): duty to answer truthfully and to appear for an examination',
      'IRPA s. 100(1.1): the burden of proving that a claim is eligible rests on the claimant',
      'IRPA s. 140(1), IRPR s. 12.1 and following: seizure of documents, biometrics',
      'IRCC, after you apply: what to bring; an interpreter is provided free of charge',
      'IRPA s. 41: failing to appear is non-compliance',
      'Privacy Act s. 5(2): purpose of collection',
    ],
    title: both('Notice to Return for Interview', 'Avis de convocation à une entrevue'),
    call: {
      heading: both('Why you must come', 'Pourquoi vous devez vous présenter'),
      paragraphs: [
        both(
          'An officer will examine whether your claim for refugee protection can be referred to the Refugee Protection Division. You must come (IRPA s. 16(1.1)). It is for you to prove that your claim is eligible, and you must answer all questions truthfully (IRPA s. 16(1), 100(1.1)).',
          'Un agent examinera si votre demande d’asile peut être déférée à la Section de la protection des réfugiés. Vous êtes tenu de vous présenter (LIPR, par. 16(1.1)). Il vous incombe de prouver que votre demande est recevable et vous devez répondre véridiquement à toutes les questions (LIPR, par. 16(1) et 100(1.1)).',
        ),
      ],
    },
    bring: {
      heading: both('Bring', 'Apportez'),
      paragraphs: [
        both('this letter;', 'la présente lettre;'),
        both(
          'the original passports, travel and identity documents of every member of your family, genuine or not;',
          'l’original des passeports, titres de voyage et pièces d’identité de chaque membre de votre famille, authentiques ou non;',
        ),
        both(
          'certificates of birth, marriage and relationship, and your medical form if you have it;',
          'les actes de naissance et de mariage et les preuves de parenté, ainsi que votre formulaire médical si vous l’avez;',
        ),
        both(
          'a translation, with the translator’s statement, of what is in neither English nor French.',
          'la traduction, avec la déclaration du traducteur, de ce qui n’est ni en français ni en anglais.',
        ),
      ],
    },
    atInterview: {
      heading: both('At the interview', 'À l’entrevue'),
      paragraphs: [
        both(
          'The interview is in English or French, as you chose. An interpreter into your language is provided free of charge. You may bring counsel at your own expense.',
          'L’entrevue se déroule en français ou en anglais, selon votre choix. Un interprète vers votre langue est fourni gratuitement. Vous pouvez être accompagné d’un conseil, à vos frais.',
        ),
        both(
          'Fingerprints and a photograph are taken of everybody aged 14 or more. Travel and identity documents may be kept; you are then given a notice.',
          'Les empreintes digitales et une photographie sont prises de toute personne de 14 ans ou plus. Les titres de voyage et pièces d’identité peuvent être conservés; un avis vous est alors remis.',
        ),
        both(
          'If you need something to be able to take part, such as a ramp, a sign-language interpreter or a quiet room, tell the issuing office beforehand.',
          'Si vous avez besoin de quelque chose pour participer, par exemple une rampe, un interprète gestuel ou une pièce calme, dites-le d’avance au bureau de délivrance.',
        ),
      ],
    },
    cannotCome: {
      heading: both('If you cannot come', 'En cas d’empêchement'),
      paragraphs: [
        both(
          'Tell the issuing office before that day, with your reason, and ask for another date. If you do not come and do not tell us, you do not comply with the Act: a removal order may be made against you, and your claim may not go forward.',
          'Avisez le bureau de délivrance avant cette date, motif à l’appui, et demandez-en une autre. Si vous ne venez pas sans nous aviser, vous contrevenez à la Loi\u00a0: une mesure de renvoi peut être prise contre vous et votre demande peut ne pas suivre son cours.',
        ),
      ],
    },
    privacy: {
      heading: both('Your information', 'Vos renseignements'),
      paragraphs: [
        both(
          'What you tell us is collected under the Immigration and Refugee Protection Act to decide on your claim. The Privacy Act gives you access to it and the right to have it corrected.',
          'Ce que vous nous dites est recueilli en vertu de la Loi sur l’immigration et la protection des réfugiés pour statuer sur votre demande. La Loi sur la protection des renseignements personnels vous y donne accès et le droit de le faire rectifier.',
        ),
      ],
    },
  },
]

/** The wording in force on the date of issue (ISO). */
export const interviewTemplate = (date: string) => inForce(interviewTemplates, date)

export const interviewLabels = {
  day: both('Day', 'Date'),
  time: both('Time', 'Heure'),
  takes: both('Planned length', 'Durée prévue'),
  place: both('Place', 'Lieu'),
  interpreter: both('Interpreter', 'Interprète'),
  family: both('Come with', 'Présentez-vous avec'),
  nobody: both(
    'nobody else: no other open claim of your family is recorded',
    'personne d’autre\u00a0: aucune autre demande en cours de votre famille n’est consignée',
  ),
} as const
