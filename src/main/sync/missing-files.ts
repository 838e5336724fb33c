import type { AttentionItem } from '../../shared/contract/views.ts'
import { type ErrorCode, errors } from '../../shared/errors.ts'
import type { Bilingual } from '../../shared/language.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import type { Tools } from '../claims/tools.ts'
import type { Stuck } from '../store/blobs/travel.ts'
import { uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

const dayMs = 86_400_000
const mostFiles = 200

/**
 * Pictures and papers that were tried several times and do not come, for a day by now, or that the central does not take:
 * one item for each claim or record and each reason, with the person and what is to be done.
 */
export function missingFiles({ store, clock }: Tools): AttentionItem[] {
  const groups = new Map<string, { about: About; stuck: Stuck[] }>()
  for (const one of store.blobs.travel.stuck(clock.now() - dayMs, mostFiles)) {
    const about = aboutOf(store, one.sha)
    const name = `${about.id} ${one.way} ${one.why ?? ''}`
    const group = groups.get(name) ?? { about, stuck: [] }
    group.stuck.push(one)
    groups.set(name, group)
  }
  return [...groups].flatMap(([name, { about, stuck }]) => {
    const [first] = stuck
    if (!first) return []
    const { claimId, person } = about
    return {
      id: `missing.${name}`,
      kind: 'file_missing',
      since: new Date(first.since).toISOString(),
      text: wordsOf(first, stuck.length),
      ...(claimId ? { claimId } : {}),
      ...(person ? { person } : {}),
    }
  })
}

/** What is missing, why, and the next step, as the failure itself says it. */
function wordsOf({ way, why }: Stuck, count: number): Bilingual {
  const known = why !== null && why in errors ? errors[why as ErrorCode] : errors['sync.blob_elsewhere']
  const said = (text: Bilingual) => ({
    en: text.en.replace(/ \({{\w+}}\)/, ''),
    fr: text.fr.replace(/ \({{\w+}}\)/, ''),
  })
  const [message, next] = [said(known.message), said(known.next)]
  const many = count > 1
  const what =
    way === 'in'
      ? {
          en: many ? `${count} pictures or papers do not arrive here.` : 'A picture or paper does not arrive here.',
          fr: many ? `${count} photos ou documents n’arrivent pas ici.` : 'Une photo ou un document n’arrive pas ici.',
        }
      : {
          en: many ? `${count} pictures or papers cannot be sent.` : 'A picture or paper cannot be sent.',
          fr: many
            ? `${count} photos ou documents ne peuvent être envoyés.`
            : 'Une photo ou un document ne peut être envoyé.',
        }
  return { en: `${what.en} ${message.en} ${next.en}`, fr: `${what.fr} ${message.fr} ${next.fr}` }
}

interface About {
  /** Of the record that names the file. */
  readonly id: string
  readonly claimId?: string
  readonly person?: string
}

/** Whose it is: the first record that names it. */
function aboutOf(reader: Reader, sha: string): About {
  const subject = reader.first(
    query
      .selectFrom('blob_name')
      .innerJoin('subject', 'subject.n', 'blob_name.subject')
      .select(['subject.kind', 'subject.id'])
      .where('blob_name.sha', '=', Buffer.from(sha, 'hex'))
      .orderBy('subject.n'),
  )
  if (!subject) return { id: sha }
  const id = uuidText(subject.id)
  const claimId = claimOf(reader, subject.kind, id)
  const row = claimId === undefined ? undefined : claimRow(reader, claimId)
  const person = row && nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined })
  return { id, ...(claimId ? { claimId } : {}), ...(person ? { person } : {}) }
}

function claimOf(reader: Reader, kind: string, id: string): string | undefined {
  if (kind === 'claim') return id
  if (kind === 'photo')
    return reader.first(query.selectFrom('photo').select('claim').where('id', '=', id))?.claim ?? undefined
  if (kind === 'document') return reader.first(query.selectFrom('document').select('claim').where('id', '=', id))?.claim
  if (kind !== 'person') return undefined
  const ofPerson = query
    .selectFrom('claim')
    .innerJoin('person', 'person.n', 'claim.person_n')
    .select('claim.id')
    .where('person.id', '=', id)
    .orderBy('claim.n', 'desc')
  return reader.first(ofPerson)?.id
}

const claimRow = (reader: Reader, claimId: string) =>
  reader.first(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select(['person.family_name', 'person.given_names'])
      .where('claim.id', '=', claimId),
  )
