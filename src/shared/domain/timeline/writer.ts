import type { Bilingual } from '../../language.ts'
import type { EventBody, EventName } from '../catalogue.ts'

/** Says one type of event in words. */
export type Writer<N extends EventName> = (body: EventBody<N>) => Bilingual

/** The writer of an event that says the same whatever its body holds. */
export const say = (en: string, fr: string) => (): Bilingual => ({ en, fr })

/** What happened, and why. A person is told the first without the second (shared/portal/view/told.ts). */
export const withReason = (said: Bilingual, reason: string | undefined): Bilingual =>
  reason ? { en: `${said.en}. ${reason}`, fr: `${said.fr}. ${reason}` } : said

/** What was given, one after the other; officers end theirs with a full stop or not. */
export const sentences = (...parts: readonly (string | false | undefined)[]): string =>
  parts
    .filter((part) => typeof part === 'string')
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')

/** What an amendment rests on: what the officer saw, and what the person sent. */
export const amendedFrom = ({
  evidence,
  correction,
}: {
  evidence?: string | undefined
  correction?: string | undefined
}) => ({
  en: [evidence && `Evidence: ${evidence}`, correction && 'As the person asked through the portal'] as const,
  fr: [evidence && `Preuve\u00a0: ${evidence}`, correction && 'À la demande de la personne, par le portail'] as const,
})

/** What became of the document that was issued on a decision that is set aside. */
export const fateWords = ({ number, as }: NonNullable<EventBody<'claim.reopened'>['document']>): Bilingual => ({
  en: `Document ${number} ${as}`,
  fr: `Document ${number} ${as === 'kept' ? 'conservé' : 'révoqué'}`,
})
