import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type ErrorCode, explain } from '../../shared/errors.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import { wholeMonths } from '../../shared/photos/judge/own-values.ts'
import { deskLimits, photoPolicies } from '../../shared/photos/policy.ts'
import type { PhotoProfile } from '../../shared/photos/profiles.ts'
import { codeLabel, reasonLabel } from '../../shared/photos/reason-texts.ts'
import type { Arrival, PhotoReport, Timings } from '../../shared/photos/report.ts'
import { requirements } from '../../shared/photos/requirements.ts'
import { checkText, levelText } from '../../shared/photos/words.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dateIn } from '../office/settings.ts'
import { type CheckGiven, checkPhoto } from '../photos/check.ts'
import { startPhotoEngine } from '../photos/engine.ts'
import { say } from './texts.ts'
import { type Answer, type CliWorld, type CommonOptions, UsageProblem } from './world.ts'

export interface PhotoCheckOptions extends CommonOptions {
  readonly profile: PhotoProfile
  /** `YYYY-MM-DD`: the day on which the photos arrive, when they were taken, when the person was born. */
  readonly today?: string
  readonly takenOn?: string
  readonly born?: string
  readonly language?: Language
}

/** With `--json`: one photo's report, or why there is none. */
export type PhotoAnswer =
  | (Omit<PhotoReport, 'file'> & {
      readonly file: { readonly name: string } & PhotoReport['file']
      readonly timingsMs: Timings
    })
  | {
      readonly file: { readonly name: string }
      readonly error: { readonly code: ErrorCode; readonly message: string; readonly next: string }
    }

/**
 * `photo check`: judges files by a policy, with neither store nor sign-in. One answer a file, in the order given; a file
 * that cannot be judged is an answer too, and the exit status is then 1.
 */
export async function photoCheck(
  world: CliWorld,
  files: readonly string[],
  options: PhotoCheckOptions,
): Promise<Result<Answer>> {
  const lang = options.language ?? options.lang
  const arrival = arrivalOf(world, options)
  const engine = startPhotoEngine({ assetsDir: world.assetsDir, timers: world.timers })
  try {
    const answers: PhotoAnswer[] = []
    for (const file of files)
      answers.push(
        await answerOf(
          file,
          { policy: photoPolicies[options.profile], arrival, engine, stopwatch: world.clock.now },
          lang,
        ),
      )
    return ok({
      ok: answers.every((answer) => !('error' in answer)),
      lines: answers.flatMap((answer) => linesOf(answer, lang)),
      data: {},
      list: answers,
    })
  } finally {
    await engine.close()
  }
}

/** `photo requirements`: what a photo must be, from the same numbers as the rule. */
export function photoRequirements({ profile, lang, language = lang }: PhotoCheckOptions): Result<Answer> {
  const policy = photoPolicies[profile]
  const lines = requirements(policy, language)
  return ok({ ok: true, lines, data: { profile, version: policy.version, requirements: lines } })
}

function arrivalOf(world: CliWorld, { today, takenOn, born }: PhotoCheckOptions): Arrival {
  for (const [name, value] of Object.entries({ today, 'taken-on': takenOn, born }))
    if (value !== undefined && !isDay(value)) throw new UsageProblem(`--${name}: ${value}`)
  const day = today ?? dateIn(world.clock.zone(), world.clock.now())
  return {
    today: day,
    ...(takenOn === undefined ? {} : { takenOn }),
    ...(born === undefined ? {} : { personMonths: Math.max(0, wholeMonths(born, day)) }),
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

async function answerOf(file: string, given: CheckGiven, lang: Language): Promise<PhotoAnswer> {
  const name = basename(file)
  const bytes = readPhoto(resolve(file))
  const checked = bytes.ok ? await checkPhoto(bytes.value, given) : bytes
  if (!checked.ok) return { file: { name }, error: { code: checked.failure.code, ...explain(checked.failure, lang) } }
  const { report, timingsMs } = checked.value
  return { ...report, file: { name, ...report.file }, timingsMs }
}

/** The bytes of a file, never more than the desk takes. */
function readPhoto(file: string): Result<Uint8Array> {
  try {
    const descriptor = openSync(file, 'r')
    try {
      const { size } = fstatSync(descriptor)
      const megabytes = (count: number) => Math.round(count / 100_000) / 10
      if (size > deskLimits.maxBytes)
        return fail('photo.too_many_bytes', { megabytes: megabytes(size), limit: megabytes(deskLimits.maxBytes) })
      const bytes = new Uint8Array(size)
      let length = 0
      for (let read = -1; read !== 0 && length < size; length += read)
        read = readSync(descriptor, bytes, length, size - length, null)
      return ok(bytes.subarray(0, length))
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    return fail('host.open_failed', { reason: (error as NodeJS.ErrnoException).code ?? 'file' })
  }
}

function linesOf(answer: PhotoAnswer, lang: Language): string[] {
  if ('error' in answer) return [`${answer.file.name}: ${answer.error.message} ${answer.error.next}`]
  const { file, suggestion, suggestedReasons, suggestedCodes, checks } = answer
  const reasons = suggestedReasons.map((reason) => reasonLabel[reason][lang])
  const finer = suggestedCodes.map((code) => codeLabel(code)[lang])
  return [
    `${file.name}: ${say(lang, suggestionText[suggestion])}`,
    ...(reasons.length ? [`  ${say(lang, because)} ${reasons.join(', ')} (${finer.join(', ')})`] : []),
    ...checks
      .filter(({ level }) => level !== 'ok')
      .map((check) => `  [${levelText[check.level][lang]}] ${checkText(check)[lang]}`),
    `  ${say(lang, inOrder(checks.filter(({ level }) => level === 'ok').length))}`,
  ]
}

const suggestionText: Readonly<Record<PhotoReport['suggestion'], Bilingual>> = {
  accept: { en: 'nothing speaks against it', fr: 'rien ne s’y oppose' },
  review: { en: 'an officer should look', fr: 'un agent devrait l’examiner' },
  return: { en: 'a return is suggested', fr: 'un retour est proposé' },
}
const because: Bilingual = { en: 'Reasons:', fr: 'Motifs\u00a0:' }
const inOrder = (count: number): Bilingual => ({
  en: `In order: ${count} checks.`,
  fr: `Conformes\u00a0: ${count} vérifications.`,
})
