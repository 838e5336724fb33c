import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { joinPerson, ruleOut } from '../../../src/main/claims/candidates.ts'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { fieldsOf } from '../../../src/main/claims/fields.ts'
import { readPassport } from '../../../src/main/claims/passport.ts'
import { searchClaims } from '../../../src/main/claims/search.ts'
import { keepDraft, setPersonFields } from '../../../src/main/claims/take-in.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { hallView } from '../../../src/main/hall/list.ts'
import { numberBlocks, takeNumber } from '../../../src/main/office/numbers.ts'
import { stockLedger } from '../../../src/main/office/stock.ts'
import { attentionItems } from '../../../src/main/office/today.ts'
import { sql } from '../../../src/main/store/query.ts'
import { type ClaimState, claimStates } from '../../../src/shared/domain/states.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { act, erase, foreign, perform, reserve, zones } from './random-history.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}

describe('rebuilding the desk’s projections from the log', () => {
  test('gives the same rows and the same answers after any history of commands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
        const office = openOffice()
        const { store } = office
        try {
          await perform(office, acts)
          const answers = () => ({
            osman: searchClaims(store, 'osman', 200),
            sounds: searchClaims(store, 'usmann', 200),
            attention: attentionItems(office.tools),
            hall: hallView(office.tools, office.officer),
          })
          const [live, said] = [store.dumpProjections(), answers()]
          unwrap(await store.rebuild())
          expect(store.dumpProjections()).toEqual(live)
          expect(answers()).toEqual(said)
          expect(await store.check()).toMatchObject({ ok: true })
          expectTallies(office)
          expectNothingTwice(office)
        } finally {
          store.remove()
        }
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

/** The counts that are kept up are those that counting gives. */
function expectTallies({ store }: Office): void {
  const count = (text: ReturnType<typeof sql>) => store.first(text as ReturnType<typeof sql<{ n: number }>>)?.n
  const kept = Object.fromEntries(
    store.all(sql<{ name: string; count: number }>`SELECT name, count FROM tally`).map((row) => [row.name, row.count]),
  )
  const days = store.all(sql<{ name: string; count: number }>`SELECT 'backlog.' || opened_on || '.' || state AS name,
    count(*) AS count FROM claim WHERE state IN ('intake', 'undecided', 'suspended', 'ineligible_proposed') GROUP BY 1`)
  const backlog = Object.entries(kept).filter(([name, count]) => name.startsWith('backlog.') && count > 0)
  expect(Object.fromEntries(backlog)).toEqual(Object.fromEntries(days.map((row) => [row.name, row.count])))
  expect(kept.people ?? 0).toBe(count(sql`SELECT count(*) AS n FROM person WHERE replaced_by IS NULL`))
  for (const state of claimStates satisfies readonly ClaimState[])
    expect(kept[`claim.${state}`] ?? 0).toBe(count(sql`SELECT count(*) AS n FROM claim WHERE state = ${state}`))
}

function expectNothingTwice({ store }: Office): void {
  const twice = store.all(sql`SELECT stock_serial FROM document GROUP BY stock_serial HAVING count(*) > 1
    UNION ALL SELECT number FROM document WHERE replaces IS NULL GROUP BY number HAVING count(*) > 1
    UNION ALL SELECT application_number FROM claim GROUP BY application_number HAVING count(*) > 1`)
  expect(twice).toEqual([])
}

describe('two desks', () => {
  test('that set a field differently without seeing each other need an officer; both values are kept', () => {
    const office = opened()
    const { claimId, personId } = newClaim(office, { familyName: 'Osman' })
    expect(attentionItems(office.tools)).toEqual([])
    unwrap(foreign(office, claimId, { familyName: 'Ousmane' }))
    expect(attentionItems(office.tools)).toMatchObject([{ kind: 'conflict', claimId, step: 'identity' }])
    const { familyName } = fieldsOf(office.store, { kind: 'person', id: personId })
    expect(familyName?.value).toBe('Ousmane')
    expect(familyName?.conflict?.map(({ value }) => value)).toEqual(['Ousmane', 'Osman'])
    const bases = familyName?.heads ?? []
    unwrap(setPersonFields(office.tools, office.officer, { claimId, fields: { familyName: 'Osman' }, bases }))
    expect(attentionItems(office.tools)).toEqual([])
  })

  test('that set a field to the same value agree', () => {
    const office = opened()
    const { claimId } = newClaim(office, { familyName: 'Osman' })
    unwrap(foreign(office, claimId, { familyName: 'Osman' }))
    expect(attentionItems(office.tools)).toEqual([])
  })

  test('that disagree about the claim send the officer to the claim', () => {
    const office = opened()
    const { claimId } = newClaim(office)
    unwrap(setClaim(office, claimId, { addressLine: '1 Main' }))
    unwrap(foreign(office, claimId, { addressLine: '2 Main' }))
    expect(attentionItems(office.tools)).toMatchObject([{ kind: 'conflict', claimId, step: 'contact' }])
  })
})

test('a client ID given after one was cleared is no conflict', () => {
  const office = opened()
  const { claimId } = newClaim(office, { clientId: '12345678' })
  const set = (clientId: string | null) =>
    unwrap(setPersonFields(office.tools, office.officer, { claimId, fields: { clientId }, bases: [] }))
  set(null)
  unwrap(decideClaim(office.tools, office.officer, claimId, { outcome: 'undecided' }))
  expect(attentionItems(office.tools)).toEqual([])
})

describe('an erased person', () => {
  const everythingOf = ({ store }: Office) =>
    JSON.stringify([store.dumpProjections(), store.all(sql`SELECT * FROM draft`), searchClaims(store, 'osman', 9)])

  test('leaves nothing but headers and what was used up, live as after a rebuild', async () => {
    const office = opened()
    const { store, tools, officer } = office
    const stays = newClaim(office, { familyName: 'Osmanova', birthDate: '1990-05-17' })
    const { claimId, personId, applicationNumber } = newClaim(office, { familyName: 'Osman', birthDate: '1990-05-17' })
    const second = newClaim(office, { familyName: 'Usman' })
    unwrap(ruleOut(tools, officer, stays.claimId, personId, 'another face'))
    unwrap(ruleOut(tools, officer, claimId, stays.personId, 'another face'))
    unwrap(readPassport(tools, officer, second.claimId, zones[0] ?? ''))
    unwrap(joinPerson(tools, officer, second.claimId, personId, 'the same face'))
    unwrap(keepDraft(tools, officer, claimId, 'phone', '+1 514'))
    unwrap(referClaim(office, claimId))
    const paper = unwrap(reserve(office, claimId))
    const next = () => numberBlocks(store).map(({ series, next }) => [series, next])
    const [used, sheets] = [next(), stockLedger(store).counts]
    unwrap(erase(office, second.personId))
    const left = everythingOf(office)
    for (const gone of [
      claimId,
      second.claimId,
      personId,
      second.personId,
      paper,
      applicationNumber,
      'ERIKSSON',
      '+1 514',
    ])
      expect(left).not.toContain(gone)
    expect(left).toContain('Osmanova')
    const live = store.dumpProjections()
    unwrap(await store.rebuild())
    expect(store.dumpProjections()).toEqual(live)
    expect(next()).toEqual(used)
    expect(stockLedger(store).counts).toEqual(sheets)
    expectTallies(office)
    expect(await store.check()).toMatchObject({ ok: true })
    expect((await store.verify()).ok).toBe(true)
    // What the record says of the other person stays, and nobody can go on with what is gone.
    expect(findClaim(store, claimId)).toEqual(fail('desk.not_found'))
    expect(erase(office, personId)).toEqual(fail('desk.not_found'))
    expect(unwrap(takeNumberNow(office))).not.toBe(applicationNumber)
  })
})

const takeNumberNow = ({ store, officer }: Office) =>
  store.transact({ actor: officer.id }, (tx) => takeNumber(tx, 'application'))
