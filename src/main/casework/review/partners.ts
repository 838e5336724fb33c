import type { PartnerRequestView } from '../../../shared/contract/views.ts'
import type { Acts } from '../../../shared/domain/acts.ts'
import type { Consent, PartnerId, PartnerPurpose, PartnerResult, SharedField } from '../../../shared/partners/names.ts'
import { requestState, sharing } from '../../../shared/partners/sharing.ts'
import { sharingOn } from '../../../shared/partners/table.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { fieldsOf, valuesOf } from '../../claims/fields.ts'
import { present } from '../../claims/rows.ts'
import { inClaim } from '../../claims/take-in.ts'
import { type ClaimFile, type Officer, officerNames, type Tools, today } from '../../claims/tools.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'

/** Checks that partners make, and what was given to whom: each request is a line of the person's ledger. */

/** What the claim says of consent to sharing; the last word counts. */
export function consentOf(reader: Reader, claim: Uuid): Consent {
  const { consentToSharing } = valuesOf(fieldsOf(reader, { kind: 'claim', id: claim })) as Acts
  if (!consentToSharing) return 'none'
  return consentToSharing.given ? 'given' : 'withdrawn'
}

export interface Asked {
  readonly claimId: Uuid
  readonly partner: PartnerId
  readonly purpose: PartnerPurpose
  readonly fields: readonly SharedField[]
  readonly cited?: string | undefined
}

/**
 * Gives fields to a partner and asks for its check. Errors: partners.not_agreed, partners.too_much, partners.no_consent,
 * partners.consent_withdrawn, partners.asked_already.
 */
export function askPartner(tools: Tools, officer: Officer, { claimId, ...wish }: Asked): Result<ClaimFile> {
  const on = today(tools)
  return inClaim(tools, officer, claimId, 'check', (tx, claim) => {
    const consent = consentOf(tx, claimId)
    const answer = sharing({ ...wish, consent, on })
    if ('refused' in answer) {
      const { refused } = answer
      if (refused.code === 'too_much') return fail('partners.too_much', { fields: refused.fields.join(', ') })
      return fail(`partners.${refused.code}`)
    }
    const { granted } = answer
    if (granted.row.days !== undefined && isAsked(tx, claimId, wish)) return fail('partners.asked_already')
    const { authority, version: rules, due } = granted
    const body = { request: tx.newId(), person: claim.personId, partner: wish.partner, purpose: wish.purpose }
    const given = { fields: [...new Set(wish.fields)], rules, authority, consent, on, due }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.partner_asked', body: { ...body, ...given } })
    return ok(null)
  })
}

const isAsked = (reader: Reader, claim: Uuid, { partner, purpose }: Pick<Asked, 'partner' | 'purpose'>): boolean =>
  reader.first(
    query
      .selectFrom('partner_request')
      .select('n')
      .where('claim', '=', claim)
      .where('partner', '=', partner)
      .where('purpose', '=', purpose)
      .where('result', 'is', null),
  ) !== undefined

/** What the partner said, recorded by an officer. Errors: partners.unknown, partners.answered, partners.note_needed. */
export function recordAnswer(
  tools: Tools,
  officer: Officer,
  given: { claimId: Uuid; request: Uuid; result: PartnerResult; note?: string | undefined },
): Result<ClaimFile> {
  const { claimId, request, result, note } = given
  if (result === 'hit' && !note) return fail('partners.note_needed')
  const on = today(tools)
  return inClaim(tools, officer, claimId, 'check', (tx) => {
    const row = tx.first(
      query.selectFrom('partner_request').select('result').where('request', '=', request).where('claim', '=', claimId),
    )
    if (!row) return fail('partners.unknown')
    if (row.result) return fail('partners.answered')
    const body = { request, result, on, ...(note ? { note } : {}) }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.partner_answered', body })
    return ok(null)
  })
}

/** Every partner that was given something of a person, on this claim or another one, newest first. */
export function ledgerOf(tools: Tools, claimId: Uuid, personId: Uuid): PartnerRequestView[] {
  const { store } = tools
  const now = today(tools)
  const nameOf = officerNames(store)
  const rows = store.all(
    query
      .selectFrom('partner_request')
      .innerJoin('claim', 'claim.id', 'partner_request.claim')
      .selectAll('partner_request')
      .select('claim.application_number')
      .where('partner_request.person', '=', personId)
      .orderBy('partner_request.n', 'desc'),
  )
  return rows.map((row) => {
    const { partner, purpose } = row as { partner: PartnerId; purpose: PartnerPurpose }
    const awaited = awaitedOn(row.asked_on, partner, purpose)
    return {
      ...{ request: row.request, partner, purpose, authority: row.authority, due: row.due, on: row.asked_on },
      state: requestState({ due: row.due, result: row.result ?? undefined, awaited }, now),
      fields: JSON.parse(row.fields) as SharedField[],
      consent: row.consent as Consent,
      by: nameOf(row.asked_by),
      ...present({
        result: row.result as PartnerResult | null,
        note: row.note,
        answeredOn: row.answered_on,
        answeredBy: row.answered_by ? nameOf(row.answered_by) : null,
        elsewhere: row.claim === claimId ? null : row.application_number,
      }),
    }
  })
}

const awaitedOn = (day: string, partner: string, purpose: string): boolean =>
  sharingOn(day)?.rows.find((row) => row.partner === partner && row.purpose === purpose)?.days !== undefined

/** Of the checks that partners make: how many were never asked on this claim, how many have not answered. */
export function neededChecks(ledger: readonly PartnerRequestView[]) {
  const own = ledger.filter(({ elsewhere }) => elsewhere === undefined)
  const rows = sharingOn('9999-12-31')?.rows.filter(({ days }) => days !== undefined) ?? []
  const asked = rows.map(({ partner, purpose }) =>
    own.find((each) => each.partner === partner && each.purpose === purpose),
  )
  const waiting = asked.filter((each) => each?.state === 'asked' || each?.state === 'late')
  return {
    unasked: asked.filter((each) => each === undefined).length,
    waiting: waiting.length,
    since: waiting.map((each) => each?.on ?? '').sort()[0],
  }
}
