import type { Bilingual, Language } from '../language.ts'
import { fill } from './fill.ts'
import { letter } from './templates.ts'

/** What the office writes by itself: when a limit comes near, once when it has passed, and with the temporary letter. */

const texts = {
  before: {
    subject: { en: 'Reminder: {{item}}, {{due}}', fr: 'Rappel : {{item}}, {{due}}' },
    text: letter(
      'This is a reminder: {{item}} is due on {{due}}. If you need more time, ask for it before {{ask}} and say why.',
      'Ceci est un rappel : {{item}}, à remettre au plus tard le {{due}}. Si vous avez besoin de plus de temps, demandez-le avant le {{ask}} en indiquant pourquoi.',
    ),
  },
  after: {
    subject: { en: 'Not received: {{item}}', fr: 'Non reçu : {{item}}' },
    text: letter(
      '{{item}} was due on {{due}}, and we have not received it. Send it as soon as you can and tell us why it is late: it is kept, and marked late.',
      '{{item}} devait nous parvenir au plus tard le {{due}}; nous ne l’avons pas reçu. Envoyez-le dès que possible et dites-nous pourquoi il est en retard : il sera conservé et marqué comme tardif.',
    ),
  },
  // By post, to people without an account.
  letterBefore: {
    subject: { en: 'Reminder: {{item}}, {{due}}', fr: 'Rappel\u00a0: {{item}}, {{due}}' },
    text: {
      en: 'This is a reminder: {{item}} is due on {{due}}. If you need more time, ask for it before {{ask}} and say why.',
      fr: 'Ceci est un rappel\u00a0: {{item}}, à remettre au plus tard le {{due}}. Si vous avez besoin de plus de temps, demandez-le avant le {{ask}} en indiquant pourquoi.',
    },
  },
  letterAfter: {
    subject: { en: 'Not received: {{item}}', fr: 'Non reçu\u00a0: {{item}}' },
    text: {
      en: '{{item}} was due on {{due}}, and we have not received it. Send it as soon as you can and tell us why it is late: it is kept, and marked late.',
      fr: '{{item}} devait nous parvenir au plus tard le {{due}}; nous ne l’avons pas reçu. Envoyez-le dès que possible et dites-nous pourquoi il est en retard\u00a0: il sera conservé et marqué comme tardif.',
    },
  },
  temporary: {
    subject: {
      en: 'Your temporary identification letter',
      fr: 'Votre lettre d’identification temporaire',
    },
    text: letter(
      'We received your claim. Attached is your temporary identification letter (Acknowledgement of Claim). Print it or keep it on your telephone: it shows that you made a claim until your biometrics are taken and you get your document. Its seal can be checked by any office.',
      'Nous avons reçu votre demande. Vous trouverez ci-joint votre lettre d’identification temporaire (accusé de réception de la demande d’asile). Imprimez-la ou gardez-la sur votre téléphone : elle montre que vous avez présenté une demande jusqu’à la prise de vos données biométriques et la remise de votre document. Tout bureau peut en vérifier le sceau.',
    ),
  },
} as const

interface To {
  readonly name: string
  readonly number: string
  readonly office: string
}
interface Values extends To {
  readonly item: string
  readonly due: string
  /** The day after the last one on which more time can be asked for. */
  readonly ask: string
}

/** The message of one rung of a ladder, in the language of the person. */
export const reminderMessage = (rung: number, language: Language, values: Values): Written =>
  filled(rung < 0 ? texts.after : texts.before, language, values)

const howToAnswer: Bilingual = {
  en: 'Write to {{office}}, call it or come in person, and give your number {{number}}. If you moved, tell us your new address at once: letters go to the last one that we know.',
  fr: 'Écrivez à {{office}}, téléphonez ou présentez-vous en personne, et donnez votre numéro {{number}}. Si vous avez déménagé, communiquez-nous sans tarder votre nouvelle adresse\u00a0: nos lettres vont à la dernière que nous connaissons.',
}

/** The template of a reminder that goes by post. */
export const byPost = 'deadline_letter'

/** The letter of one rung, for a person without an account, in their language. */
export const reminderLetter = (
  rung: number,
  language: Language,
  values: Values,
): Written & { readonly answer: string } => ({
  ...filled(rung < 0 ? texts.letterAfter : texts.letterBefore, language, values),
  answer: fill(howToAnswer[language], { ...values }),
})

/** With the temporary identification letter. */
export const temporaryLetter = (language: Language, values: To): Written => filled(texts.temporary, language, values)

interface Written {
  readonly subject: string
  readonly text: string
}

function filled(template: { subject: Bilingual; text: Bilingual }, language: Language, values: object): Written {
  const given = values as Readonly<Record<string, string>>
  return { subject: fill(template.subject[language], given), text: fill(template.text[language], given) }
}
