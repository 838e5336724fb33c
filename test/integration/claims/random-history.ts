import fc from 'fast-check'
import { expect } from 'vitest'
import { recordAct, withdrawAct } from '../../../src/main/claims/acts.ts'
import { correctClaim } from '../../../src/main/claims/amend.ts'
import { joinPerson, ruleOut, searchCandidates } from '../../../src/main/claims/candidates.ts'
import { setCheck } from '../../../src/main/claims/checks.ts'
import { confirmDecision, decideClaim, returnProposal } from '../../../src/main/claims/decisions.ts'
import { answerFacts, overrideFinding, worksheet } from '../../../src/main/claims/eligibility.ts'
import { eraseWholePerson } from '../../../src/main/claims/erase-person.ts'
import { readPassport } from '../../../src/main/claims/passport.ts'
import { meetDeadline, reopenDeadline } from '../../../src/main/claims/received.ts'
import { reopenClaim } from '../../../src/main/claims/reopen.ts'
import { setPersonFields } from '../../../src/main/claims/take-in.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { noteNotPrinted } from '../../../src/main/documents/pack-commands.ts'
import { markPaper, spoilPaper } from '../../../src/main/documents/papers.ts'
import { replacePaper } from '../../../src/main/documents/replace.ts'
import { changeSettings } from '../../../src/main/office/change-settings.ts'
import { importNumbers, takeNumber } from '../../../src/main/office/numbers.ts'
import { checkOutSheets, endSheet, receiveSheets, takeSheet } from '../../../src/main/office/stock.ts'
import { setRoles } from '../../../src/main/seat/officers.ts'
import { query } from '../../../src/main/store/query.ts'
import type { ActName, RecordedAct } from '../../../src/shared/domain/acts.ts'
import { checkNames, checkResults } from '../../../src/shared/domain/vocabulary.ts'
import { fail, ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { numbersFile } from '../../support/numbers.ts'
import { familyAct, hallAct, hallFailures } from '../hall/history.ts'
import { shiftAct, shiftFailures } from '../shifts/history.ts'
import { newClaim, type Office, referClaim, setClaim } from './support.ts'

/** Failures that a random history may meet; anything else fails the test. */
const expected = new Set<string>([
  'claims.not_in_this_state',
  'claims.correct_instead',
  'claims.not_settled',
  'claims.nothing_to_correct',
  'claims.document_undecided',
  'claims.same_person_already',
  'claims.client_id_held',
  'claims.person_has_records',
  'claims.reason_needed',
  'claims.rule_unknown',
  'claims.ground_needed',
  'claims.check_says_too_little',
  'claims.proposal_outlived',
  'claims.numbers_already_held',
  'claims.future_date',
  'desk.not_found',
  'store.erased',
  'stock.already_received',
  'stock.unknown',
  'stock.not_available',
  'stock.none_ready',
  'papers.not_in_this_state',
  'papers.kind_not_allowed',
  'papers.already_issued',
  'claims.incomplete',
  'claims.document_not_listed',
  'claims.document_seized',
  'claims.act_not_recorded',
  ...hallFailures,
  ...shiftFailures,
  'claims.deadline_unknown',
])
const mayFail = (done: Result<unknown>): void => {
  if (!done.ok) expect(expected).toContain(done.failure.code)
}

const claim = fc.nat(3)
const fields = fc.record(
  {
    familyName: fc.constantFrom('Osman', 'Ōtani', '王小明', null),
    givenNames: fc.constantFrom('Amina', 'Łukasz', null),
    birthDate: fc.constantFrom('1990', '1990-05-17', '2999'),
    citizenships: fc.constantFrom(['SYR'], ['SYR', 'LBN'], ['XXA'], null),
    clientId: fc.constantFrom('12345678', '1234567890', null),
    aliases: fc.constantFrom([], [{ kind: 'nickname', givenNames: 'Aziza' }], null),
  },
  { requiredKeys: [] },
)
const passport = {
  id: '0198c0de-0000-7000-8000-000000000001',
  kind: 'passport',
  looks: 'suspect',
  number: 'L898 902C3',
} as const
const anAct: fc.Arbitrary<RecordedAct> = fc.constantFrom(
  { consentToSharing: { given: false, on: '2026-11-23' } },
  { conditionsAcknowledged: { on: '2026-11-23', version: '2026-05' } },
  { inadmissibilityReport: { on: '2026-11-23', paragraph: '41(a)', by: 'G. Roy' } },
  { departureOrder: { on: '2026-11-23', by: 'minister_delegate', conditional: true } },
  { detention: { since: '2026-11-20', place: 'Laval', ground: 'identity' } },
  { interview: { date: '2026-12-14', time: '09:30', minutes: 90, place: 'Etobicoke' } },
  { seizures: [{ document: passport.id, on: '2026-11-23', place: 'Lacolle', ground: 'IRPA s. 140(1)' }] },
)
export const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('person' as const), claim, fields }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('claim' as const),
      claim,
      fields: fc.record(
        {
          phone: fc.constantFrom('+1 514 555 0100', null),
          claimDate: fc.constantFrom('2026-11-20', '2026-11-23'),
          grounds: fc.constantFrom([], ['religion']),
          channel: fc.constantFrom('inland', 'port_of_entry'),
          route: fc.constantFrom([], [{ from: 'SYR', to: 'TUR', left: '2025' }], null),
          heldDocuments: fc.constantFrom([], [passport], null),
          earlierClaims: fc.constantFrom([], [{ country: 'CAN', outcome: 'open' }]),
          narrative: fc.constantFrom('They came at night.', null),
          vulnerable: fc.boolean(),
          companion: fc.constantFrom('nobody', 'parent', null),
          workPermitRequested: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('foreign' as const),
      claim,
      what: fc.constantFrom('person', 'claim'),
      value: fc.constantFrom('Osman', 'Usman'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('act' as const), claim, act: anAct, withdraw: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'open',
        'hall',
        'hall',
        'family',
        'family',
        'passport',
        'search',
        'ruleOut',
        'join',
        'facts',
        'override',
        'decide',
        'check',
        'propose',
        'second',
        'paper',
        'sent',
        'notPrinted',
        'signed',
        'confirm',
        'spoil',
        'revoke',
        'correct',
        'reopen',
        'receive',
        'checkOut',
        'end',
        'numbers',
        'settings',
        'roles',
        'badge',
        'erase',
        'met',
        'reopened',
        'undone',
        'shift',
        'clock',
      ),
      claim,
      n: fc.nat(9),
    }),
  },
)
type Claim = ReturnType<typeof newClaim>
export type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

export const zones = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
  'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
]

/** Reserves a paper as `issuePaper` does, without the page. */
export function reserve({ store, officer }: Office, claimId: string): Result<string> {
  return store.transact({ actor: officer.id }, (tx) => {
    const file = findClaim(tx, claimId)
    const sheet = takeSheet(tx, store)
    if (!file.ok) return file
    if (!sheet.ok) return sheet
    const number = takeNumber(tx, 'document')
    if (!number.ok) return number
    const id = tx.newId()
    tx.append({
      subject: { kind: 'document', id },
      type: 'document.reserved',
      body: {
        claim: claimId,
        person: file.value.personId,
        kind: 'RPID',
        number: number.value,
        stockSerial: sheet.value,
        issueDate: '2026-11-23',
        pdf: 'a'.repeat(64),
        about: ['one'],
        findings: [],
      },
    })
    return ok(id)
  })
}

/** Keeps a signed copy as `addSignedCopy` does, without a picture. */
const sign = ({ store, officer }: Office, id: string): Result<null> =>
  store.transact({ actor: officer.id }, (tx) => {
    const digest = 'b'.repeat(64)
    tx.append({
      subject: { kind: 'document', id },
      type: 'document.signed_copy_added',
      body: { arrived: digest, picture: digest, mime: 'image/jpeg', width: 20, height: 30, source: 'file' },
    })
    return ok(null)
  })

const limit = (n: number) => (n % 2 === 0 ? 'medical.exam' : 'boc.poe.practice')

/**
 * Commands as officers might give them, in any order, also refused ones. They are about new claims and, where `known`
 * gives some, about claims that the desk learned of from others.
 */
export async function perform(office: Office, acts: readonly Act[], known: readonly Claim[] = []): Promise<void> {
  const { store, tools, officer } = office
  const claims = [
    newClaim(office, { familyName: 'Osman' }),
    newClaim(office, { familyName: 'Ousmane', givenNames: 'Amina' }),
    ...known,
  ]
  const papers: string[] = []
  const parties: string[] = []
  const unprinted = async () => fail('papers.not_in_this_state', { state: 'no fonts' })
  const paperTools = {
    ...tools,
    specimen: false,
    fonts: unprinted,
    drawing: { draw: unprinted },
  }
  for (const next of acts) {
    const one = claims[next.claim % claims.length] ?? newClaim(office)
    const { claimId } = one
    if (next.do === 'person' && Object.keys(next.fields).length > 0)
      mayFail(setPersonFields(tools, officer, { claimId, fields: next.fields, bases: [] }))
    if (next.do === 'claim' && Object.keys(next.fields).length > 0) mayFail(setClaim(office, claimId, next.fields))
    if (next.do === 'foreign')
      mayFail(
        foreign(office, claimId, next.what === 'person' ? { familyName: next.value } : { addressLine: next.value }),
      )
    if (next.do === 'act') {
      const [name] = Object.keys(next.act) as [ActName]
      if (next.withdraw)
        mayFail(withdrawAct(tools, officer, { claimId, act: name, reason: 'recorded by mistake', bases: [] }))
      else mayFail(recordAct(tools, officer, { claimId, act: next.act, bases: [] }))
    }
    if (!('n' in next)) continue
    const other = claims[next.n % claims.length]
    const serial = `A000${1000 + next.n * 7}`
    const paper = papers[next.n % Math.max(papers.length, 1)] ?? store.newId()
    const does: Record<typeof next.do, () => unknown> = {
      open: () => claims.push(newClaim(office)),
      hall: () => mayFail(hallAct(office, parties, next.n)),
      family: () => mayFail(familyAct(office, claimId, other?.claimId ?? claimId, next.n)),
      passport: () => mayFail(readPassport(tools, officer, claimId, zones[next.n % 2] ?? '')),
      search: () => mayFail(searchCandidates(tools, officer, claimId)),
      ruleOut: () => mayFail(ruleOut(tools, officer, claimId, other?.personId ?? '', 'another face')),
      join: () => mayFail(joinPerson(tools, officer, claimId, other?.personId ?? '', 'the same face')),
      facts: () => mayFail(answerFacts(tools, officer, claimId, { entriesComplete: next.n % 2 === 0 }, [])),
      override: () => {
        const sheet = worksheet(tools, claimId)
        if (!sheet.ok) return mayFail(sheet)
        const rule = sheet.value.evaluation.findings[next.n]?.rule ?? 'none'
        mayFail(overrideFinding(tools, officer, claimId, { rule, to: 'met', reason: 'seen the file' }))
      },
      decide: () => {
        const outcome = next.n % 2 ? 'undecided' : 'referred'
        mayFail(
          outcome === 'referred' ? referClaim(office, claimId) : decideClaim(tools, officer, claimId, { outcome }),
        )
      },
      check: () => {
        const check = checkNames[next.n % checkNames.length] ?? 'police'
        const result = checkResults[next.n % checkResults.length] ?? 'pending'
        mayFail(setCheck(tools, officer, claimId, { check, result, note: 'as the system said' }))
      },
      propose: () => mayFail(decideClaim(tools, officer, claimId, { outcome: 'ineligible', reason: 'as seen' })),
      second: () => {
        const second = { ...officer, id: store.newId() }
        const sheet = worksheet(tools, claimId)
        if (!sheet.ok) return mayFail(sheet)
        const { digest } = sheet.value
        if (next.n % 3 === 0) mayFail(returnProposal(tools, second, claimId, 'look again'))
        else mayFail(confirmDecision(tools, second, claimId, digest))
      },
      paper: () => {
        const reserved = reserve(office, claimId)
        if (reserved.ok) papers.push(reserved.value)
        else mayFail(reserved)
      },
      sent: () => mayFail(markPaper(tools, officer, paper, { as: 'sent' })),
      notPrinted: () => {
        if (papers.length > 0) mayFail(noteNotPrinted(tools, officer, paper, 'host.print_failed'))
      },
      signed: () => {
        if (papers.length > 0) mayFail(sign(office, paper))
      },
      confirm: () => mayFail(markPaper(tools, officer, paper, { as: 'confirmed' })),
      spoil: () =>
        spoilPaper(paperTools, officer, { documentId: paper, reason: 'paper jam', reissue: false }).then(mayFail),
      revoke: () =>
        replacePaper(paperTools, officer, {
          documentId: paper,
          why: next.n % 2 ? 'lost' : 'damaged',
          returned: next.n % 4 === 0,
          reissue: false,
        }).then(mayFail),
      correct: () =>
        mayFail(
          correctClaim(tools, officer, {
            claimId,
            person: { familyName: next.n % 2 ? 'Osmani' : null },
            ...(next.n % 3 ? {} : { claim: { claimDate: '2026-11-21', addressLine: `${next.n} Main` } }),
            reason: 'misread',
            evidence: 'passport',
            bases: [],
          }),
        ),
      reopen: () => {
        const document = next.n % 3 ? (next.n % 2 ? ('keep' as const) : ('revoke' as const)) : undefined
        mayFail(reopenClaim(tools, officer, { claimId, reason: 'new facts', document }))
      },
      receive: () => mayFail(receiveSheets(tools, officer, `B${1000 + next.n}`, `B${1002 + next.n}`)),
      checkOut: () => mayFail(checkOutSheets(tools, officer, serial, serial)),
      end: () => mayFail(endSheet(tools, officer, { serial, state: 'lost', reason: 'not in the drawer' })),
      // None that a desk of a test was set up with: it would lose its own at settling, and have none for a claim.
      numbers: () => mayFail(importNumbers(tools, officer, numbersFile(100 + next.n))),
      settings: () => unwrap(changeSettings(tools, officer, { stockWarnAt: next.n })),
      roles: () => unwrap(setRoles(tools as never, officer.id, officer.id, ['supervisor'], 'acting')),
      met: () => mayFail(meetDeadline(tools, officer, claimId, { rule: limit(next.n), on: '2026-11-22' })),
      reopened: () =>
        mayFail(reopenDeadline(tools, officer, claimId, { rule: limit(next.n), reason: 'another person' })),
      badge: () =>
        store.transact({ actor: officer.id }, (tx) => {
          const badge = next.n === 0 ? null : `B000${next.n}`
          const holder = tx.first(query.selectFrom('officer').select('id').where('badge', '=', badge))
          // As the command refuses it: another desk's officer may have it.
          if (holder && holder.id !== officer.id) return fail('officers.badge_taken')
          return ok(
            tx.append({ subject: { kind: 'officer', id: officer.id }, type: 'officer.badge_set', body: { badge } }),
          )
        }),
      erase: () => mayFail(erase(office, one.personId)),
      shift: () => mayFail(shiftAct(office, next.n)),
      undone: () => {
        if (!findClaim(store, claimId).ok) return
        store.transact({ actor: officer.id }, (tx) => {
          takeNumber(tx, 'application')
          tx.append({
            subject: { kind: 'claim', id: claimId },
            type: 'claim.set',
            body: { fields: { phone: null }, source: 'typed' },
          })
          return fail('desk.not_allowed')
        })
      },
      clock: () => store.clock.advance((next.n - 4) * 10_000),
    }
    await does[next.do]()
  }
}

export const erase = ({ store, officer }: Office, personId: string) =>
  store.transact({ actor: officer.id }, (tx) => eraseWholePerson(tx, personId, 'retention of the test'))

/** What another desk would have written, which had not seen what stands here. */
export const foreign = ({ store, officer }: Office, claimId: string, fields: Record<string, unknown>) =>
  store.transact({ actor: officer.id }, (tx) => {
    const file = findClaim(tx, claimId)
    if (!file.ok) return file
    const person = 'familyName' in fields
    const subject = person
      ? ({ kind: 'person', id: file.value.personId } as const)
      : ({ kind: 'claim', id: claimId } as const)
    return ok(
      tx.append({ subject, type: person ? 'person.set' : 'claim.set', body: { fields, source: 'typed' }, bases: [] }),
    )
  })
