import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the letter that confirms a referral to the RPD. */
export interface ReferralTemplate extends Template {
  readonly title: Bilingual
  readonly referred: Passage
  /** Where the claim was made at a port of entry; `{{due}}` is the day by which the form must be there. */
  readonly basisOfClaim: Bilingual
  /** The same where the day is not worked out. */
  readonly basisOfClaimNoDay: Bilingual
  /** Where the form came with the claim. */
  readonly basisOfClaimInland: Bilingual
  readonly duties: Passage
  readonly items: Bilingual
  readonly section: Bilingual
  readonly notified: Bilingual
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** The wordings so far. */
export const referralTemplates: readonly ReferralTemplate[] = [
  {
    effective: '2018-08-29',
    citations: [
      'IRPA s. 100(1), (1.1): decision on eligibility and referral; s. 111.1(1): the Basis of Claim Form',
      'RPD Rules (SOR/2012-256), rule 3(4)-(6) and Schedule 2: what the claimant and the RPD are given',
      'RPD Rules, rules 4, 7, 8, 34, 65: contact information, form, extension, documents, abandonment',
      'RPD practice notice in force 2024-09-09: 45 days for the form of a claim at a port of entry',
      'IRCC, since 2018-08-29: a Confirmation of Referral in place of a Notice to Appear',
    ],
    title: both('Confirmation of Referral', 'Confirmation de cas déféré'),
    referred: {
      heading: both('Your claim', 'Votre demande'),
      paragraphs: [
        both(
          'Your claim for refugee protection is eligible. It was referred to the Refugee Protection Division (RPD) of the Immigration and Refugee Board of Canada, which will hear and decide it. The RPD receives a copy of this letter.',
          'Votre demande d’asile est recevable. Elle a été déférée à la Section de la protection des réfugiés (SPR) de la Commission de l’immigration et du statut de réfugié du Canada, qui l’entendra et la tranchera. La SPR reçoit copie de la présente lettre.',
        ),
      ],
    },
    basisOfClaim: both(
      'Fill in your Basis of Claim Form (BOC). The RPD must receive it, with your documents, by {{due}}. If you cannot meet that day, ask the RPD for more time before it.',
      'Remplissez votre formulaire Fondement de la demande d’asile (FDA). La SPR doit le recevoir, avec vos documents, au plus tard le {{due}}. Si vous ne pouvez respecter ce délai, demandez-lui une prorogation avant cette date.',
    ),
    basisOfClaimNoDay: both(
      'Fill in your Basis of Claim Form (BOC) and see that the RPD receives it, with your documents, in time: ask the issuing office for the day, which was not worked out when this letter was made.',
      'Remplissez votre formulaire Fondement de la demande d’asile (FDA) et veillez à ce que la SPR le reçoive à temps, avec vos documents\u00a0: demandez la date limite au bureau de délivrance, car elle n’était pas établie lors de la délivrance de la présente lettre.',
    ),
    basisOfClaimInland: both(
      'Your Basis of Claim Form (BOC) goes to the RPD with this referral. Tell the RPD without delay of any change or addition to it.',
      'Votre formulaire Fondement de la demande d’asile (FDA) est transmis à la SPR avec le présent déféré. Avisez-la sans délai de tout changement ou ajout.',
    ),
    duties: {
      heading: both('What you must do', 'Ce que vous devez faire'),
      paragraphs: [
        both(
          'Gather evidence of who you are and of what you fear at once, and send it to the RPD with a translation if it is in neither English nor French.',
          'Réunissez sans tarder les preuves de votre identité et de ce que vous craignez, et transmettez-les à la SPR, avec une traduction si elles ne sont ni en français ni en anglais.',
        ),
        both(
          'Come to your hearing. The RPD will send you a Notice to Appear with its day, time and place, and with the special hearing at which you must explain yourself if your form is late. At the hearing a member of the RPD asks you questions, and so may your counsel.',
          'Présentez-vous à votre audience. La SPR vous enverra un avis de convocation indiquant la date, l’heure et le lieu, ainsi que l’audience spéciale à laquelle vous devrez vous expliquer si votre formulaire est en retard. À l’audience, un commissaire de la SPR vous interroge, et votre conseil peut le faire aussi.',
        ),
        both(
          'Tell the RPD and us in writing, at once, when your address, telephone number or counsel changes.',
          'Avisez-nous par écrit, ainsi que la SPR, aussitôt que votre adresse, votre numéro de téléphone ou votre conseil change.',
        ),
        both(
          'You may be represented by counsel at your own expense. Legal aid may help you.',
          'Vous pouvez être représenté par un conseil, à vos frais. L’aide juridique peut vous aider.',
        ),
        both(
          'If you do not send the form in time or do not come to a hearing, the RPD may declare your claim abandoned, and you cannot make another one.',
          'Si vous ne transmettez pas le formulaire à temps ou si vous ne vous présentez pas à une audience, la SPR peut prononcer le désistement de votre demande, et vous ne pourrez pas en présenter une autre.',
        ),
      ],
    },
    items: both(
      'Information for the RPD (RPD Rules, Schedule 2)',
      'Renseignements pour la SPR (Règles de la SPR, annexe 2)',
    ),
    section: both('IRPA s. 100(1)', 'LIPR, par. 100(1)'),
    notified: both(
      'By this letter; the issuing office records its handing over',
      'Par la présente lettre; le bureau de délivrance en consigne la remise',
    ),
  },
]

/** The wording in force on the date of issue (ISO). */
export const referralTemplate = (date: string) => inForce(referralTemplates, date)

const item = (en: string, fr: string, ...numbers: readonly number[]): Bilingual => ({
  en: `${numbers.join(', ')}. ${en}`,
  fr: `${numbers.join(', ')}. ${fr}`,
})

/** The items with their numbers in Schedule 2. */
export const referralItems = {
  sex: item('Gender', 'Sexe', 1),
  birthDate: item('Date of birth', 'Date de naissance', 1),
  clientId: item('Client ID (UCI)', 'ID client (IUC)', 2),
  detention: item('Place of detention', 'Lieu de détention', 3),
  contact: item('Contact information in Canada', 'Coordonnées au Canada', 4),
  counsel: item('Counsel and their contact information', 'Conseil et ses coordonnées', 5),
  language: item('Official language', 'Langue officielle', 6),
  referredOn: item('Date of referral', 'Date du déféré', 7),
  section: item('Section of the Act', 'Disposition de la Loi', 8),
  eligibility: item('Decision on eligibility', 'Décision sur la recevabilité', 9),
  feared: item('Country or countries feared', 'Pays visés par la crainte', 10),
  representative: item('Designated representative', 'Représentant désigné', 11),
  interpreter: item('Interpreter: language, dialect', 'Interprète\u00a0: langue, dialecte', 12),
  relatives: item('Referred claims of relatives', 'Demandes déférées de proches', 13),
  notified: item('When and how the person was told', 'Quand et comment la personne a été avisée', 14),
  channel: item('Where the claim was made', 'Où la demande a été faite', 15),
  other: item('Other relevant information', 'Autres renseignements pertinents', 16),
} as const

/** What stands in an item, or in its place while nobody recorded it. */
export const referralWords = {
  notRecorded: both('Not recorded', 'Non consigné'),
  notDetained: both('No detention is recorded', 'Aucune détention n’est consignée'),
  noCounsel: both('The person has none', 'La personne n’en a pas'),
  noContact: both('contact information not recorded', 'coordonnées non consignées'),
  noName: both('name not recorded', 'nom non consigné'),
  needed: both('Needed', 'Requis'),
  notNeeded: both('Not needed', 'Non requis'),
  languageNotRecorded: both('language not recorded', 'langue non consignée'),
  noRelatives: both('None is recorded', 'Aucune n’est consignée'),
  nothingElse: both('None is recorded', 'Aucun n’est consigné'),
  eligible: both('Eligible', 'Recevable'),
  port_of_entry: both('At a port of entry', 'À un point d’entrée'),
  inland: both('Inside Canada', 'Au Canada'),
  seized: both('Documents seized, copies to follow: notice', 'Documents saisis, copies à suivre\u00a0: avis'),
  needs: both('To take part', 'Pour participer'),
  english: both('English', 'anglais'),
  french: both('French', 'français'),
  F: both('F', 'F'),
  M: both('M', 'M'),
  X: both('X', 'X'),
} as const
