import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctClaim } from '../../../src/main/claims/amend.ts'
import { joinPerson, searchCandidates } from '../../../src/main/claims/candidates.ts'
import { setCheck } from '../../../src/main/claims/checks.ts'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { reopenClaim } from '../../../src/main/claims/reopen.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { issuePaper } from '../../../src/main/documents/issue.ts'
import { loadFonts } from '../../../src/main/documents/load-fonts.ts'
import { markPaper, spoilPaper } from '../../../src/main/documents/papers.ts'
import { replacePaper } from '../../../src/main/documents/replace.ts'
import { printCrop } from '../../../src/main/photos/copies.ts'
import { sql } from '../../../src/main/store/query.ts'
import { looksForSomething } from '../../../src/shared/domain/checks.ts'
import { checkNames, replacementReasons } from '../../../src/shared/domain/vocabulary.ts'
import { type Result, unwrap } from '../../../src/shared/result.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim } from '../claims/support.ts'

/**
 * Whatever officers do, in whatever order: a person holds at most one document that is valid, and a revoked number is
 * never valid again. Real pages, real store.
 */

const act = fc.record({
  do: fc.constantFrom(
    ...(['issue', 'issue', 'sent', 'confirm', 'confirm', 'spoil', 'replace', 'replace'] as const),
    ...(['reopen', 'decide', 'correct', 'search', 'photo', 'join', 'years'] as const),
  ),
  claim: fc.nat(2),
  n: fc.nat(9),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const crop = unwrap(await printCrop(await portraitJpeg(5)))
const fonts = loadFonts('assets')
const drawing = paperDrawing({ assetsDir: 'assets' })

interface World extends Office {
  readonly claims: readonly { readonly claimId: string; readonly personId: string }[]
  readonly papers: { id: string; number: string; state: string }[]
}

/** Two claims of one person that joined later, and one of a child; all referred but the second. */
function newWorld(): World {
  const office = openOffice()
  const claims = ['1990-05-17', '1990-05-17', '2015-02-03'].map((birthDate) => {
    const made = newClaim(office, {
      familyName: `Haddad`,
      birthDate,
      sex: 'F',
      birthCountry: 'SYR',
      citizenships: ['SYR'],
    })
    const entries = [{ date: '2026-11-20', manner: 'airport' }]
    const contact = {
      officialLanguage: 'en',
      spokenLanguage: 'ar',
      interpreterNeeded: false,
      representativeKind: 'none',
    }
    unwrap(setClaim(office, made.claimId, { ...contact, entries, grounds: ['religion'], fearedCountries: ['SYR'] }))
    unwrap(searchCandidates(office.tools, office.officer, made.claimId))
    for (const check of checkNames) {
      const wish = { check, result: 'done', ...(looksForSomething(check) ? { found: false } : {}) } as const
      unwrap(setCheck(office.tools, office.officer, made.claimId, wish))
    }
    return made
  })
  for (const at of [0, 2]) {
    const one = claims[at]
    if (!one) continue
    addPhoto(office, one)
    unwrap(referClaim(office, one.claimId))
  }
  return { ...office, claims, papers: [] }
}

/** What `addPhoto` writes, without judging the picture anew each time. */
function addPhoto({ store, officer }: Office, { claimId, personId }: { claimId: string; personId: string }) {
  const print = unwrap(store.blobs.put(crop))
  const body = { claim: claimId, arrived: print, original: print, print, mime: 'image/jpeg', width: 715, height: 1000 }
  const event = { type: 'person.photo_added', body: { ...body, source: 'file', findings: [] } }
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      tx.append({ subject: { kind: 'person', id: personId }, ...event })
      return { ok: true, value: null }
    }),
  )
}

async function perform(world: World, { do: what, claim, n }: Act): Promise<Result<unknown> | undefined> {
  const { tools, officer, store } = world
  const one = world.claims[claim]
  if (!one) return undefined
  const { claimId, personId } = one
  const paperTools = { ...tools, fonts, drawing, specimen: true }
  const mine = papersOf(world).filter((paper) => paper.claim === claimId)
  const latest = mine.find(({ state }) => state !== 'spoiled' && state !== 'revoked')
  const paper = ((n < 8 && latest) || mine[n % Math.max(mine.length, 1)])?.id ?? store.newId()
  switch (what) {
    case 'issue':
      return issuePaper(paperTools, officer, { claimId, kind: n % 4 ? 'RPID' : 'RPCD' })
    case 'sent':
      return markPaper(tools, officer, paper, { as: 'sent' })
    case 'confirm':
      markPaper(tools, officer, paper, { as: 'sent' })
      return markPaper(tools, officer, paper, { as: 'confirmed' })
    case 'spoil':
      return spoilPaper(paperTools, officer, { documentId: paper, reason: 'paper jam', reissue: n % 2 === 0 })
    case 'replace': {
      const why = replacementReasons[n % replacementReasons.length] ?? 'lost'
      const police = { number: '1', service: 'Laval' }
      const asked = { documentId: paper, why, police, note: 'as told', returned: false, reissue: n < 7 }
      return replacePaper(paperTools, officer, asked)
    }
    case 'reopen': {
      const document = n % 2 ? 'keep' : 'revoke'
      return reopenClaim(tools, officer, { claimId, reason: 'new facts', document })
    }
    case 'decide':
      return n % 3 ? referClaim(world, claimId) : decideClaim(tools, officer, claimId, { outcome: 'undecided' })
    case 'correct': {
      const founded = { reason: 'misread', evidence: 'passport', bases: [] }
      return correctClaim(tools, officer, { claimId, person: { familyName: n % 2 ? 'Haddad' : 'Hadad' }, ...founded })
    }
    case 'search':
      return searchCandidates(tools, officer, claimId)
    case 'photo':
      return addPhoto(world, { claimId, personId }) as undefined
    case 'join':
      return joinPerson(tools, officer, claimId, world.claims[0]?.personId ?? '', 'the same face')
    case 'years':
      store.clock.advance((n + 1) * 250 * 86_400_000)
      return undefined
  }
}

const papersOf = ({ store }: Office) =>
  store.all(
    sql<{ id: string; claim: string; person: string; number: string; state: string }>`
      SELECT document.id, document.claim, coalesce(person.replaced_by, person.id) AS person, number, state
      FROM document JOIN person ON person.id = document.person ORDER BY document.id`,
  )

/** What must hold after every act, and what the papers were before it. */
function expectSound(world: World): void {
  const papers = papersOf(world)
  const valid = papers.filter(({ state }) => state !== 'spoiled' && state !== 'revoked')
  expect(new Set(valid.map(({ person }) => person)).size).toBe(valid.length)
  const revoked = new Set(
    world.store.all(sql<{ number: string }>`SELECT number FROM revoked`).map(({ number }) => number),
  )
  expect(valid.filter(({ number }) => revoked.has(number))).toEqual([])
  for (const before of world.papers) {
    if (before.state !== 'revoked') continue
    expect(papers.find(({ id }) => id === before.id)?.state).toBe('revoked')
    expect(revoked).toContain(before.number)
  }
  const holders = new Map(papers.map(({ number, person }) => [number, person]))
  expect(papers.filter(({ number, person }) => holders.get(number) !== person)).toEqual([])
  world.papers.splice(0, world.papers.length, ...papers)
}

test('a person holds at most one valid document, and every revoked number stays revoked, after any history', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 36 }), async (acts) => {
      const world = newWorld()
      try {
        // Both people who may hold one do.
        for (const [claim, what] of [
          [0, 'issue'],
          [0, 'confirm'],
          [2, 'issue'],
          [2, 'confirm'],
        ] as const)
          unwrap((await perform(world, { do: what, claim, n: 1 })) ?? { ok: true, value: null })
        for (const next of acts) {
          const done = await perform(world, next)
          if (done?.ok) seen.add(next.do)
          expectSound(world)
        }
        const live = world.store.dumpProjections()
        unwrap(await world.store.rebuild())
        expect(world.store.dumpProjections()).toEqual(live)
      } finally {
        world.store.remove()
      }
    }),
    { numRuns: 12 },
  )
  // The histories are worth something only if these happened in them.
  for (const done of ['issue', 'replace', 'reopen', 'correct', 'spoil']) expect(seen).toContain(done)
}, 180_000)
