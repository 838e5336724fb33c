import { describe, expect, test } from 'vitest'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { fileAt } from '../../support/store-file.ts'

describe('0035-field-holders', () => {
  test('finds who holds the fields of a subject by the key', () => {
    const [{ detail } = { detail: '' }] = fileAt(currentVersion)
      .prepare<[], { detail: string }>('EXPLAIN QUERY PLAN SELECT event, fields FROM field_holder WHERE subject = 1')
      .all()
    expect(detail).toContain('PRIMARY KEY')
    expect(detail).not.toContain('SCAN')
  })
})
