import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { type ErrorCode, errors, explain, type Failure } from '../../../shared/errors.ts'
import type { Bilingual } from '../../../shared/language.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { say } from '../texts.ts'
import type { Answer, CliWorld, CommonOptions } from '../world.ts'
import { claimSteps } from './claim-steps.ts'
import { lawSteps } from './law-steps.ts'
import { setUpSteps } from './set-up-steps.ts'
import { storeSteps } from './store-steps.ts'
import { createTourDay, Needs, type TourDay, Wrong } from './tour-day.ts'

export interface TourOptions extends CommonOptions {
  /** Folder for the papers and pictures; made if it is not there. */
  readonly out: string
  /** A photograph to take instead of a drawn one. */
  readonly photo?: string
}

/** One thing that an officer does. What it throws says why it went wrong; what it gives is shown. */
export interface TourStep {
  readonly name: string
  readonly title: Bilingual
  readonly run: (day: TourDay) => Promise<Bilingual>
}

interface StepReport {
  readonly name: string
  readonly ok: boolean
  readonly ms: number
  readonly detail: string
}

const steps: readonly TourStep[] = [...setUpSteps, ...claimSteps, ...lawSteps, ...storeSteps]

/**
 * The main job without a window: a day at a border office in a temporary folder, from set-up to a desk restored on
 * another computer, through the contract that the window speaks. Papers and pictures of their pages stay in `out`.
 * A step that fails makes the answer not ok; the steps that do not need it are done all the same.
 */
export async function tour(world: CliWorld, options: TourOptions): Promise<Result<Answer>> {
  const photo = options.photo === undefined ? ok(undefined) : readPhoto(options.photo)
  if (!photo.ok) return photo
  try {
    mkdirSync(options.out, { recursive: true })
  } catch (error) {
    return fail('host.save_failed', { reason: (error as NodeJS.ErrnoException).code ?? 'folder' })
  }
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-tour-'))
  const day = createTourDay(world, { folder, out: options.out, photo: photo.value })
  try {
    const reports = await playAll(world, options, day)
    const done = reports.every((report) => report.ok)
    return ok({ ok: done, lines: closing(day, reports, options), data: { steps: reports, artefacts: day.artefacts } })
  } finally {
    await day.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function readPhoto(file: string): Result<Uint8Array> {
  try {
    return ok(new Uint8Array(readFileSync(file)))
  } catch (error) {
    return fail('host.open_failed', { reason: (error as NodeJS.ErrnoException).code ?? 'file' })
  }
}

async function playAll(world: CliWorld, options: TourOptions, day: TourDay): Promise<StepReport[]> {
  const reports: StepReport[] = []
  for (const step of steps) {
    const report = await play(world, options, day, step)
    reports.push(report)
    if (!options.json) world.out(lineOf(step, report, options))
  }
  return reports
}

async function play(world: CliWorld, { lang }: TourOptions, day: TourDay, step: TourStep): Promise<StepReport> {
  const started = world.clock.now()
  const took = () => world.clock.now() - started
  try {
    const detail = say(lang, await step.run(day))
    return { name: step.name, ok: true, ms: took(), detail }
  } catch (error) {
    const why = whyNot(error)
    if (!why) throw error
    return { name: step.name, ok: false, ms: took(), detail: say(lang, why) }
  }
}

/** The expected failures of a step in words; undefined for a bug. */
function whyNot(error: unknown): Bilingual | undefined {
  if (error instanceof Needs)
    return { en: `not done: "${error.what}" did not succeed`, fr: `non fait : « ${error.what} » n’a pas réussi` }
  if (error instanceof Wrong) return error.text
  const failure = error instanceof ORPCError ? (error.data as Failure | undefined) : undefined
  return failure && isKnown(failure.code) ? sayFailure(failure) : undefined
}

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(errors, code)

const sayFailure = (failure: Failure): Bilingual => {
  const [en, fr] = [explain(failure, 'en'), explain(failure, 'fr')]
  return { en: `${en.message} ${en.next}`, fr: `${fr.message} ${fr.next}` }
}

function lineOf({ title }: TourStep, { ok: done, ms, detail }: StepReport, { lang }: TourOptions): string {
  const mark = done ? say(lang, { en: 'ok    ', fr: 'ok    ' }) : say(lang, { en: 'FAILED', fr: 'ÉCHEC ' })
  return `${mark} ${`${ms} ms`.padStart(8)}  ${say(lang, title)}\n${' '.repeat(17)}${detail}`
}

function closing(day: TourDay, reports: readonly StepReport[], { lang, out }: TourOptions): string[] {
  const failed = reports.filter((report) => !report.ok).length
  const files = Object.keys(day.artefacts).length
  const ms = reports.reduce((sum, report) => sum + report.ms, 0)
  return [
    '',
    say(lang, {
      en: `${reports.length - failed} of ${reports.length} steps in ${ms} ms; ${files} files in ${out}`,
      fr: `${reports.length - failed} étapes sur ${reports.length} en ${ms} ms; ${files} fichiers dans ${out}`,
    }),
  ]
}
