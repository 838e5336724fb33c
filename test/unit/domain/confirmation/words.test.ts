import { expect, test } from 'vitest'
import { confirmationQueues } from '../../../../src/shared/domain/confirmation/queue-names.ts'
import { confirmationSteps } from '../../../../src/shared/domain/confirmation/table.ts'
import { queueWords, stepWords } from '../../../../src/shared/domain/confirmation/words.ts'

test('no two steps and no two queues are called the same, in either language', () => {
  for (const language of ['en', 'fr'] as const) {
    expect(new Set(confirmationSteps.map((step) => stepWords[step][language])).size).toBe(confirmationSteps.length)
    expect(new Set(confirmationQueues.map((queue) => queueWords[queue][language])).size).toBe(confirmationQueues.length)
  }
})
