import type { z } from 'zod'
import type { draftAnswer, draftRequest } from '../../shared/contract/portal.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { deadline } from '../../shared/rules/deadlines.ts'
import { clearLetters } from '../clear-letters.ts'
import { type QueueParts, queueMail } from '../mail/queue.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Tx } from '../storage/database.ts'
import { lockAccount } from '../storage/portal/accounts.ts'
import { claimsOf } from '../storage/portal/claims.ts'
import {
  type DraftRow,
  draftsBefore,
  endDraft,
  isDraft,
  keepDraft,
  noteWarned,
  openDraft,
} from '../storage/portal/drafts.ts'
import { type Account, accountFile } from './accounts.ts'
import { openOwn, type PortalParts, sealOwn } from './portal.ts'

type Draft = z.infer<typeof draftAnswer>

/** Bytes of JSON that a draft may have. */
const mostDraftBytes = 512 * 1024
/** Days are counted where most people are. */
const zone = 'America/Toronto'
const dayMs = 86_400_000
const purgeDays = 90
const warnDays = [85, 75] as const

/** Keeps the one open draft of an account, under a key of its own and nowhere else. A new id while one is open is refused. */
export async function saveDraft(
  parts: PortalParts,
  { account }: Account,
  { draft, form }: z.infer<typeof draftRequest>,
): Promise<Outcome<Draft>> {
  if (Buffer.byteLength(JSON.stringify(form)) > mostDraftBytes) return refuse(413, 'too_large')
  const { database, clock } = parts
  return database.transact(async (tx): Promise<Outcome<Draft>> => {
    await lockAccount(tx, account)
    if ((await claimsOf(tx, account)).length > 0) return refuse(409, 'already_submitted')
    const held = await openDraft(tx, account)
    if (held && held.draft !== draft) return refuse(409, 'other_draft', { draft: held.draft })
    // An id that was used before, by whomever, begins nothing new.
    if (!held && (await isDraft(tx, draft))) return refuse(409, 'draft_ended')
    const now = new Date(clock.now())
    const row = {
      draft,
      account,
      number: held?.number ?? numberOf(parts),
      started: held?.started ?? now,
      saved: now,
      sealed: await sealOwn(parts, tx, draft, form),
    }
    await keepDraft(tx, row)
    return done(viewOf(row))
  })
}

export async function readDraft(parts: PortalParts, { account }: Account): Promise<Outcome<Draft>> {
  const row = await openDraft(parts.database.db, account)
  if (!row?.sealed) return refuse(404, 'no_draft')
  const form = await openOwn<Draft['form']>(parts, parts.database.db, row.draft, row.sealed)
  return form === undefined ? refuse(404, 'no_draft') : done({ ...viewOf(row), form })
}

export async function deleteDraft({ database }: PortalParts, { account }: Account): Promise<void> {
  await database.transact(async (tx) => {
    const row = await openDraft(tx, account)
    if (row) await endDraft(tx, row.draft, 'deleted')
  })
}

/** A draft whose person is to be warned: `day` 75 or 85 of 90. */
export interface DraftWarning {
  readonly account: string
  readonly number: string
  readonly day: number
  readonly purgedOn: string
}

/**
 * Destroys drafts that are 90 days old, key first, and gives those that reached day 75 or 85 since the last time: once
 * each, also when the service stood still for days. Safe to repeat.
 */
export async function sweepDrafts(
  parts: QueueParts & Pick<PortalParts, 'database'>,
): Promise<{ purged: number; warnings: DraftWarning[] }> {
  const { database, clock } = parts
  const now = clock.now()
  let purged = 0
  const warnings: DraftWarning[] = []
  for (const row of await draftsBefore(database.db, new Date(now - (warnDays.at(-1) ?? 0) * dayMs))) {
    const days = Math.floor((now - row.started.getTime()) / dayMs)
    if (days >= purgeDays) {
      await database.transact((tx) => endDraft(tx, row.draft, 'purged'))
      purged += 1
      continue
    }
    const day = warnDays.find((each) => days >= each)
    if (day === undefined || row.warned >= day) continue
    const { purgedOn } = viewOf(row)
    await database.transact(async (tx) => {
      await noteWarned(tx, row.draft, day)
      await warn(parts, tx, row, { day, purgedOn })
    })
    warnings.push({ account: row.account, number: row.number, day, purgedOn })
  }
  return { purged, warnings }
}

/** By mail, where the person gave an address. */
async function warn(
  parts: QueueParts,
  tx: Tx,
  { account, draft }: DraftRow,
  { day, purgedOn }: { day: number; purgedOn: string },
): Promise<void> {
  const person = await accountFile(parts, tx, account)
  if (!person?.email) return
  const to = { to: person.email, language: person.language }
  await queueMail(parts, tx, { key: `draft/${draft}/${day}`, ...to, notice: 'draft', values: { date: purgedOn } })
}

/** The number of a draft: no application number, and never used again. */
function numberOf({ random }: PortalParts): string {
  const letters = clearLetters(random, 10)
  return `D-${letters.slice(0, 5)}-${letters.slice(5)}`
}

function viewOf({ draft, number, started, saved }: Pick<DraftRow, 'draft' | 'number' | 'started' | 'saved'>): Draft {
  const startedOn = dateIn(zone, started.getTime())
  const purgedOn = deadline('portal.draft', startedOn).due
  return { draft, number, startedOn, savedAt: saved.toISOString(), purgedOn }
}
