import { describe, expect, test } from 'vitest'
import { accessActs } from '../../../src/shared/domain/access-acts.ts'
import { errors } from '../../../src/shared/errors.ts'
import { texts } from '../../../src/shared/i18n/index.ts'
import type { Texts } from '../../../src/shared/i18n/types.ts'

const all = Object.entries<Texts[string]>(texts)
const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
/** Keys whose text breaks the rule. */
const broken = (rule: (text: Texts[string], key: string) => boolean) =>
  all.filter(([key, text]) => !rule(text, key)).map(([key]) => key)

describe('the texts of the window', () => {
  test('both languages say something', () => {
    expect(broken(({ en, fr }) => en.trim() !== '' && fr.trim() !== '')).toEqual([])
  })

  test('both languages name the same values', () => {
    expect(broken(({ en, fr }) => names(en).join() === names(fr).join())).toEqual([])
  })

  test('both languages name the same amounts', () => {
    const amounts = (text: string) =>
      [...text.matchAll(/\d[\d\u00a0,.]*/g)].map(([one]) => one.replace(/\D/g, '')).sort()
    expect(broken(({ en, fr }) => amounts(en).join() === amounts(fr).join())).toEqual([])
  })

  test('everything that the access log tells of has words', () => {
    expect(accessActs.filter((act) => !(`access.${act}` in texts))).toEqual([])
  })

  test('a plural has both of its forms', () => {
    const keys = new Set(all.map(([key]) => key))
    const pairOf = (key: string) => key.replace(/_(one|other)$/, (_, form) => (form === 'one' ? '_other' : '_one'))
    expect([...keys].filter((key) => /_(one|other)$/.test(key) && !keys.has(pairOf(key)))).toEqual([])
  })

  test('French is written as in Canada: curly apostrophes, a space that does not break before the colon', () => {
    expect(broken(({ fr }) => !fr.includes("'"))).toEqual([])
    expect(broken(({ fr }) => !/[^\u00a0]:(\s|$)/.test(fr))).toEqual([])
    expect(broken(({ fr }) => !/\s[;?!]/.test(fr))).toEqual([])
    expect(broken(({ fr }) => !/«[^\u00a0]|[^\u00a0]»/.test(fr))).toEqual([])
  })

  test('English has no straight apostrophe either', () => {
    expect(broken(({ en }) => !en.includes("'"))).toEqual([])
  })
})

test('the French of every failure is written so too', () => {
  const said = Object.values(errors).flatMap(({ message, next }) => [message.fr, next.fr])
  expect(said.filter((fr) => /'|[^\u00a0]:(\s|$)|\s[;?!]|«[^\u00a0]|[^\u00a0]»/.test(fr))).toEqual([])
})
