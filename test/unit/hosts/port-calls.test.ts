import { expect, test } from 'vitest'
import type { ToDesk } from '../../../src/main/hosts/electron/messages.ts'
import { answerCall, remotePorts } from '../../../src/main/hosts/electron/port-calls.ts'
import type { Ports } from '../../../src/main/ports/types.ts'
import { ok } from '../../../src/shared/result.ts'

const never = () => Promise.reject(new Error('not asked'))
const local = (ports: Partial<Ports>) =>
  ({ dialogs: never, printing: never, keychain: never, practice: never, ...ports }) as unknown as Ports

/** Ports across a wire that clones, as between processes. */
function across(ports: Ports, report: (error: unknown) => void = () => {}): Ports {
  const remote = remotePorts((call) => {
    void answerCall(ports, structuredClone(call), report).then((answer) => remote.settle(structuredClone(answer)))
  })
  return remote.ports
}

test('a call comes back with what the main process gave, bytes included', async () => {
  const keychain = {
    available: async () => true,
    protect: async (s: Uint8Array) => ok(s.toReversed()),
    unprotect: never,
  }
  const { keychain: far } = across(local({ keychain }))
  expect(await far.available()).toBe(true)
  expect(await far.protect(Uint8Array.of(1, 2))).toEqual(ok(Uint8Array.of(2, 1)))
})

test('answers find their own calls, whatever their order', async () => {
  const waiting: PromiseWithResolvers<readonly string[]>[] = []
  const listPrinters = () => {
    waiting.push(Promise.withResolvers())
    return waiting.at(-1)!.promise
  }
  const { printing } = across(local({ printing: { listPrinters, printPdf: never } }))
  const both = [printing.listPrinters(), printing.listPrinters()]
  await expect.poll(() => waiting.length).toBe(2)
  waiting[1]?.resolve(['second'])
  waiting[0]?.resolve(['first'])
  expect(await Promise.all(both)).toEqual([['first'], ['second']])
})

test('a bug in the main process is reported there, and its text does not cross', async () => {
  const reported: unknown[] = []
  const { keychain } = across(local({}), (error) => reported.push(error))
  await expect(keychain.available()).rejects.toThrow('The main process made a mistake')
  expect(reported).toHaveLength(1)
})

test('a message that answers no call changes nothing', () => {
  const remote = remotePorts(() => {})
  const stray: ToDesk[] = [{ kind: 'answer', call: 7, value: 1 }, { kind: 'close' }]
  for (const message of stray) expect(() => remote.settle(message)).not.toThrow()
})
