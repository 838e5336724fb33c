import type { Language } from '../language.ts'
import { accessTexts } from './access-log.ts'
import { administrationTexts } from './administration.ts'
import { afterTexts } from './after.ts'
import { appointmentTexts } from './appointments.ts'
import { cardTexts } from './cards.ts'
import { claimTexts } from './claims.ts'
import { commonTexts } from './common.ts'
import { confirmationStatisticsTexts } from './confirmation-statistics.ts'
import { confirmationTexts } from './confirmations.ts'
import { deadlineTexts } from './deadlines.ts'
import { documentTexts } from './documents.ts'
import { domainTexts } from './domain.ts'
import { doorTexts } from './door.ts'
import { hallTexts } from './hall.ts'
import { moveTexts } from './moves.ts'
import { packTexts } from './pack.ts'
import { paperPackTexts } from './paper-packs.ts'
import { photoAdminTexts } from './photo-admin.ts'
import { photoStatisticsTexts } from './photo-statistics.ts'
import { photoReviewTexts } from './photos.ts'
import { portalTexts } from './portal.ts'
import { queueTexts } from './queues.ts'
import { readerTexts } from './reader.ts'
import { recordTexts } from './record.ts'
import { reviewTexts } from './review.ts'
import { shellTexts } from './shell.ts'
import { shiftTexts } from './shift.ts'
import { statisticsTexts } from './statistics.ts'
import { syncTexts } from './sync.ts'
import { todayTexts } from './today.ts'
import type { BaseKey, ParamsOf } from './types.ts'
import { verifyTexts } from './verify.ts'

/** Every text of the window, in both languages. One file a room; a key is never spelled twice. */
export const texts = {
  ...commonTexts,
  ...domainTexts,
  ...shellTexts,
  ...doorTexts,
  ...todayTexts,
  ...administrationTexts,
  ...accessTexts,
  ...claimTexts,
  ...documentTexts,
  ...afterTexts,
  ...packTexts,
  ...readerTexts,
  ...recordTexts,
  ...shiftTexts,
  ...hallTexts,
  ...paperPackTexts,
  ...photoReviewTexts,
  ...photoStatisticsTexts,
  ...syncTexts,
  ...verifyTexts,
  ...photoAdminTexts,
  ...confirmationTexts,
  ...confirmationStatisticsTexts,
  ...cardTexts,
  ...appointmentTexts,
  ...portalTexts,
  ...queueTexts,
  ...statisticsTexts,
  ...deadlineTexts,
  ...reviewTexts,
  ...moveTexts,
} as const

type All = typeof texts
/** A key that `t` takes: a wrong one does not compile. */
export type TextKey = BaseKey<keyof All>
/** What `t` wants beside the key. */
export type TextParams<Key extends TextKey> = [ParamsOf<All, Key>] extends [never]
  ? []
  : [params: { readonly [Name in ParamsOf<All, Key>]: Name extends 'count' ? number : string | number }]
/** Gives the text of a key in the officer's language. */
export type Translate = <Key extends TextKey>(key: Key, ...params: TextParams<Key>) => string

/** The texts of one language, as i18next takes them. */
export const textsIn = (language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]]))
