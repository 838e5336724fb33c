import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMrz } from '../../shared/mrz/read.ts'
import { ok, type Result } from '../../shared/result.ts'
import { seeZone } from '../reading/zone/see-zone.ts'
import { bytesOf } from './files.ts'
import { say } from './texts.ts'
import type { Answer, CliWorld, CommonOptions } from './world.ts'

/** `mrz read`: the zone in a picture, without a store and without signing in. Fails as `seeZone` and files do. */
export async function mrzRead(world: CliWorld, source: string, { lang }: CommonOptions): Promise<Result<Answer>> {
  const file = bytesOf(source)
  if (!file.ok) return file
  const seen = await seeZone(file.value, () => new Uint8Array(readFileSync(join(world.assetsDir, 'fonts', 'OCRB.otf'))))
  if (!seen.ok) return seen
  const { format, lines, doubtful } = seen.value
  const record = readMrz(lines.join('\n'), new Date(world.clock.now()).toISOString().slice(0, 10))
  const checks = record.ok ? record.value.checks : []
  const wrong = checks.filter((check) => !check.ok).length
  return ok({
    ok: true,
    lines: [
      format,
      ...lines.flatMap((line, at) => [line, marksUnder(line, at, doubtful)]),
      say(lang, {
        en: `Check digits that do not agree: ${wrong} of ${checks.length}. Doubtful letters (^): ${doubtful.length}. Compare the name with the page.`,
        fr: `Chiffres de contrôle en désaccord\u00A0: ${wrong} sur ${checks.length}. Caractères douteux (^)\u00A0: ${doubtful.length}. Comparez le nom à la page.`,
      }),
    ],
    data: { format, lines, doubtful, checks, ...(record.ok ? { record: record.value } : {}) },
  })
}

function marksUnder(line: string, at: number, doubtful: readonly { line: number; column: number }[]): string {
  const marked = new Set(doubtful.filter((place) => place.line === at).map(({ column }) => column))
  return [...line].map((_, column) => (marked.has(column) ? '^' : ' ')).join('')
}
