import { expect, test } from 'vitest'
import { fieldsOf, topicGroups } from '../../../src/renderer/features/claims/after/topics.ts'
import { claimFields, personFields } from '../../../src/shared/domain/fields.ts'

test('every field that a decision settles has a topic under which it is corrected', () => {
  const topics = Object.values(topicGroups).flat()
  const covered = new Set<string>(topics.flatMap((topic) => fieldsOf(topic)))
  const without = [...Object.keys(personFields), ...Object.keys(claimFields)].filter((name) => !covered.has(name))
  expect(without).toEqual([])
})
