import { expect, test } from 'vitest'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { photoProfiles } from '../../../src/shared/photos/profiles.ts'
import {
  codeLabel,
  officialLabel,
  reasonLabel,
  returnParagraphs,
  returnText,
} from '../../../src/shared/photos/reason-texts.ts'
import { reasonCodeIds, reasonCodes, returnReasons } from '../../../src/shared/photos/reasons.ts'

const policy = photoPolicies['pr-card']

test('every reason and code has a label, and tells the applicant what is wrong and how to take it again, in both languages', () => {
  const labels = [...Object.values(reasonLabel), ...Object.values(officialLabel), ...reasonCodeIds.map(codeLabel)]
  const texts = photoProfiles.flatMap((profile) =>
    reasonCodeIds.flatMap((code) => {
      const given = { reasons: [reasonCodes[code].reason], codes: [code], policy: photoPolicies[profile] }
      const { wrong, again } = returnParagraphs(given)
      expect([wrong.length, again.length]).toEqual([1, 1])
      return [...wrong, ...again, returnText(given)]
    }),
  )
  for (const { en, fr } of [...labels, ...texts]) {
    expect(en + fr).not.toMatch(/\{\{|\?|undefined|'/)
    expect(fr).not.toMatch(/ :/)
    expect(en.length * fr.length).toBeGreaterThan(0)
  }
})

test('the finer code is said instead of the general reason, in the order of the reasons, with the policy’s numbers', () => {
  const given = { reasons: ['too_dark', 'other_requirements'], codes: ['file_size', 'head_size'], policy } as const
  const { wrong, again } = returnParagraphs(given)
  expect(wrong.map(({ en }) => en)).toEqual([
    'The photo is too dark.',
    'The file is larger than 4 MB.',
    'Your head is too large or too small in the picture: on paper it must be 31 to 36 mm, chin to crown.',
  ])
  expect(again).toHaveLength(3)
})

test('a code of a reason that the officer did not choose is not said', () => {
  const { wrong } = returnParagraphs({ reasons: ['glare'], codes: ['dark'], policy })
  expect(wrong.map(({ en }) => en)).toEqual(['There is glare on your face or your glasses.'])
})

test('the same advice is given once', () => {
  const { wrong, again } = returnParagraphs({
    reasons: ['other_requirements'],
    codes: ['head_size', 'framing'],
    policy,
  })
  expect([wrong.length, again.length]).toEqual([2, 1])
})

test('the officer’s words come last, each in its language', () => {
  const words = { en: 'Ask at the desk.', fr: 'Demandez au comptoir.' }
  const text = returnText({ reasons: ['glare'], codes: [], policy, words })
  expect(text.en.split('\n')).toEqual([
    'Your photo cannot be used:',
    '- There is glare on your face or your glasses.',
    'Please take a new one:',
    '- Turn the flash off. If you wear glasses, tilt them slightly down or take them off.',
    'Ask at the desk.',
  ])
  expect(text.fr.split('\n').at(-1)).toBe('Demandez au comptoir.')
})

test('every reason of the service has codes', () => {
  for (const reason of returnReasons)
    expect(Object.values(reasonCodes).some((each) => each.reason === reason)).toBe(true)
})
