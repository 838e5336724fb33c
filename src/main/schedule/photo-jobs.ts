import type { PhotoImportView } from '../../shared/contract/views.ts'
import type { Failure } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import { takeSentPhotos } from '../confirmations/sent-photos.ts'
import { settingsOf } from '../office/settings.ts'
import { nodeDisk } from '../photos/import/disk.ts'
import { createPhotoImport, type ImportTurn } from '../photos/import/folder.ts'
import { keepLook, type LookedInto, lookedInto } from '../photos/import/last-look.ts'
import { createPhotoChecker, type PhotoChecker, type PhotoMeasurer } from '../photos/review/checker.ts'
import { tellReturnedPhotos } from '../portal/returned-photos.ts'
import { takeSentItems } from '../portal/take-sent.ts'
import type { ReadingEngine } from '../reading/engine.ts'
import type { Core, OpenDesk } from '../seat/core.ts'

/** What the desk does about photos by itself: the machine looks at those that wait, the import folder is emptied, and what came through the portal is taken in. */
export interface PhotoJobs {
  /** Undefined where no engine is at hand. */
  readonly checker: PhotoChecker | undefined
  importView(desk: OpenDesk): PhotoImportView
  /** Looks into the import folder at once. */
  importNow(desk: OpenDesk): Promise<Result<PhotoImportView>>
  stop(): Promise<void>
}

/** Short enough that nobody waits at an open desk, and an empty look costs nothing. */
const everyMs = 5_000

/** They begin at once, or when `after` is fulfilled. */
export function startPhotoJobs(
  core: Core,
  engine: (() => PhotoMeasurer) | undefined,
  reading?: ReadingEngine,
  after?: Promise<void>,
): PhotoJobs {
  const { timers } = core.options
  const checker = engine && createPhotoChecker(core, engine, timers)
  const photoImport = createPhotoImport(nodeDisk)
  let turn: Promise<Result<PhotoImportView>> | undefined
  let waiting = 0
  let stopped = false
  let cancel = () => {}

  const importView = (desk: OpenDesk) => viewOf(desk, waiting)
  const importNow = (desk: OpenDesk) => {
    turn ??= desk
      .during(async () => {
        const folder = settingsOf(desk.store).photoImportFolder
        if (!folder) return ok(importView(desk))
        const done = await photoImport.turn(desk, folder)
        const counts = done.ok ? done.value : { taken: 0, refused: 0, waiting, refusals: [] }
        waiting = counts.waiting
        const kept = remember(desk, counts, done.ok ? undefined : done.failure)
        return kept.ok ? ok(importView(desk)) : kept
      })
      .finally(() => {
        turn = undefined
      })
    return turn
  }
  // What the disk does not take now waits for a later turn, here and there.
  const turnAt = async (desk: OpenDesk): Promise<void> => {
    await importNow(desk)
    const device = desk.store.identity()?.device
    if (!device) return
    await desk.during(() => takeSentPhotos(desk, device))
    if (reading) await desk.during(() => takeSentItems(desk, reading, device))
    await desk.during(async () => tellReturnedPhotos(desk, device))
  }
  const again = () => {
    if (stopped) return
    cancel = timers.after(everyMs, () => {
      const desk = core.opened()
      const done = desk && !desk.store.status().rebuilding ? turnAt(desk) : Promise.resolve()
      checker?.wake()
      // A mistake of ours must not end the desk under an officer's hands: it stands in the access log.
      void done.then(again, (bug: unknown) => {
        const reason = bug instanceof Error ? bug.name : 'unknown'
        const actor = desk?.store.identity()?.device ?? ''
        desk?.store.access.note({ actor, act: 'job_failed', details: { job: 'photo_import', reason } })
        again()
      })
    })
  }
  const begin = () => {
    if (stopped) return
    core.listen((events) => {
      if (events.some(({ type }) => type === 'photo.submitted')) checker?.wake()
    })
    checker?.wake()
    again()
  }
  if (after) void after.then(begin)
  else begin()
  return {
    checker,
    importView,
    importNow,
    async stop() {
      stopped = true
      cancel()
      await checker?.close()
      await turn?.catch(() => {}) // Told where it was asked for.
    },
  }
}

/** So many refusals of one look are named; the others lie beside them in the folder. */
const named = 20

function viewOf({ store }: OpenDesk, waiting: number): PhotoImportView {
  const kept = lookedInto(store) ?? { taken: 0, refused: 0 }
  const folder = settingsOf(store).photoImportFolder
  return { ...kept, waiting, ...(folder ? { folder } : {}) }
}

/** Adds up what was taken and refused; nothing is written while nothing happens. */
function remember(
  { store, clock }: OpenDesk,
  counts: Pick<ImportTurn, 'taken' | 'refused' | 'refusals'>,
  failure: Failure | undefined,
): Result<null> {
  const before = lookedInto(store)
  const quiet = counts.taken === 0 && counts.refused === 0
  if (quiet && before && before.failure?.code === failure?.code) return ok(null)
  const at = new Date(clock.now()).toISOString()
  const { taken, refused, refusals } = counts
  const last = quiet ? before?.last : { at, taken, refused, refusals: refusals.slice(0, named) }
  const kept: LookedInto = {
    lastAt: at,
    taken: (before?.taken ?? 0) + taken,
    refused: (before?.refused ?? 0) + refused,
    ...(failure ? { failure } : {}),
    ...(last ? { last } : {}),
  }
  return store.transact({ actor: store.identity()?.device ?? '' }, (tx) => {
    keepLook(tx, kept)
    return ok(null)
  })
}
