import { expect, test } from 'vitest'
import { claimHead, seenUpTo } from '../../../src/main/casework/head.ts'
import { addNote, findNotes, notesOf } from '../../../src/main/casework/notes.ts'
import { eraseWholePerson } from '../../../src/main/claims/erase-person.ts'
import { searchClaims } from '../../../src/main/claims/search.ts'
import { claimTimeline, subjectsOf, wholeTimeline } from '../../../src/main/claims/timeline.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { query } from '../../../src/main/store/query.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { caseworkOffice, enrol, portalClaim } from './support.ts'

function noted() {
  const office = caseworkOffice()
  const { tools } = office
  const [ana, ben] = [enrol(office, 'Ana', 'caseworker'), enrol(office, 'Ben', 'caseworker')]
  const [sol, ada] = [enrol(office, 'Sol', 'supervisor'), enrol(office, 'Ada', 'auditor')]
  const claimId = portalClaim(office, 3, 0)
  for (const officer of [ana, ben, sol, ada])
    office.store.access.note({
      actor: officer.id,
      act: 'viewed',
      subject: { kind: 'claim', id: claimId },
      details: { seen: seenUpTo(office.store) },
    })
  unwrap(office.store.access.flush())
  office.store.clock.advance(86_400_000)
  unwrap(addNote(tools, ana, { claimId, text: 'An informant named Quisling', readers: ['supervisor'] }))
  unwrap(addNote(tools, ana, { claimId, text: 'Only for me', readers: [] }))
  return { office, tools, claimId, ana, ben, sol, ada }
}

test('a note is read by its author and by the roles that it names, and by nobody else: list, search and timeline', () => {
  const { tools, claimId, ana, ben, sol, ada } = noted()
  const told = (officer: typeof ana) => ({
    list: notesOf(tools, officer, claimId).length,
    found: findNotes(tools, officer, 'quisling').length,
    timeline: unwrap(claimTimeline(tools, claimId, officer)).filter(({ type }) => type === 'claim.note_added').length,
  })
  expect(told(ana)).toEqual({ list: 2, found: 1, timeline: 2 })
  expect(told(sol)).toEqual({ list: 1, found: 1, timeline: 1 })
  expect(told(ben)).toEqual({ list: 0, found: 0, timeline: 0 })
  expect(told(ada)).toEqual({ list: 0, found: 0, timeline: 0 })
})

test('words are found whatever their accents and case, with the claim of each note; a rebuild finds the same', async () => {
  const { office, tools, claimId, ana, ben } = noted()
  unwrap(addNote(tools, ana, { claimId, text: 'Rappelé l’ÉCOLE à Montréal-Nord', readers: [] }))
  const found = (words: string) => findNotes(tools, ana, words).map(({ text }) => text)
  for (const words of ['école', 'ECOLE', 'rappele l’ecole', 'MONTREAL-NORD', 'montréal nord'])
    expect(found(words), words).toEqual(['Rappelé l’ÉCOLE à Montréal-Nord'])
  expect(found('écolier')).toEqual([])
  // Nothing that letters could be found by finds nothing, not everything.
  expect(found('--')).toEqual([])
  expect(findNotes(tools, ben, 'ecole')).toEqual([])
  const { applicationNumber } = unwrap(claimView(tools, claimId)).row
  expect(findNotes(tools, ana, 'quisling')).toMatchObject([{ claimId, applicationNumber }])
  unwrap(await office.store.rebuild())
  expect(found('ecole')).toHaveLength(1)
})

test('what others noted since the last look is told to its readers only', () => {
  const { tools, claimId, ana, ben, sol } = noted()
  const news = (officer: typeof ana) => unwrap(claimHead(tools, officer, claimId)).news.map(({ text }) => text.en)
  expect(news(sol)).toEqual(['Note added'])
  expect(news(ben)).toEqual([])
})

test('the timeline says that there is a note and never what it says; the search of claims finds nobody by it', () => {
  const { office, tools, claimId, sol } = noted()
  expect(JSON.stringify(unwrap(claimTimeline(tools, claimId, sol)))).not.toContain('Quisling')
  expect(searchClaims(office.store, 'Quisling', 50).rows).toEqual([])
  // Nothing of it is for the claimant.
  const events = subjectsOf(office.store, claimId).flatMap((subject) => wholeTimeline(office.store, subject))
  expect(events.filter(({ type }) => type === 'claim.note_added').map(({ visibility }) => visibility)).toEqual([
    'restricted',
    'restricted',
  ])
})

test('an erased person leaves no note', () => {
  const { office, claimId } = noted()
  const person = office.store.first(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select('person.id')
      .where('claim.id', '=', claimId),
  )
  const { id: actor } = office.officer
  unwrap(office.store.transact({ actor }, (tx) => eraseWholePerson(tx, person?.id ?? '', 'retention')))
  expect(office.store.all(query.selectFrom('claim_note').selectAll())).toEqual([])
})
