import { fail, ok, type Result } from '../../shared/result.ts'
import { trustContent, trustFile } from '../../shared/seal/trust-bundle.ts'
import type { Services } from '../services.ts'
import { addBundle, latestBundle } from '../storage/trust.ts'
import { readText } from './text-file.ts'

/**
 * Hands a trust bundle to every desk. Whether its root signed it is for the desks to say, who know the root; here only
 * its form and its version are looked at: it must be newer than the last one.
 */
export async function publishTrust({ database, clock }: Services, file: string): Promise<Result<readonly string[]>> {
  const text = readText(file)
  const version = text === undefined ? undefined : versionOf(text)
  if (text === undefined || version === undefined) return fail('central.trust_file')
  const latest = await latestBundle(database.db)
  if (latest && latest.version >= version) return fail('central.trust_older', { found: version, known: latest.version })
  await addBundle(database.db, { version, file: text, published: new Date(clock.now()) })
  return ok([`${version}`])
}

function versionOf(text: string): number | undefined {
  try {
    const { content } = trustFile.parse(JSON.parse(text))
    return trustContent.parse(JSON.parse(Buffer.from(content, 'base64').toString('utf8'))).version
  } catch {
    return undefined // not a bundle
  }
}
