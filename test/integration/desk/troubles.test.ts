import Database from 'better-sqlite3'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { reportUnexpected } from '../../../src/main/hosts/calls.ts'
import { explain, type Failure } from '../../../src/shared/errors.ts'
import { openTestDesk, type TestDesk, testPorts } from '../../support/desk.ts'

let seat: TestDesk | undefined
afterEach(async () => {
  vi.restoreAllMocks()
  await seat?.close()
})

interface Thrown {
  readonly code: string
  readonly defined: boolean
  readonly data: Failure
  readonly cause?: unknown
}
const thrownBy = (call: Promise<unknown>): Promise<Thrown> =>
  call.then(
    () => expect.unreachable('no failure'),
    (error) => error,
  )

/** What the window hears when a procedure throws. */
async function answerTo(trouble: () => Error): Promise<Thrown> {
  const ports = testPorts([])
  const listPrinters = async () => {
    throw trouble()
  }
  seat = await openTestDesk({
    demo: true,
    demoClaims: 1,
    ports: { ...ports, printing: { ...ports.printing, listPrinters } },
  })
  await seat.desk.seat.demo({ role: 'border_officer' })
  return thrownBy(seat.desk.documents.printers())
}

test('a reading that meets a damaged page says that the store is damaged and what to do, not that it is a bug', async () => {
  const error = await answerTo(() => new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT'))
  expect(error.data).toEqual({ code: 'store.damaged', params: {} })
})

describe('a bug inside a procedure', () => {
  const thrown = () => answerTo(() => new RangeError('Amina Osman, 1990-01-01'))

  test('reaches the window as a failure with a reference and a next step, without its message', async () => {
    const error = await thrown()
    expect([error.code, error.defined, error.data.code]).toEqual(['FAILURE', true, 'desk.bug'])
    expect(error.data.params.reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
    for (const language of ['en', 'fr'] as const)
      expect(explain(error.data, language).next).toContain(error.data.params.reference)
    expect(JSON.stringify(error)).not.toContain('Amina')
  })

  test('is in the log of the host under the same reference: kind and frames, never the message', async () => {
    const error = await thrown()
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => log.mockRestore())
    reportUnexpected(error)
    const said = log.mock.calls.flat().join('\n')
    expect(said).toContain(`RangeError (reference ${error.data.params.reference})`)
    expect(said).toMatch(/^\s+at .*listPrinters/m)
    expect(said).not.toContain('Amina')
  })
})

describe('input that the contract refuses', () => {
  test('is named by its path, never by its value, and the host logs nothing', async () => {
    seat = await openTestDesk({ demo: true, demoClaims: 1 })
    const wrong = { limit: 20, text: 'Amina '.repeat(100) }
    const error = await thrownBy(seat.desk.claims.search(wrong))
    expect(error).toMatchObject({ code: 'FAILURE', defined: true })
    expect(error.data).toEqual({ code: 'desk.bad_input', params: { field: 'text' } })
    expect(JSON.stringify(error)).not.toContain('Amina')
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => log.mockRestore())
    reportUnexpected(error)
    expect(log).not.toHaveBeenCalled()
  })

  test('that is no object at all is refused as a whole', async () => {
    seat = await openTestDesk()
    const call = seat.desk.seat.unlock as (input: unknown) => Promise<unknown>
    expect((await thrownBy(call('hello'))).data).toEqual({ code: 'desk.bad_input', params: { field: '?' } })
  })
})
