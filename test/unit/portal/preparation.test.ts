import { expect, test } from 'vitest'
import { lackingIn, preparationOf, preparationText } from '../../../src/shared/portal/preparation.ts'

const day = '2026-11-23'
const passport = { item: 'i', title: 'Passport', kind: 'passport', on: '2026-11-02', sha256: 'a' }
const photo = { state: 'approved', on: '2026-11-02' } as const
const nothing = { photo, evidence: [passport], actions: [] }

test('a case that lacks nothing is told of nothing', () => {
  expect(preparationOf(nothing, day).lacking).toEqual([])
})

test('what this case lacks is named: the photo, the paper that says who one is, what is asked', () => {
  const asked = {
    message: 'm',
    what: { en: 'Send a document', fr: 'Envoyer un document' },
    due: '2026-12-01',
    overdue: false,
  }
  const said = lackingIn({ evidence: [], actions: [asked] }).map(({ en }) => en)
  expect(said[0]).toBe('A photo of you')
  expect(said[1]).toContain('passport')
  expect(said[2]).toBe('Send a document, due 2026-12-01')
})

test('a photo that was returned, and a file that cannot be used, are lacking too', () => {
  const refused = { ...passport, refused: { en: 'damaged', fr: 'endommagé' } }
  const lacking = lackingIn({
    photo: { state: 'returned', on: '2026-11-02' },
    evidence: [refused],
    actions: [],
  })
  expect(lacking).toHaveLength(2)
})

test('what stops the review is told once, in its own words', () => {
  const missing = [{ en: 'a passport', fr: 'un passeport' }]
  const still = { since: '2026-11-02', missing, weeks: { from: 4, to: 6 }, text: { en: '', fr: '' } }
  expect(lackingIn({ still, photo, evidence: [], actions: [] })).toEqual(missing)
})

test('the text says every line once in each language, and leaves out what is empty', () => {
  const pack = preparationOf(nothing, day)
  for (const language of ['en', 'fr'] as const) {
    const text = preparationText(pack, language, day)
    for (const line of [...pack.bring, ...pack.questions, ...pack.rights]) expect(text).toContain(line[language])
    expect(text).not.toMatch(/\{\{|undefined/)
  }
  expect(preparationText(pack, 'en', day)).not.toContain('still lacks')
})
