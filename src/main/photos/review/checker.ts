import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { photoAllows } from '../../../shared/domain/photo-states.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { composeReport } from '../../../shared/photos/compose.ts'
import type { GuideReading } from '../../../shared/photos/guide.ts'
import type { Measures } from '../../../shared/photos/measures.ts'
import { photoPolicies } from '../../../shared/photos/policy.ts'
import type { PhotoReport } from '../../../shared/photos/report.ts'
import type { Timers, Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Core, OpenDesk } from '../../seat/core.ts'
import { query, sql } from '../../store/query.ts'
import type { Tx } from '../../store/types.ts'
import { applicantOf, findPhoto, type PhotoFile, wholeMonths } from './files.ts'
import { alikeOf, likenessesOf } from './likenesses.ts'

/** What measures pictures: the engine of the photo checks, or a test's own. */
export interface PhotoMeasurer {
  /** What a report was made with: version, and SHA-256 of every model by file. */
  about(): { readonly version: string; readonly models: Readonly<Record<string, string>> }
  measure(
    photo: Uint8Array,
    options?: { readonly priority?: 'officer' | 'ahead' | 'batch'; readonly signal?: AbortSignal },
  ): Promise<Result<{ readonly measures: Measures }>>
  /** Reads one small frame of the camera. */
  guide?(frame: Uint8Array, options?: { readonly signal?: AbortSignal }): Promise<Result<GuideReading>>
  close(): Promise<void>
}

/**
 * Looks at every photo that waits, one after the other, while officers go on: what somebody looks at first, then what was
 * just taken at the counter, then the rest, oldest first.
 */
export interface PhotoChecker {
  /** Somebody looks at this photo, or soon will: it comes next. */
  hurry(photoId: Uuid): void
  /** Measures a photo now, whether or not there is a report. */
  check(desk: OpenDesk, photoId: Uuid): Promise<Result<null>>
  /** What a small frame of the camera shows, before anything else that waits. Fails with photo.engine_missing. */
  guide(desk: OpenDesk, frame: Uint8Array): Promise<Result<GuideReading>>
  /** Goes on if there is anything to do. */
  wake(): void
  /** When nothing is under way any more. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** The photo is gone, or its picture not here yet: others do not wait for it. */
const passedOver: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['desk.not_found', 'sync.blob_on_its_way'])

/** About as long as a photo takes. */
const restMs = 300

/** `timers`: between photos that nobody looks at, the machine rests. */
export function createPhotoChecker(
  core: Pick<Core, 'opened'>,
  engine: () => PhotoMeasurer,
  timers?: Timers,
): PhotoChecker {
  const wanted = new Set<Uuid>()
  let goOn = () => {}
  /** A long queue leaves half of a processor to whoever works at the desk; what somebody looks at waits for nothing. */
  const rest = () =>
    new Promise<void>((resolve) => {
      if (!timers || closed) return resolve()
      const cancel = timers.after(restMs, resolve)
      goOn = () => {
        cancel()
        resolve()
      }
    })
  let measurer: PhotoMeasurer | undefined
  let running: Promise<void> | undefined
  let closed = false

  const measure = (desk: OpenDesk, photoId: Uuid, priority: 'officer' | 'batch') =>
    desk.during(() => {
      measurer ??= engine()
      return checkPhotoOf(desk, measurer, photoId, priority)
    })

  const work = async (): Promise<void> => {
    for (;;) {
      const desk = core.opened()
      if (closed || !desk || desk.store.status().rebuilding) return
      const hurried = wanted.values().next()
      const photoId = hurried.done ? nextUnchecked(desk) : hurried.value
      if (!photoId) return
      wanted.delete(photoId)
      const done = await measure(desk, photoId, hurried.done ? 'batch' : 'officer')
      // The store could not take it now, or the desk closes: another turn comes.
      if (!done.ok && !passedOver.has(done.failure.code)) return
      if (hurried.done) await rest()
    }
  }
  return {
    hurry(photoId) {
      wanted.add(photoId)
      goOn()
      this.wake()
    },
    check: (desk, photoId) => measure(desk, photoId, 'officer'),
    async guide(desk, frame) {
      measurer ??= engine()
      return measurer.guide?.(frame, { signal: desk.ending }) ?? fail('photo.engine_missing')
    },
    wake() {
      running ??= work().finally(() => {
        running = undefined
      })
    },
    idle: async () => running,
    async close() {
      closed = true
      goOn()
      await measurer?.close()
      await running
    },
  }
}

/** What was just taken at the counter comes first, latest first: its person stands there. */
function nextUnchecked({ store }: OpenDesk): Uuid | undefined {
  const unchecked = query
    .selectFrom('photo')
    .select('id')
    .where('state', '=', 'submitted')
    .where('check_failure', 'is', null)
    // Another desk's picture that is still on its way is looked at when it is here.
    .where(sql<boolean>`EXISTS (SELECT 1 FROM blob WHERE sha = unhex(photo.original))`)
    .limit(1)
  const atCounter = unchecked.where('profile', '=', 'refugee-document').orderBy('submitted_ms', 'desc')
  const others = unchecked.where('profile', '=', 'pr-card').orderBy('submitted_ms')
  return (store.first(atCounter) ?? store.first(others))?.id
}

/**
 * Measures one photo and records the report, or that the machine could not. Fails with desk.not_found, photo.cancelled,
 * sync.blob_on_its_way and what the store says; what is wrong with the picture is recorded and no failure here.
 */
async function checkPhotoOf(
  desk: OpenDesk,
  measurer: PhotoMeasurer,
  photoId: Uuid,
  priority: 'officer' | 'batch',
): Promise<Result<null>> {
  const { store } = desk
  const photo = findPhoto(store, photoId)
  if (!photo.ok) return photo
  const bytes = store.blobs.get(photo.value.original)
  if (!bytes.ok && bytes.failure.code === 'sync.blob_on_its_way') return bytes
  const measured = bytes.ok ? await measurer.measure(bytes.value, { priority, signal: desk.ending }) : bytes
  if (!measured.ok && desk.ending.aborted) return measured
  const actor = store.identity()?.device ?? ''
  return store.transact({ actor }, (tx) => {
    const now = findPhoto(tx, photoId)
    if (!now.ok) return now
    if (!photoAllows(now.value.state, 'check')) return ok(null)
    const subject = { kind: 'photo', id: photoId } as const
    if (!measured.ok) {
      const body: EventBody<'photo.check_failed'> = { failure: measured.failure.code }
      tx.append({ subject, type: 'photo.check_failed', body })
      return ok(null)
    }
    const report = reportOf(tx, now.value, measured.value.measures, measurer.about())
    if (!report) return fail('desk.not_found')
    // As it will be read back: what JSON leaves out was never there.
    const body = { policy: report.policy.version, report: JSON.parse(JSON.stringify(report)) }
    tx.append({ subject, type: 'photo.checked', body })
    return ok(null)
  })
}

/** The report of a photo by the policy in force; undefined for one that was erased meanwhile. */
function reportOf(
  tx: Tx,
  photo: PhotoFile,
  measures: Measures,
  about: NonNullable<PhotoReport['engine']>,
): PhotoReport | undefined {
  const [event] = tx.timeline({ kind: 'photo', id: photo.id }, { limit: 1 })
  const submitted = event?.body as EventBody<'photo.submitted'> | null | undefined
  if (!submitted) return undefined
  const birthDate = applicantOf(tx, photo)?.birthDate
  const { face = null, whole = null } = measures.fingerprints ?? {}
  const arrival: PhotoReport['arrival'] = {
    today: submitted.on,
    ...(submitted.takenOn ? { takenOn: submitted.takenOn } : {}),
    ...(birthDate && birthDate <= submitted.on ? { personMonths: wholeMonths(birthDate, submitted.on) } : {}),
    likenesses: likenessesOf(alikeOf(tx, photo, { face, whole })),
  }
  return composeReport(measures, submitted.file, arrival, about, photoPolicies[photo.profile])
}
