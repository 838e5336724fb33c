import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the letter that invites somebody to confirm permanent residence. */
export interface InvitationTemplate extends Template {
  readonly title: Bilingual
  /** A first invitation, and one after an e-mail that was not answered. */
  readonly first: Passage
  readonly reminder: Passage
  readonly tell: Passage
  readonly answer: Passage
  readonly privacy: Passage
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** The wordings so far. */
export const invitationTemplates: readonly InvitationTemplate[] = [
  {
    effective: '2020-12-10',
    citations: [
      'The service’s statement of 2020-12-10: the portal, who creates accounts, what the person declares and gives',
      'IRPA s. 21(1): who becomes a permanent resident',
      'Privacy Act s. 5(2): purpose of collection',
    ],
    title: both('Confirm Your Permanent Residence', 'Confirmez votre résidence permanente'),
    first: {
      heading: both('Your application was approved', 'Votre demande a été approuvée'),
      paragraphs: [
        both(
          'You can confirm your permanent residence in our portal. In most cases there is no interview.',
          'Vous pouvez confirmer votre résidence permanente dans notre portail. La plupart du temps, il n’y a pas d’entrevue.',
        ),
      ],
    },
    reminder: {
      heading: both('We have not had your answer', 'Nous n’avons pas reçu votre réponse'),
      paragraphs: [
        both(
          'Your application was approved, and we invited you by e-mail to confirm your permanent residence. You can do so in our portal. In most cases there is no interview.',
          'Votre demande a été approuvée et nous vous avons invité par courriel à confirmer votre résidence permanente. Vous pouvez le faire dans notre portail. La plupart du temps, il n’y a pas d’entrevue.',
        ),
      ],
    },
    tell: {
      heading: both('Tell us', 'Dites-nous'),
      paragraphs: [
        both('whether you want to use the portal;', 'si vous voulez utiliser le portail;'),
        both('your own e-mail address;', 'votre propre adresse de courriel;'),
        both(
          'the e-mail address of each member of your family. Every person needs an address of their own.',
          'l’adresse de courriel de chaque membre de votre famille. Chaque personne doit avoir la sienne.',
        ),
      ],
    },
    answer: {
      heading: both('How to answer', 'Comment répondre'),
      paragraphs: [
        both(
          'Write to the office named above or call it, and give your application number. Answer by the date printed above.',
          'Écrivez au bureau indiqué ci-dessus ou appelez-le, et donnez votre numéro de demande. Répondez au plus tard à la date indiquée ci-dessus.',
        ),
        both(
          'If you cannot use the portal, tell us, and we will help you another way.',
          'Si vous ne pouvez pas utiliser le portail, dites-le-nous et nous vous aiderons autrement.',
        ),
      ],
    },
    privacy: {
      heading: both('Your account is yours alone', 'Votre compte n’est qu’à vous'),
      paragraphs: [
        both(
          'Nobody acts for you in the portal. We create the account and never ask for your password. What you tell us is used to confirm your permanent residence (Privacy Act, s. 5(2)).',
          'Personne n’agit à votre place dans le portail. Nous créons le compte et ne demandons jamais votre mot de passe. Ce que vous nous dites sert à confirmer votre résidence permanente (Loi sur la protection des renseignements personnels, par. 5(2)).',
        ),
      ],
    },
  },
]

export const invitationLabels = {
  address: both('Sent to', 'Envoyée à'),
  answerBy: both('Answer by', 'Répondre au plus tard le'),
  noAddress: both('Address not known', 'Adresse inconnue'),
} as const

/** The wording in force on the date of issue (ISO). */
export const invitationTemplate = (date: string) => inForce(invitationTemplates, date)
