import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Delivery, PrintOptions } from '../ports/types.ts'

const run = promisify(execFile)
const patience = { timeout: 20_000 }

/** The printers that CUPS knows; none where there is no CUPS (Windows, or a bare Linux). */
export async function cupsPrinters(): Promise<readonly string[]> {
  if (process.platform === 'win32') return []
  try {
    const { stdout } = await run('lpstat', ['-e'], patience)
    return stdout.split('\n').filter(Boolean)
  } catch {
    return [] // no such program, or it says that there is no destination
  }
}

/** Hands a PDF to the CUPS queue at its true size. `printers` is what `cupsPrinters` gave: no other name reaches `lp`. */
export async function printWithCups(
  pdf: Uint8Array,
  { title, printer, copies = 1 }: PrintOptions,
  printers: readonly string[],
): Promise<Result<Delivery>> {
  if (printer !== undefined && !printers.includes(printer)) return fail('host.no_printer')
  const to = printer === undefined ? [] : ['-d', printer]
  const options = ['media=Letter', 'print-scaling=none', 'sides=one-sided'].flatMap((option) => ['-o', option])
  try {
    const job = run('lp', [...to, '-n', String(copies), '-t', title, ...options, '-'], patience)
    job.child.stdin?.on('error', () => {}) // lp may end before it has read everything: its status says so below
    job.child.stdin?.end(pdf)
    await job
    return ok({ by: 'done' })
  } catch (error) {
    return fail('host.print_failed', { reason: `lp ${(error as { code?: string | number }).code ?? 'stopped'}` })
  }
}
