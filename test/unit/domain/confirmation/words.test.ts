import { expect, test } from 'vitest'
import { confirmationQueues } from '../../../../src/shared/domain/confirmation/queue-names.ts'
import { confirmationSteps } from '../../../../src/shared/domain/confirmation/table.ts'
import { queueWords, refusalInWords, stepWords } from '../../../../src/shared/domain/confirmation/words.ts'

test('no two steps and no two queues are called the same, in either language', () => {
  for (const language of ['en', 'fr'] as const) {
    expect(new Set(confirmationSteps.map((step) => stepWords[step][language])).size).toBe(confirmationSteps.length)
    expect(new Set(confirmationQueues.map((queue) => queueWords[queue][language])).size).toBe(confirmationQueues.length)
  }
})

test('a refused order says its reason in the reader’s language, and behind it what the facility wrote', () => {
  expect(refusalInWords('address. No apartment number')).toEqual({
    en: 'address. No apartment number',
    fr: 'adresse. No apartment number',
  })
  expect(refusalInWords('duplicate').fr).toBe('commandée deux fois')
  expect(refusalInWords('Something else. As written').fr).toBe('Something else. As written')
})
