import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { largestFile } from '../seals/pages.ts'

/** A file that somebody hands over, whole. Fails with `seal.file_unreadable`, whose reason is the system's code. */
export function bytesOf(name: string, most = largestFile): Result<Uint8Array> {
  try {
    const path = resolve(name)
    if (statSync(path).size > most) return fail('seal.file_unreadable', { reason: 'EFBIG' })
    return ok(new Uint8Array(readFileSync(path)))
  } catch (error) {
    return fail('seal.file_unreadable', { reason: (error as NodeJS.ErrnoException).code ?? 'unreadable' })
  }
}

/** The same as text. */
export function textOf(name: string): Result<string> {
  const bytes = bytesOf(name)
  return bytes.ok ? ok(Buffer.from(bytes.value).toString('utf8')) : bytes
}
