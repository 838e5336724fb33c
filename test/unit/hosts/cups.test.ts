import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cupsPrinters, printWithCups } from '../../../src/main/hosts/cups.ts'

const path = process.env.PATH
let bin: string
beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'cups-'))
  process.env.PATH = bin
})
afterEach(() => {
  process.env.PATH = path
})
/** A stand-in for a program of CUPS; the shell and cat are named in full because PATH holds nothing else. */
function program(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(bin, name), 0o755)
}

describe.skipIf(process.platform === 'win32')('CUPS (not on Windows, which has none)', () => {
  test('without it there is no printer', async () => expect(await cupsPrinters()).toEqual([]))

  test('names its printers', async () => {
    program('lpstat', 'echo front; echo back')
    expect(await cupsPrinters()).toEqual(['front', 'back'])
  })

  test('gets the bytes, the printer, and an order never to scale', async () => {
    program('lp', `echo "$@" > ${bin}/args; /bin/cat > ${bin}/bytes`)
    const sent = await printWithCups(Buffer.from('%PDF-1'), { title: 'D123', printer: 'front', copies: 2 }, ['front'])
    expect(sent).toEqual({ ok: true, value: { by: 'done' } })
    expect(readFileSync(join(bin, 'bytes'), 'utf8')).toBe('%PDF-1')
    expect(readFileSync(join(bin, 'args'), 'utf8').trim()).toBe(
      '-d front -n 2 -t D123 -o media=Letter -o print-scaling=none -o sides=one-sided -',
    )
  })

  test('that refuses is an expected failure, also when it reads nothing', async () => {
    program('lp', 'exit 1')
    const sent = await printWithCups(new Uint8Array(1_000_000), { title: 'D123' }, ['front'])
    expect(sent).toMatchObject({ ok: false, failure: { code: 'host.print_failed', params: { reason: 'lp 1' } } })
  })

  test('never sees a printer that it did not name', async () => {
    const sent = await printWithCups(new Uint8Array(), { title: 'D123', printer: '-o raw' }, ['front'])
    expect(sent).toMatchObject({ ok: false, failure: { code: 'host.no_printer' } })
  })
})
