import {
  allGuides,
  type CountryGuide,
  guideFile,
  guideSetting,
  guidesIn,
  settingPrefix,
} from '../../shared/guides/guide.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { officeOf } from './settings.ts'

/** Country guides of the office. They are settings of it, so they travel to every desk and to what the portal shows. */

/** Bytes of one event's settings: well below what an event may hold on its way (shared/sync/wire.ts). */
const mostBytes = 48 * 1024

/**
 * Takes guides in, in the place of those imported before. A file with one wrong entry, or one too large to travel,
 * changes nothing: `record.guides_invalid`.
 */
export function importGuides({ store }: Tools, officer: Officer, text: string): Result<null> {
  const read = guideFile.safeParse(parsed(text))
  if (!read.success) return fail('record.guides_invalid', { where: read.error.issues[0]?.path.join('.') || 'format' })
  const { guides } = read.data
  const large = guides.findIndex((guide) => bytesOf(guide) > mostBytes)
  if (large >= 0) return fail('record.guides_invalid', { where: `guides.${large}` })
  return store.transact({ actor: officer.id }, (tx) => {
    const gone = heldNames(tx).filter((name) => !guides.some(({ country }) => guideSetting(country) === name))
    const before = { [allGuides]: [], ...Object.fromEntries(gone.map((name) => [name, null])) }
    const subject = { kind: 'office', id: officeOf(tx).id } as const
    for (const settings of [before, ...packed(guides)]) tx.append({ subject, type: 'policy.set', body: { settings } })
    return ok(null)
  })
}

/** As few events as hold them all. */
function packed(guides: readonly CountryGuide[]): Record<string, CountryGuide>[] {
  const events: Record<string, CountryGuide>[] = []
  let room = 0
  for (const guide of guides) {
    const bytes = bytesOf(guide)
    if (bytes > room) {
      events.push({})
      room = mostBytes
    }
    const last = events.at(-1)
    if (last) last[guideSetting(guide.country)] = guide
    room -= bytes
  }
  return events
}

const bytesOf = (guide: CountryGuide): number => Buffer.byteLength(JSON.stringify(guide)) + 20

const settings = () =>
  query
    .selectFrom('setting')
    .select(['name', 'value'])
    .where('value', '!=', 'null')
    .where('name', '>=', settingPrefix)
    .where('name', '<', `${settingPrefix.slice(0, -1)}/`)

const heldNames = (reader: Reader): string[] => reader.all(settings()).map(({ name }) => name)

/** How many the office imported. */
export const countGuides = (reader: Reader): number => heldNames(reader).length + legacy(reader).length

/** Those that the office imported for these countries. */
export function importedGuides(reader: Reader, countries: readonly string[]): CountryGuide[] {
  const names = countries.map(guideSetting)
  const rows = names.length === 0 ? [] : reader.all(settings().where('name', 'in', names))
  const own = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]))
  return [...legacy(reader).filter(({ country }) => countries.includes(country)), ...guidesIn(own)]
}

function legacy(reader: Reader): CountryGuide[] {
  const row = reader.first(query.selectFrom('setting').select('value').where('name', '=', allGuides))
  return row ? (JSON.parse(row.value) as CountryGuide[]) : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
