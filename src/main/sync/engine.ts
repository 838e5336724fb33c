import type { OfficeDesk, SyncView, TrustAge } from '../../shared/contract/views.ts'
import { errors, type Failure } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Page } from '../../shared/sync/page.ts'
import type { HelloAnswer } from '../../shared/sync/wire.ts'
import { today } from '../claims/tools.ts'
import { settingsOf } from '../office/settings.ts'
import { settleReviews } from '../schedule/reviews.ts'
import type { TrustBundle } from '../seals/bundle.ts'
import { heldBundle } from '../seals/held-trust.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { wipeDesk } from '../seat/wipe.ts'
import { admitDesk, officeDesks } from './admission.ts'
import { type CentralClient, createClient } from './client.ts'
import {
  addressOf,
  askToEnrol,
  type Central,
  type Enrolment,
  enrolledCentral,
  isEnrolled,
  keepCentral,
  readCentral,
} from './enrolment.ts'
import { createHandover } from './handover.ts'
import { type Http, nodeHttp } from './http.ts'
import { doubled, fullJitter } from './jitter.ts'
import { createJourneys } from './journeys.ts'
import { topUpNumbers } from './leases.ts'
import { leaseLeft, writtenAt } from './offline-lease.ts'
import { settleOnce } from './round.ts'
import { ageOf, fetchTrust } from './trust.ts'
import { wipeOrderedAt } from './wipe-order.ts'
import { guardWipeOut, letWipeOut } from './wipe-out.ts'

/** Settling with the central: by itself, soon after each change, and whenever somebody asks. */
export interface Sync {
  /** From now on the desk settles by itself. */
  start(): void
  /** What the pill and the page show. */
  view(desk: OpenDesk): SyncView
  /** Enrols this desk; a second officer approves it elsewhere. Errors: sync.address_refused, sync.code_refused, those of the client. */
  enrol(desk: OpenDesk, enrolment: Enrolment): Promise<Result<SyncView>>
  /** Desks of the office; those that wait first. Errors: sync.not_enrolled, those of the client. */
  desks(desk: OpenDesk): Promise<Result<readonly OfficeDesk[]>>
  /** Lets another desk in or, with a reason, turns it away for good. Errors: those of `desks`, sync.no_desk, sync.not_entitled. */
  admit(
    desk: OpenDesk,
    officer: string,
    wish: { readonly device: string; readonly reason?: string },
  ): Promise<Result<readonly OfficeDesk[]>>
  /** Settles at once, also where it had stopped. */
  now(desk: OpenDesk): Promise<Result<SyncView>>
  /** An officer says that what other desks took away, up to this place of the stream, is right; settles at once. Errors: as `now`. */
  letErase(desk: OpenDesk, officer: string, through: number): Promise<Result<SyncView>>
  /** Stops settling until `resume`: an officer needs the line for something else. */
  pause(desk: OpenDesk, paused: boolean): SyncView
  /** Photos wait for later, papers and small pictures travel on; or everything does. */
  photosLater(desk: OpenDesk, officer: string, later: boolean): Result<SyncView>
  stop(): Promise<void>
}

/** A change is sent after this, so that a burst of keystrokes is one batch. */
const soonMs = 1000
/** After a hint, so that a burst of another desk is one page. */
const hintMs = 200
const minuteMs = 60_000
/** Waits after failures: full jitter up to this, from one second, doubled each time. */
const longestWaitMs = 5 * 60_000
/** The pill turns amber when nothing was settled for this long. */
const staleMs = 3_600_000

export function createSync(core: Core, http?: Http): Sync {
  const { clock, random, timers } = core.options
  const ending = new AbortController()
  let cancel = () => {}
  let running: Promise<void> | undefined
  let wiping: Promise<void> | undefined
  let listening: { readonly desk: OpenDesk } | undefined
  let leaseProblem: string | undefined
  let trustProblem: Failure | undefined
  /** The bundle of each open desk: opening one checks a signature, and the pill is asked often. */
  const bundles = new WeakMap<OpenDesk, TrustBundle | undefined>()
  /** Own work was written while a round ran: that round may have passed it by. */
  let wroteMeanwhile = false
  let failures = 0
  let problem: Failure | undefined
  let waits: { readonly at: OpenDesk; readonly for: string | undefined } | undefined
  let paused = false
  let client: { readonly key: string; readonly value: CentralClient } | undefined

  const clientOf = (desk: OpenDesk, address: string, ca?: string): CentralClient => {
    const device = desk.store.identity()?.device ?? ''
    const key = `${address} ${device} ${ca ?? ''}`
    if (client?.key !== key) {
      const { sign } = desk.store.sync
      const net = http ?? nodeHttp(ca)
      client = { key, value: createClient({ http: net, central: address, device, sign, clock, random }) }
    }
    return client.value
  }

  const linkOf = (desk: OpenDesk): CentralClient | undefined => {
    const central = enrolledCentral(desk.store)
    return central && clientOf(desk, central.address, central.ca)
  }
  const mayGoOn = () => !paused && !ending.signal.aborted && (problem === undefined || errors[problem.code].retryable)
  const journeys = createJourneys(core, {
    ending: ending.signal,
    client: (desk) => (mayGoOn() ? linkOf(desk) : undefined),
  })

  const handover = createHandover(core)

  /** Others' work is asked for this often (a setting, never above an hour), beside what a hint tells at once. */
  const everyMs = (): number => {
    const desk = core.opened()
    const readable = desk && !desk.ending.aborted && !desk.store.status().rebuilding
    return (readable ? settingsOf(desk.store).pullMinutes : 1) * minuteMs
  }

  const isLeftUnsent = (): boolean => {
    const desk = core.opened()
    return wroteMeanwhile && desk !== undefined && !desk.ending.aborted && desk.store.sync.waiting() > 0
  }

  const waitAfter = (failed: boolean): number => {
    if (!failed) return isLeftUnsent() ? soonMs : everyMs()
    return Math.max(250, fullJitter(random, doubled(1000, failures, longestWaitMs)))
  }

  const round = async (): Promise<void> => {
    const desk = core.opened()
    const central = desk && enrolledCentral(desk.store)
    if (!desk || !central || desk.store.status().rebuilding || ending.signal.aborted) return
    const { version } = core.options
    const link = clientOf(desk, central.address, central.ca)
    const signal = AbortSignal.any([ending.signal, desk.ending])
    const blobsFirst = () => journeys.sendSmall(desk, link, signal)
    const hands = { desk, client: link, signal }
    const snapshot = (hello: HelloAnswer) => handover.take(hands, hello)
    const mayTake = (page: Page) => guardWipeOut(desk.store, page, clock.now())
    const done = await desk.during(() =>
      settleOnce(desk.store, link, { version, signal, blobsFirst, snapshot, mayTake, clock }),
    )
    problem = done.ok ? undefined : done.failure
    failures = done.ok ? 0 : failures + 1
    if (done.ok) waits = { at: desk, for: done.value.waitsFor }
    if (!done.ok) {
      if (problem?.code === 'sync.revoked') obey(desk, link, central)
      return
    }
    const settledAt = new Date(clock.now()).toISOString()
    const { offlineDays, revoked: revokedDesks = [], trust, practice = false } = done.value.hello
    const device = desk.store.identity()?.device ?? ''
    const settledMoment = writtenAt(desk.store)
    const settled = { ...central, device, settledAt, settledMoment, offlineDays, revokedDesks, practice }
    const kept = keepCentral(desk.store, settled)
    if (!kept.ok) problem = kept.failure
    const fetched = await desk.during(() => fetchTrust(desk.store, link, trust))
    trustProblem = fetched.ok ? undefined : fetched.failure
    if (fetched.ok && fetched.value) bundles.delete(desk)
    // What arrived can be what a review waited for.
    if (done.value.pulled > 0) await desk.during(() => settleReviews(desk))
    await leases(desk, link, signal)
    listen(desk, link)
    journeys.wake(done.value.hello.blobsWanted)
    handover.offer(hands, done.value.hello.epoch)
  }

  /** Numbers that run low. Nothing waits for them, and what is refused is written down once. */
  const leases = async (desk: OpenDesk, link: CentralClient, signal: AbortSignal): Promise<void> => {
    const taken = await desk.during(() => topUpNumbers(desk.store, link, signal))
    const code = taken.ok ? undefined : taken.failure.code
    if (code && code !== leaseProblem && code !== 'sync.offline') {
      const actor = desk.store.identity()?.device ?? ''
      desk.store.access.note({ actor, act: 'job_failed', details: { job: 'lease', reason: code } })
    }
    leaseProblem = code
    if (taken.ok && taken.value > 0) core.watchers.tell(['numbers', 'status'])
  }

  /** While the central can be heard, what other desks sent comes at once; otherwise by the clock. */
  const listen = (desk: OpenDesk, link: CentralClient): void => {
    if (listening?.desk === desk || ending.signal.aborted || desk.ending.aborted) return
    const mine = { desk }
    listening = mine
    const signal = AbortSignal.any([ending.signal, desk.ending])
    const office = desk.store.identity()?.office
    void link
      .watch(signal, ({ stream, head }) => {
        if (core.opened() !== desk || stream !== office || desk.store.status().rebuilding) return
        if (head > desk.store.sync.position()) plan(hintMs)
      })
      .finally(() => {
        if (listening === mine) listening = undefined
      })
  }

  const trustOf = (desk: OpenDesk): TrustAge | undefined => {
    if (!bundles.has(desk)) bundles.set(desk, heldBundle(desk.store))
    const held = bundles.get(desk)
    return held && ageOf(held, today(desk))
  }

  /** A mistake of ours must not end the desk under an officer's hands: it stands in the access log. */
  const noteBug = (bug: unknown): void => {
    const store = core.opened()?.store
    const reason = bug instanceof Error ? bug.name : 'unknown'
    store?.access.note({ actor: store.identity()?.device ?? '', act: 'job_failed', details: { job: 'sync', reason } })
  }

  /** Not waited for by the round: the store closes only after every call has ended, this one too. */
  const obey = (desk: OpenDesk, link: CentralClient, { centralKey }: Central): void => {
    const device = desk.store.identity()?.device ?? ''
    const at = wipeOrderedAt(link.revokedWith(), { centralKey, device })
    if (at === undefined || wiping) return
    wiping = core
      .inTurn(() => wipeDesk(core, at))
      .then((wiped) => {
        // What could not be written now is tried again by the next start.
        if (!wiped.ok) problem = wiped.failure
      })
      .catch(noteBug)
      .finally(() => {
        wiping = undefined
        core.watchers.tell(['status'])
      })
  }

  const run = (): Promise<void> => {
    if (!running) wroteMeanwhile = false
    running ??= round()
      .catch((bug: unknown) => {
        noteBug(bug)
        failures += 1
      })
      .finally(() => {
        running = undefined
        core.watchers.tell(['status'])
        if (!ending.signal.aborted) plan(waitAfter(failures > 0))
      })
    return running
  }
  const plan = (ms: number) => {
    cancel()
    if (ending.signal.aborted) return
    cancel = timers.after(ms, () => {
      if (mayGoOn()) void run()
      else plan(everyMs())
    })
  }
  const view = (desk: OpenDesk): SyncView => {
    const central = readCentral(desk.store)
    if (!central) return { state: 'no_central', waiting: 0, mayEnrol: true }
    const enrolled = isEnrolled(desk.store, central)
    const mayEnrol = !enrolled || problem?.code === 'sync.refused'
    const waiting = desk.store.sync.waiting()
    const since = Date.parse(central.settledAt ?? central.enrolledAt)
    const offset = client?.value.clockOffset() ?? 0
    const trust = trustOf(desk)
    const left = leaseLeft(desk.store, central, clock.now())
    return {
      state: enrolled ? stateOf(central.settledAt, waiting) : 'not_enrolled',
      waiting,
      ...(waits?.at === desk && waits.for && waiting > 0 ? { waitsFor: waits.for } : {}),
      address: central.address,
      ...(mayEnrol && central.ca ? { ca: central.ca } : {}),
      device: desk.store.identity()?.device ?? '',
      ...(central.settledAt ? { settledAt: central.settledAt } : {}),
      ...(central.practice ? { practice: true } : {}),
      ...(problem && enrolled ? { problem } : {}),
      ...(mayEnrol ? { mayEnrol } : {}),
      blobs: journeys.view(desk),
      stale: clock.now() - since > staleMs,
      daysLeft: Math.max(0, left),
      ...(left <= 0 ? { ended: true } : {}),
      ...(trust ? { trust } : {}),
      ...(trustProblem ? { trustProblem } : {}),
      ...(Math.abs(offset) > 120_000 ? { clockOffMinutes: Math.round(-offset / 60_000) } : {}),
    }
  }
  const stateOf = (settledAt: string | undefined, waiting: number): SyncView['state'] => {
    if (paused) return 'paused'
    if (problem?.code === 'sync.awaiting_approval') return 'awaiting_approval'
    // Own work is sent on by itself, but what stopped it waits for an officer.
    if (problem && (problem.code === 'sync.wipe_out' || !errors[problem.code].retryable)) return 'stopped'
    if (problem) return 'offline'
    if (!settledAt || waiting > 0 || running) return 'settling'
    return 'settled'
  }

  return {
    start() {
      plan(soonMs)
      core.listen((events) => {
        const own = core.opened()?.store.identity()?.device
        if (!events.some(({ device }) => device === own)) return
        if (running) wroteMeanwhile = true
        else if (failures === 0) plan(soonMs)
      })
    },
    view,
    async enrol(desk, enrolment) {
      const address = addressOf(enrolment.address)
      if (!address) return fail('sync.address_refused')
      await running // What a round of the enrolment before would note must not come after this one.
      const link = clientOf(desk, address.href, enrolment.ca)
      const asked = await askToEnrol(desk.store, enrolment, address, link, clock)
      if (!asked.ok) return asked
      problem = undefined
      failures = 0
      await run()
      return ok(view(desk))
    },
    async desks(desk) {
      const link = linkOf(desk)
      return link ? officeDesks(desk, link) : fail('sync.not_enrolled')
    },
    async admit(desk, officer, wish) {
      const link = linkOf(desk)
      return link ? admitDesk(desk, link, officer, wish) : fail('sync.not_enrolled')
    },
    async now(desk) {
      if (!enrolledCentral(desk.store)) return fail('sync.not_enrolled')
      paused = false
      if (!desk.store.status().rebuilding) desk.store.blobs.travel.hurry()
      await run()
      return problem ? { ok: false, failure: problem } : ok(view(desk))
    },
    async letErase(desk, officer, through) {
      // What stands there now may be more than what was on the screen.
      if (problem?.code !== 'sync.wipe_out' || problem.params.through !== through)
        return problem ? { ok: false, failure: problem } : ok(view(desk))
      const kept = letWipeOut(desk.store, officer, through)
      if (!kept.ok) return kept
      await running
      await run()
      return problem ? { ok: false, failure: problem } : ok(view(desk))
    },
    pause(desk, wish) {
      paused = wish
      if (paused) journeys.halt()
      else plan(soonMs)
      return view(desk)
    },
    photosLater(desk, officer, later) {
      const kept = journeys.photosLater(desk, officer, later)
      return kept.ok ? ok(view(desk)) : kept
    },
    async stop() {
      ending.abort()
      cancel()
      await running
      await wiping
      await journeys.stop()
      await handover.stop()
    },
  }
}
