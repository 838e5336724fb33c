import { expect, test } from 'vitest'
import { readHostOptions } from '../../../src/main/hosts/options.ts'
import { practiceArgs, practiceDir } from '../../../src/main/hosts/practice.ts'

test('practice starts as a demo on a folder beside the real one, never inside it', () => {
  const { demo, dataDir } = readHostOptions(practiceArgs('/data/passerelle'))
  expect(demo).toBe(true)
  expect(dataDir).toBe(practiceDir('/data/passerelle'))
  expect(dataDir).toBe('/data/passerelle-practice')
  expect(dataDir.startsWith('/data/passerelle/')).toBe(false)
})
