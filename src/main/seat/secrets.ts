import { z } from 'zod'
import { secondFactorRecord } from '../../shared/officers/second-factor.ts'
import { query } from '../store/query.ts'
import type { ProjectionTx, Reader } from '../store/types.ts'

/** What the desk keeps of an officer and never writes into the log that is synced. */
const officerSecret = z.object({
  factor: secondFactorRecord,
  /** When the second factor was last accepted (ms since epoch), or null. */
  lastAt: z.number().nullable(),
})
export type OfficerSecret = z.infer<typeof officerSecret>

export function secretOf(reader: Reader, officer: string): OfficerSecret | undefined {
  const row = reader.first(query.selectFrom('officer_secret').select('record').where('officer', '=', officer))
  return row && officerSecret.parse(JSON.parse(row.record))
}

export function keepSecret(tx: ProjectionTx, officer: string, secret: OfficerSecret): void {
  const record = JSON.stringify(secret)
  tx.run(
    query
      .insertInto('officer_secret')
      .values({ officer, record })
      .onConflict((conflict) => conflict.column('officer').doUpdateSet({ record })),
  )
}
