import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

/** What is known of a person's names and birth date, as keyed digests; null is not said. */
export interface IdentityNameRow {
  readonly stream: string
  readonly person: string
  readonly claim: string | null
  /** Of each sound of each word; none when the name was taken away. */
  readonly family: readonly Buffer[] | null
  readonly given: readonly Buffer[] | null
  /** The same of all other names together: maiden names, other spellings. */
  readonly other_family: readonly Buffer[] | null
  readonly other_given: readonly Buffer[] | null
  /** No bytes when the date was taken away. */
  readonly birth: Buffer | null
  /** Whether the birth date says enough: a whole one, and not a first of January. */
  readonly whole: boolean | null
}

/** Writes down what was said of people; what was not said this time stays. One row a person. */
export async function addNames(tx: Tx, rows: readonly IdentityNameRow[], changed: Date): Promise<void> {
  if (rows.length === 0) return
  const list = (column: (row: IdentityNameRow) => string | boolean | null) =>
    `{${rows.map((row) => column(row) ?? 'NULL').join()}}`
  await sql`
    INSERT INTO identity_name AS n
      (stream, person, claim, family, given, other_family, other_given, birth, whole, changed)
    SELECT stream, person, claim, ${digestsIn('family')}, ${digestsIn('given')}, ${digestsIn('other_family')},
      ${digestsIn('other_given')}, decode(birth, 'hex'), whole, ${changed}::timestamptz
    FROM unnest(${list(({ stream }) => stream)}::uuid[], ${list(({ person }) => person)}::uuid[],
      ${list(({ claim }) => claim)}::uuid[], ${list(({ family }) => hexOf(family))}::text[],
      ${list(({ given }) => hexOf(given))}::text[], ${list((row) => hexOf(row.other_family))}::text[],
      ${list((row) => hexOf(row.other_given))}::text[], ${list(({ birth }) => birth && hexOf([birth]))}::text[],
      ${list(({ whole }) => whole)}::boolean[])
      AS x(stream, person, claim, family, given, other_family, other_given, birth, whole)
    ON CONFLICT (stream, person) DO UPDATE SET
      claim = coalesce(excluded.claim, n.claim), changed = excluded.changed,
      family = coalesce(excluded.family, n.family), given = coalesce(excluded.given, n.given),
      other_family = coalesce(excluded.other_family, n.other_family),
      other_given = coalesce(excluded.other_given, n.other_given),
      birth = coalesce(excluded.birth, n.birth), whole = coalesce(excluded.whole, n.whole)`.execute(tx)
}

/** Hexadecimal, one behind the other with a sign between them, as one text in quotes: thousands of people go in one statement. */
const hexOf = (digests: readonly Buffer[] | null): string | null =>
  digests && `"${digests.map((digest) => digest.toString('hex')).join('/')}"`

/** The array of bytes that such a text stands for. */
const digestsIn = (column: 'family' | 'given' | 'other_family' | 'other_given') => sql`
  CASE ${sql.ref(`x.${column}`)} WHEN '' THEN '{}' ELSE
    ('{"\\\\x' || replace(${sql.ref(`x.${column}`)}, '/', '","\\\\x') || '"}') END::bytea[]`

/**
 * Writes down who has a like name and the same birth date as somebody of another office; both are to be told, unless
 * they are for a stronger reason. With a telling birth date one sound of a family name and one of given names in common are
 * enough, also of other names that a person goes by; with a first of January or a year alone, which many share, every sound of the whole name must be,
 * in whatever order it was written.
 *
 * @param since only of people who changed since then
 */
export async function keepNameMatches(db: Db, found: Date, since: Date): Promise<void> {
  await sql`
    INSERT INTO identity_match (stream, claim, other, way, found)
    SELECT DISTINCT side.stream, side.claim, side.other, 'name', ${found}::timestamptz
    FROM identity_name a
    JOIN identity_name b ON b.birth = a.birth AND length(b.birth) = 32 AND b.stream <> a.stream AND b.person <> a.person
    JOIN stream sa ON sa.stream = a.stream JOIN stream sb ON sb.stream = b.stream AND sb.office <> sa.office
    CROSS JOIN LATERAL (VALUES (a.stream, a.claim, b.stream), (b.stream, b.claim, a.stream)) AS side (stream, claim, other)
    WHERE a.changed >= ${since}::timestamptz AND length(a.birth) = 32 AND side.claim IS NOT NULL
      AND (a.whole AND (a.family || a.other_family) && (b.family || b.other_family)
          AND (a.given || a.other_given) && (b.given || b.other_given)
        OR cardinality(a.family || a.given) > 0
          AND (a.family || a.given) <@ (b.family || b.given) AND (a.family || a.given) @> (b.family || b.given))
      AND NOT EXISTS (SELECT 1 FROM identity_match m
        WHERE m.stream = side.stream AND m.claim = side.claim AND m.other = side.other)
    ON CONFLICT DO NOTHING`.execute(db)
}
