import type { EventBody } from '../../shared/domain/catalogue.ts'
import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import type { PartnerResult } from '../../shared/partners/names.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { createPortalAuthor, said } from '../portal/author.ts'
import { openBodies } from '../portal/open-bodies.ts'
import type { Services } from '../services.ts'
import { partnerEvents } from '../storage/partners.ts'
import { chanceOf } from './random.ts'

/**
 * Partners as long as no line leads to them: what desks of an office asked is answered, most of it with nothing found, some
 * of it inconclusive or with a finding, and some not at all, so that it becomes late. A seed gives the same answers.
 */
export async function answerPartners(
  services: Services,
  { office, seed }: { readonly office: string; readonly seed: string },
): Promise<{ answered: number; silent: number }> {
  const { database, clock } = services
  const rows = await partnerEvents(database.db, office)
  const author = createPortalAuthor(services)
  await author.ready()
  const on = dateIn(officeOf(office)?.zone ?? 'America/Toronto', clock.now())
  let [answered, silent] = [0, 0]
  for (const stream of new Set(rows.map((row) => row.stream))) {
    const own = rows.filter((row) => row.stream === stream)
    const subjects = [...new Set(own.map(({ subject }) => subject))].map((id) => ({ kind: 'claim', id }))
    const opened = await openBodies(services, database.db, { stream, subjects }, own)
    const done = new Set(
      opened.flatMap(({ type, body }) => (type === 'claim.partner_answered' ? [requestOf(body)] : [])),
    )
    const events = opened.flatMap(({ type, subject, body }) => {
      const request = requestOf(body)
      if (type !== 'claim.partner_asked' || !request || done.has(request)) return []
      const answer = answerOf(request, seed)
      if (!answer) {
        silent++
        return []
      }
      answered++
      return [said('claim.partner_answered', subject, { request, on, ...answer })]
    })
    if (events.length > 0) await database.transact((tx) => author.write(tx, { office, stream }, events))
  }
  return { answered, silent }
}

/** Of an event whose body is gone: none. */
const requestOf = (body: unknown): string | undefined =>
  (body as EventBody<'claim.partner_asked'> | null)?.request ?? undefined

/** Of a hundred: eighty-two find nothing, eight are inconclusive, five find something, five say nothing. */
function answerOf(request: string, seed: string): { result: PartnerResult; note?: string } | undefined {
  const drawn = chanceOf(seed).draw(request)
  if (drawn < 0.82) return { result: 'clear', note: 'Simulated: nothing was asked of anybody' }
  if (drawn < 0.9) return { result: 'inconclusive', note: 'Simulated: the prints were not legible' }
  return drawn < 0.95 ? { result: 'hit', note: 'Simulated: a record of the same name and birth date' } : undefined
}
