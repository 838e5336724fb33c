import type { Said } from '../portal/author.ts'
import type { Tx } from '../storage/database.ts'
import type { MailRow } from '../storage/mail.ts'

/** A mail as it goes out. */
export interface Words {
  readonly to: string
  readonly language: 'en' | 'fr'
  readonly subject: string
  readonly text: string
}

/** Why a mail is not sent any more. Of `no_address` the record is told; the others end by themselves. */
export const dropReasons = ['erased', 'superseded', 'expired', 'no_address'] as const
export interface Dropped {
  readonly dropped: (typeof dropReasons)[number]
}

/** Who writes the mails of a kind of record at the moment in which they go out, and says what its record is told. */
export interface LetterWriter {
  words(row: MailRow): Promise<Words | Dropped>
  /** Events that say that it is out, in the transaction that ends the mail. */
  sent(tx: Tx, row: MailRow): Promise<readonly Said[]>
  /** Events that say that it reached nobody. */
  lost(tx: Tx, row: MailRow, code: string): Promise<readonly Said[]>
}
