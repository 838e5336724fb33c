import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Settings } from '../settings.ts'

/**
 * The 32 bytes that wrap every other key (the key-encryption key). A file that is named must be there; the one of the
 * data folder is made on first use. Keep a copy apart from the database's backups: each is worthless without the other.
 */
export function readKeyFile({ keyFile, dataDir }: Settings, random: Random): Result<Uint8Array> {
  const file = keyFile ?? join(dataDir, 'keys', 'wrapping.key')
  if (!existsSync(file)) {
    if (keyFile) return fail('central.key_file')
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, random.bytes(32), { mode: 0o600, flag: 'wx' })
  }
  const bytes = new Uint8Array(readFileSync(file))
  return bytes.length === 32 ? ok(bytes) : fail('central.key_file')
}
