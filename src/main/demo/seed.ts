import type { OfficerView } from '../../shared/contract/views.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { previewPaper } from '../documents/issue.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { dateIn, officeOf } from '../office/settings.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { pause } from '../store/pause.ts'
import { counterPhoto } from './counter-photo.ts'
import { officersLike } from './officers.ts'
import { type ReplayClock, toolsAt } from './seed-clock.ts'
import { type SeedNotes, type SeedWish, seedNotes } from './seed-notes.ts'
import { type SeedPlan, seedPlan, type TimedStep } from './seed-plan.ts'
import { playStep } from './seed-steps.ts'

/**
 * Plays the demo's past: some steps before the desk is served, the rest one by one between the officers' own calls.
 * How far it came is kept in the store, so that the next start goes on where this one stopped.
 */
export interface Seeding {
  /** Plays up to `steps` steps; all that are left when not given. Ends early when the store refuses. */
  play(steps?: number): Promise<void>
  /** Lays out a first page: what that loads would hold the desk up later. */
  warmUp(): Promise<void>
  /** Ends after the step under way. Rejects with the bug that ended `play`, if one did. */
  stop(): Promise<void>
  readonly left: number
  /** Steps that a command refused, by code: after a crash the last ones are played twice. */
  readonly refused: ReadonlyMap<ErrorCode, number>
}

/** The seeding of a demo desk that has its office, officers and sheets. */
export function createSeeding(core: Core, desk: OpenDesk, clock: ReplayClock, wish: SeedWish): Seeding {
  const { zone } = officeOf(desk.store)
  const plan = seedPlan({ ...wish, dateAt: (ms) => dateIn(zone, ms) })
  const notes = seedNotes(desk.store)
  const tools: PaperTools = { ...desk, fonts: loadFonts(core.options.assetsDir), drawing: core.drawing, specimen: true }
  const player = createPlayer(tools, clock, plan, notes)
  const refused = new Map<ErrorCode, number>()
  let next = notes.next
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  /** Plays one step and what is to be remembered of it; false when the store itself refuses. */
  const playNext = async (timed: TimedStep): Promise<boolean> => {
    const played = await player(timed, next)
    const done = played.ok && (next + 1) % keptEvery === 0 ? notes.reached(next + 1) : played
    if (done.ok) return true
    const { code } = done.failure
    refused.set(code, (refused.get(code) ?? 0) + 1)
    return !code.startsWith('store.')
  }
  const playUntil = async (end: number): Promise<void> => {
    for (let timed = plan.steps[next]; timed && next < end && !stopped; timed = plan.steps[next]) {
      if (!(await playNext(timed))) return
      next += 1
      await pause(core.options.timers)
    }
    notes.reached(next)
  }
  return {
    play(steps = Number.POSITIVE_INFINITY) {
      running = playUntil(next + steps)
      return running
    },
    async warmUp() {
      const [officer] = borderOfficers(tools)
      const claim = notes.claimOf(0)
      if (officer && claim && next < plan.steps.length) await previewPaper(tools, officer, claim, 'acknowledgement')
    },
    stop() {
      stopped = true
      return running
    },
    get left() {
      return plan.steps.length - next
    },
    refused,
  }
}

const keptEvery = 20

type Player = (timed: TimedStep, at: number) => Promise<Result<unknown>>

function createPlayer(tools: PaperTools, clock: ReplayClock, plan: SeedPlan, notes: SeedNotes): Player {
  const officers = borderOfficers(tools)
  const [supervisor] = officersLike(tools, 'demo.supervisor%')
  const portraitAt = portraitsAhead(plan)
  return async (timed, at) => {
    const one = plan.cases[timed.case]
    const officer = officers[(one?.officer ?? 0) % officers.length]
    const second = officers[((one?.officer ?? 0) + 1) % officers.length]
    if (!one || !officer || !second || !supervisor) throw new Error('A demo without its officers or claims')
    let noted: Result<null> = ok(null)
    const played = await playStep(
      {
        tools: toolsAt(tools, clock, timed.at),
        officer,
        second,
        supervisor,
        one,
        claimOf: notes.claimOf,
        opened: (claim: Uuid) => {
          noted = notes.opened(one.index, claim)
        },
        portrait: () => portraitAt(at),
      },
      timed.step,
    )
    return played.ok ? noted : played
  }
}

/** The one who sits down with one click comes first. */
const borderOfficers = (tools: PaperTools): OfficerView[] => officersLike(tools, 'demo.border%')

/** Two portraits ahead are drawn (in threads of the picture library) while other steps are played. */
function portraitsAhead({ steps, cases }: SeedPlan): (at: number) => Promise<Uint8Array> {
  const photos = steps.flatMap(({ step }, at) => (step.do === 'photo' ? [at] : []))
  const drawn = new Map<number, Promise<Uint8Array>>()
  const draw = (at: number): Promise<Uint8Array> => {
    const known = drawn.get(at)
    if (known) return known
    const one = cases[steps[at]?.case ?? -1]
    if (!one) throw new Error('A photo of nobody')
    const made = counterPhoto(one.index, one.person)
    made.catch(() => {}) // Thrown where it is awaited.
    drawn.set(at, made)
    return made
  }
  return async (at) => {
    const portrait = draw(at)
    const place = photos.indexOf(at)
    for (const later of photos.slice(place + 1, place + 3)) void draw(later)
    const bytes = await portrait
    drawn.delete(at)
    return bytes
  }
}
