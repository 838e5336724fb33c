import type { Bilingual } from '../../language.ts'
import type { EventBody, EventName } from '../catalogue.ts'

/** Says one type of event in words. */
export type Writer<N extends EventName> = (body: EventBody<N>) => Bilingual

/** The writer of an event that says the same whatever its body holds. */
export const say = (en: string, fr: string) => (): Bilingual => ({ en, fr })
