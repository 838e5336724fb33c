import { describe, expect, test } from 'vitest'
import { cultureOf } from '../../src/main/demo/cultures/index.ts'
import { type DemoPerson, people } from '../../src/main/demo/people.ts'
import { verifyPaper } from '../../src/main/seals/verify-paper.ts'
import { unwrap } from '../../src/shared/result.ts'
import { forgedPaper, type Person, paperOf, tools } from '../support/closed-loop.ts'
import { scanned } from '../support/scanned.ts'

/** Fifty made-up people of every script: their papers through worn scanners and back, and each paper once forged. */

const someone = [...people(2026, 4000, '2026-11-22')]
const byScript = Map.groupBy(someone, ({ culture }) => cultureOf(culture).script)

/** In turn one of each script, until there are fifty. */
function fifty(): DemoPerson[] {
  const chosen: DemoPerson[] = []
  for (let round = 0; chosen.length < 50; round++)
    for (const group of byScript.values()) {
      const next = group[round * 7]
      if (next && chosen.length < 50) chosen.push(next)
    }
  return chosen
}

const crowd = fifty().map((each, at) => ({
  at: at + 1,
  script: cultureOf(each.culture).script,
  person: {
    familyName: each.name.family,
    givenNames: each.name.given,
    nativeName: each.name.native,
    birthDate: each.person.birthDate ?? '1980-01-01',
    nationality: each.person.citizenships?.[0] ?? 'XXA',
  } satisfies Person,
}))

/** A spot on the seal that its spare words make good, noise as of a cheap scanner, a sheet laid down askew. */
const wears = [
  { dpi: 300, noise: 14, turned: 1.1, blots: [{ x: 505, y: 84, side: 10 }] },
  { dpi: 200, noise: 14, turned: -1.4, blots: [{ x: 512, y: 78, side: 8 }] },
  { dpi: 150, noise: 10, turned: 0.5, blots: [{ x: 508, y: 82, side: 6 }] },
] as const

test('the fifty are of every script of the demo', () => {
  expect(new Set(crowd.map(({ script }) => script))).toEqual(new Set(byScript.keys()))
})

describe.each(wears)('at $dpi dpi', (wear) => {
  test.each(crowd)(
    'the paper of person $at ($script) is valid and its printed zone is the sealed one',
    async ({ at, person }) => {
      const { pdf } = await paperOf(person, at)
      const judged = unwrap(await verifyPaper(await scanned(pdf, { ...wear, seed: at }), tools))
      expect([judged.status, judged.findings.map(({ code }) => code)]).toEqual([
        'VALID',
        ['PORTRAIT_NOT_COMPARED', 'COPY_NOT_DETECTED'],
      ])
    },
  )
})

const forgeries = [
  { what: 'name', status: 'SEAL_DOCUMENT_MISMATCH' },
  { what: 'date', status: 'SEAL_DOCUMENT_MISMATCH' },
  { what: 'photo', status: 'PORTRAIT_MISMATCH' },
] as const

test.each(crowd.map((each) => ({ ...each, ...(forgeries[each.at % 3] ?? forgeries[0]) })))(
  'person $at ($script): another $what on the paper is caught',
  async ({ at, person, what, status }) => {
    const { familyName, birthDate } = person
    const change =
      what === 'name'
        ? { familyName: `${familyName.startsWith('M') ? 'N' : 'M'}${familyName.slice(1)}` }
        : what === 'date'
          ? { birthDate: `${birthDate.slice(0, 2)}${birthDate[2] === '7' ? '8' : '7'}${birthDate.slice(3)}` }
          : {}
    const { pdf } = await forgedPaper(person, at, change, what === 'photo' ? at + 500 : undefined)
    const judged = unwrap(await verifyPaper(await scanned(pdf, { dpi: 200, noise: 12, turned: 0.5, seed: at }), tools))
    expect(judged.status).toBe(status)
  },
)
