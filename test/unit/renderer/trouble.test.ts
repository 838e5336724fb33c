import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { troubleOf } from '../../../src/renderer/app/desk.tsx'
import { explain, type Failure } from '../../../src/shared/errors.ts'

const bug: Failure = { code: 'desk.bug', params: { reference: '7K3M9Q' } }
const badInput: Failure = { code: 'desk.bad_input', params: { field: 'fields.birthDate' } }

describe('what a call threw is shown as', () => {
  test.each([bug, badInput])('the failure that the desk gave, with a message and a next step: $code', (failure) => {
    const trouble = troubleOf(new ORPCError('FAILURE', { status: 422, data: failure }))
    expect(trouble).toEqual({ kind: 'failure', failure })
    for (const language of ['en', 'fr'] as const) {
      const { message, next } = explain(failure, language)
      const named = failure === bug ? '7K3M9Q' : language === 'en' ? 'Date of birth' : 'Date de naissance'
      expect([message, next].join(' ')).toContain(named)
      expect([message, next].join(' ')).not.toContain('{{')
      expect(next).not.toBe('')
    }
  })

  test.each([
    ['a request that never reached a procedure', new ORPCError('BAD_REQUEST'), 'desk.bad_input'],
    [
      'a failure of no known code',
      new ORPCError('FAILURE', { status: 422, data: { code: 'x', params: {} } }),
      'desk.bug',
    ],
    ['a fault of the host', new ORPCError('INTERNAL_SERVER_ERROR'), 'desk.bug'],
  ])('a failure of the catalogue: %s', (_, error, code) => {
    expect(troubleOf(error)).toMatchObject({ kind: 'failure', failure: { code } })
  })

  test('a lost connection, when nothing answered', () => {
    expect(troubleOf(new TypeError('fetch failed'))).toEqual({ kind: 'connection' })
  })
})
