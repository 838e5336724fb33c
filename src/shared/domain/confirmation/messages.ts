import type { Bilingual } from '../../language.ts'
import type { ConfirmationFacts } from './facts.ts'
import type { ConfirmationMessage } from './vocabulary.ts'

/** The messages of the process: plain words, both languages, no personal number in a subject line, no password ever. */

export interface MessageText {
  readonly subject: Bilingual
  readonly text: Bilingual
}

/** What only whoever sends a mail knows. Desks know neither: what they show has a stand-in in its place. */
export interface MailParts {
  readonly password?: string
  /** Address of the portal. */
  readonly link?: string
  /** The same mail may have gone out before. */
  readonly again?: boolean
}

/** The text of a message for a person as they stand now. */
export function messageText(
  message: ConfirmationMessage,
  facts: ConfirmationFacts,
  parts: MailParts = {},
): MessageText {
  const { subject, body } = templates[message](facts, parts)
  const note = parts.again ? [message === 'password' ? replaces : sentBefore] : []
  const text = (language: 'en' | 'fr') =>
    letter(...[greeting(facts), ...note, body, closing].map((part) => part[language]))
  return { subject, text: { en: text('en'), fr: text('fr') } }
}

const sentBefore: Bilingual = {
  en: 'We may have sent you this message before. If you have it already, there is nothing more to do.',
  fr: 'Nous vous avons peut-être déjà envoyé ce message. Si vous l’avez déjà, il n’y a rien d’autre à faire.',
}
const replaces: Bilingual = {
  en: 'We may have sent you a temporary password before. Use the one in this message: it replaces any other.',
  fr: 'Nous vous avons peut-être déjà envoyé un mot de passe temporaire. Utilisez celui de ce message : il remplace tout autre.',
}

const letter = (...parts: readonly string[]) => parts.join('\n\n')

const greeting = ({ identity }: ConfirmationFacts): Bilingual => {
  const name = [identity.givenNames, identity.familyName].filter(Boolean).join(' ')
  return { en: `Hello ${name},`, fr: `Bonjour ${name},` }
}
const closing: Bilingual = {
  en: 'Nobody acts for you in the portal: your account is yours alone. We never ask for your password.\n\nImmigration, Refugees and Citizenship Canada',
  fr: 'Personne n’agit à votre place dans le portail : votre compte n’est qu’à vous. Nous ne demandons jamais votre mot de passe.\n\nImmigration, Réfugiés et Citoyenneté Canada',
}

type Template = (
  facts: ConfirmationFacts,
  parts: MailParts,
) => { readonly subject: Bilingual; readonly body: Bilingual }

const templates: Readonly<Record<ConfirmationMessage, Template>> = {
  invitation: ({ invitation }) => ({
    subject: { en: 'Confirm your permanent residence', fr: 'Confirmez votre résidence permanente' },
    body: {
      en: `Your application was approved. You can confirm your permanent residence in our portal; in most cases there is no interview.\n\nPlease answer by ${dayOr(invitation.answerBy, 'en')} and tell us:\n1. whether you want to use the portal;\n2. your own e-mail address;\n3. the e-mail address of each member of your family. Every person needs an address of their own.\n\nIf you cannot use the portal, tell us, and we will help you another way.`,
      fr: `Votre demande a été approuvée. Vous pouvez confirmer votre résidence permanente dans notre portail; la plupart du temps, il n’y a pas d’entrevue.\n\nRépondez au plus tard le ${dayOr(invitation.answerBy, 'fr')} et dites-nous :\n1. si vous voulez utiliser le portail;\n2. votre propre adresse de courriel;\n3. l’adresse de courriel de chaque membre de votre famille. Chaque personne doit avoir la sienne.\n\nSi vous ne pouvez pas utiliser le portail, dites-le-nous et nous vous aiderons autrement.`,
    },
  }),
  invitation_reminder: ({ invitation }) => ({
    subject: { en: 'Reminder: confirm your permanent residence', fr: 'Rappel : confirmez votre résidence permanente' },
    body: {
      en: `We have not had your answer to our invitation. Please answer by ${dayOr(invitation.answerBy, 'en')}. If you cannot use the portal, tell us, and we will help you another way.`,
      fr: `Nous n’avons pas reçu votre réponse à notre invitation. Répondez au plus tard le ${dayOr(invitation.answerBy, 'fr')}. Si vous ne pouvez pas utiliser le portail, dites-le-nous et nous vous aiderons autrement.`,
    },
  }),
  account: ({ account }, { link }) => ({
    subject: { en: 'Your portal account', fr: 'Votre compte du portail' },
    body: {
      en: `Your account is ready. ${link ? `The portal is at ${link}` : 'The link to the portal is on our official site'}. ${account.reused ? 'Sign in as you did to apply.' : 'Another message brings your user name and a temporary password, valid for 14 days.'} In the portal you declare that you are in Canada, give your address and submit your photo.`,
      fr: `Votre compte est prêt. ${link ? `Le portail se trouve à ${link}` : 'Le lien vers le portail se trouve sur notre site officiel'}. ${account.reused ? 'Connectez-vous comme pour votre demande.' : 'Un autre message vous apporte votre nom d’utilisateur et un mot de passe temporaire, valide 14 jours.'} Dans le portail, vous déclarez être au Canada, donnez votre adresse et soumettez votre photo.`,
    },
  }),
  password: ({ account }, { password }) => ({
    subject: { en: 'Your temporary password', fr: 'Votre mot de passe temporaire' },
    body: {
      en: `Your user name is ${account.userName ?? ''}.\nYour temporary password is ${password ?? '[known to nobody here]'}\n\nIt is valid until ${dayOr(account.validUntil, 'en')}. When you sign in, you choose your own. The address of the portal comes in another message.`,
      fr: `Votre nom d’utilisateur est ${account.userName ?? ''}.\nVotre mot de passe temporaire est ${password ?? '[connu de personne ici]'}\n\nIl est valide jusqu’au ${dayOr(account.validUntil, 'fr')}. À la connexion, vous choisirez le vôtre. L’adresse du portail vient dans un autre message.`,
    },
  }),
  password_expiring: ({ account }) => ({
    subject: { en: 'Your temporary password runs out', fr: 'Votre mot de passe temporaire arrive à expiration' },
    body: {
      en: `You have not signed in yet. Your temporary password is valid until ${dayOr(account.validUntil, 'en')}. After that day, ask us for another.`,
      fr: `Vous ne vous êtes pas encore connecté. Votre mot de passe temporaire est valide jusqu’au ${dayOr(account.validUntil, 'fr')}. Après ce jour, demandez-nous-en un autre.`,
    },
  }),
  interview: ({ interview }) => ({
    subject: { en: 'Interview', fr: 'Entrevue' },
    body: {
      en: `We ask you to come to an interview on ${dayOr(interview.planned?.date, 'en')} at ${interview.planned?.time ?? ''}, ${interview.planned?.place ?? ''}. Bring your passport or travel document and this message. The confirmation of your permanent residence goes on after it.`,
      fr: `Nous vous convoquons à une entrevue le ${dayOr(interview.planned?.date, 'fr')} à ${(interview.planned?.time ?? '').replace(':', ' h ')}, ${interview.planned?.place ?? ''}. Apportez votre passeport ou titre de voyage et ce message. La confirmation de votre résidence permanente reprend ensuite.`,
    },
  }),
  photo_reminder: () => ({
    subject: { en: 'Your photo for the card', fr: 'Votre photo pour la carte' },
    body: {
      en: 'We wait for your photo. Until you submit it you may replace it as often as you like; then it is locked until an officer has looked at it.',
      fr: 'Nous attendons votre photo. Tant que vous ne l’avez pas soumise, vous pouvez la remplacer autant de fois que vous le voulez; elle est ensuite verrouillée jusqu’à l’examen par un agent.',
    },
  }),
  address_photo: () => ({
    subject: { en: 'Address and photo are due soon', fr: 'Adresse et photo à fournir bientôt' },
    body: {
      en: 'A permanent resident gives an address in Canada and a photo within 180 days (Immigration and Refugee Protection Regulations, s. 58). After that you would have to apply for a card.',
      fr: 'Un résident permanent fournit une adresse au Canada et une photo dans les 180 jours (Règlement sur l’immigration et la protection des réfugiés, art. 58). Passé ce délai, il vous faudrait demander une carte.',
    },
  }),
  confirmed: ({ residence }) => ({
    subject: { en: 'You are a permanent resident', fr: 'Vous êtes résident permanent' },
    body: {
      en: `You became a permanent resident of Canada on ${dayOr(residence?.on, 'en')}. Your electronic confirmation will be in the portal; your card follows by mail to your Canadian address.`,
      fr: `Vous êtes devenu résident permanent du Canada le ${dayOr(residence?.on, 'fr')}. Votre confirmation électronique sera dans le portail; votre carte suivra par la poste à votre adresse au Canada.`,
    },
  }),
  ecopr_available: ({ ecopr }) => ({
    subject: { en: 'Your electronic confirmation', fr: 'Votre confirmation électronique' },
    body: {
      en: `Your electronic confirmation of permanent residence is in the portal until ${dayOr(ecopr.availableUntil, 'en')}. Download and keep it. It is not valid for travel.`,
      fr: `Votre confirmation électronique de résidence permanente est dans le portail jusqu’au ${dayOr(ecopr.availableUntil, 'fr')}. Téléchargez-la et conservez-la. Elle n’est pas valide pour voyager.`,
    },
  }),
  card_mailed: ({ card }) => ({
    subject: { en: 'Your card is in the mail', fr: 'Votre carte est postée' },
    body: {
      en: `Your permanent resident card was mailed on ${dayOr(card.mailedOn, 'en')} to the address that you gave. If it does not come, tell us.`,
      fr: `Votre carte de résident permanent a été postée le ${dayOr(card.mailedOn, 'fr')} à l’adresse que vous avez donnée. Si elle n’arrive pas, dites-le-nous.`,
    },
  }),
  card_problem: () => ({
    subject: { en: 'A question about your card', fr: 'Une question au sujet de votre carte' },
    body: {
      en: 'There is a question about your permanent resident card. Please check your address and your telephone number in the portal, or call us.',
      fr: 'Il y a une question au sujet de votre carte de résident permanent. Vérifiez votre adresse et votre numéro de téléphone dans le portail, ou appelez-nous.',
    },
  }),
  renewal_refused: () => ({
    subject: { en: 'A card cannot be renewed here', fr: 'Une carte ne peut être renouvelée ici' },
    body: {
      en: 'This portal confirms permanent residence and issues the first card. To renew or replace a card, apply for a permanent resident card on our official site (form IMM 5444).',
      fr: 'Ce portail confirme la résidence permanente et délivre la première carte. Pour renouveler ou remplacer une carte, demandez une carte de résident permanent sur notre site officiel (formulaire IMM 5444).',
    },
  }),
  representative_refused: () => ({
    subject: { en: 'A representative cannot have access', fr: 'Un représentant ne peut avoir accès' },
    body: {
      en: 'Each person acts in the portal for themselves; a representative gets no account. Whoever helps you may sit beside you. If you cannot use the portal, tell us, and we will help you another way.',
      fr: 'Chaque personne agit elle-même dans le portail; un représentant n’obtient pas de compte. La personne qui vous aide peut être à vos côtés. Si vous ne pouvez pas utiliser le portail, dites-le-nous et nous vous aiderons autrement.',
    },
  }),
  other_application_refused: () => ({
    subject: { en: 'Other applications are not shown here', fr: 'Les autres demandes ne sont pas affichées ici' },
    body: {
      en: 'This portal shows the confirmation of permanent residence only. The status of another application is on our official site, under “check your application status”.',
      fr: 'Ce portail n’affiche que la confirmation de la résidence permanente. L’état d’une autre demande se trouve sur notre site officiel, sous « vérifier l’état de votre demande ».',
    },
  }),
}

const dayOr = (day: string | undefined, language: 'en' | 'fr'): string =>
  day ?? (language === 'en' ? 'the day we name' : 'jour que nous indiquerons')
