import { sql } from 'kysely'
import { prepared } from './prepared.ts'
import { query } from './query.ts'

/** People whose photo came through the portal and is not taken in yet, the first taken in first. In the words of its index. */
export const sentPhotos = prepared(({ most }: { most: number }) =>
  query
    .selectFrom('confirmation')
    .selectAll()
    .where(sql<boolean>`json_extract(facts, '$.photo.state') = 'sent'`)
    .orderBy('n')
    .limit(most),
)
