import { existsSync, renameSync } from 'node:fs'
import type { Role } from '../../shared/contract/views.ts'
import { roles } from '../../shared/domain/vocabulary.ts'
import { fail, ok, type Result, unwrap } from '../../shared/result.ts'
import { officerRow } from '../claims/tools.ts'
import { checkOutSheets, receiveSheets } from '../office/stock.ts'
import type { OpenedKeys } from '../officers/ports.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { newUuid } from '../seat/ids.ts'
import { leftovers, removeMarker, setMarker } from '../seat/marker.ts'
import { foundOffice } from '../seat/set-up.ts'
import { query } from '../store/query.ts'
import { NotADemoFolder } from './not-a-demo.ts'
import { createPhotoSeeding } from './photo-queue.ts'
import { createSeeding, type Seeding } from './seed.ts'
import { type ReplayClock, toolsAt } from './seed-clock.ts'
import { keepSeedWish, seedWishOf } from './seed-notes.ts'
import { demoOffice } from './seed-routes.ts'

/** Everything in the demo follows from this number and the day of its first start. */
const demoSeed = 2026
const demoClaims = 300
/** Steps played before the desk is served: a first handful of claims, within half a second. */
const firstSteps = 68

/** A demo whose past is being played. */
export interface Playing extends Seeding {
  /** The past is over, however it ended. What writes by itself waits for it: the log's clock never goes back. */
  readonly over: Promise<void>
}

/**
 * The demo: a folder of its own, made-up people, an office with officers of each role and months of work behind it.
 * Its key lies beside the store in the clear, since nothing in it is true. The core must run on `clock`, which plays
 * the past. A handful of claims is there when this returns; the rest follows in the background until `stop`.
 */
export async function openDemo(core: Core, clock: ReplayClock, claims = demoClaims): Promise<Playing | undefined> {
  const founded = unwrap(core.slotPorts.files.read(keyFile)) !== null
  const desk = founded ? unwrap(openDemoStore(core)) : foundDemo(core, clock, claims)
  const wish = seedWishOf(desk.store)
  if (!wish) return undefined
  const seeding = createSeeding(core, desk, clock, wish)
  await seeding.play(firstSteps)
  await seeding.warmUp()
  const photos = createPhotoSeeding(core, desk, clock, wish)
  // The photos are of the last days: after the claims, since the log's clock never goes back. Whoever stops the
  // seeding hears of what went wrong.
  const playing = seeding.play().then(() => photos.play())
  const over = playing.catch(() => {})
  return {
    ...seeding,
    over,
    get left() {
      return seeding.left
    },
    async stop() {
      photos.stop()
      await seeding.stop()
      await playing
    },
  }
}

/** Opens a demo that is there, without playing on. Fails like any store, such as with `store.missing`. */
export function openDemoStore(core: Core): Result<OpenDesk> {
  const key = core.slotPorts.files.read(keyFile)
  if (!key.ok) return key
  return key.value ? core.open(keysOf(key.value)) : fail('store.missing')
}

const keyFile = 'demo.key'

const keysOf = (databaseKey: Uint8Array): OpenedKeys => ({
  databaseKey,
  openedBy: { kind: 'recovery' },
  fileIntact: true,
  generation: 0,
})

const monthMs = 30 * 24 * 3_600_000

/** The office half a year ago: its officers, numbers and sheets. The key file comes last: without it nothing was founded. Throws NotADemoFolder. */
function foundDemo(core: Core, clock: ReplayClock, claims: number): OpenDesk {
  const now = clock.now()
  const founded = now - 6 * monthMs
  const key = core.options.random.bytes(32)
  const { files } = core.slotPorts
  const left = leftovers(files, core.storeFolder)
  // A store that no half-made demo left behind is somebody's work.
  if (!left.ok) throw new NotADemoFolder(core.options.dataDir)
  if (left.value === 'unfinished' && existsSync(core.storeFolder))
    renameSync(core.storeFolder, `${core.storeFolder}.abandoned-${now}`)
  unwrap(setMarker(files))
  const desk = unwrap(core.open(keysOf(key), 'create'))
  const administrator = newUuid(core.options)
  clock.during(founded, () => {
    unwrap(
      foundOffice(desk.store, {
        office: demoOffice,
        officer: administrator,
        userName: 'demo.administrator',
        displayName: demoNames.administrator,
        grant: { blocks },
        demo: true,
      }),
    )
    enrolEveryRole(desk, administrator)
  })
  takeSheets(desk, clock, founded)
  unwrap(keepSeedWish(desk.store, { seed: demoSeed, count: claims, now }))
  unwrap(files.writeAtomically(keyFile, key))
  unwrap(removeMarker(files))
  return desk
}

const blocks = [
  { series: 'document', prefix: 'R', first: 900_000_001, last: 900_009_999, width: 9 },
  { series: 'client', prefix: '', first: 9_900_000_001, last: 9_900_009_999, width: 10 },
  { series: 'application', prefix: 'W', first: 900_000_001, last: 900_009_999, width: 9 },
] as const

const demoNames: Readonly<Record<Role, string>> = {
  border_officer: 'Amélie Tremblay',
  caseworker: 'Priya Raman',
  photo_reviewer: 'Noah MacKinnon',
  supervisor: 'Claire Beaulieu',
  auditor: 'Samuel Okafor',
  administrator: 'Gwen Fitzgerald',
}

/** Colleagues of the first border officer, for a record by several hands. */
const colleagues = ['Marc-André Gagnon', 'Sukhdeep Gill']

function enrolEveryRole({ store }: OpenDesk, administrator: string): void {
  const first = roles
    .filter((role) => role !== 'administrator')
    .map((role) => ({ role, userName: `demo.${role.replace('_', '.')}`, displayName: demoNames[role] }))
  const others = colleagues.map((displayName, index) => {
    return { role: 'border_officer', userName: `demo.border.officer.${index + 2}`, displayName } as const
  })
  unwrap(
    store.transact({ actor: administrator }, (tx) => {
      for (const { role, userName, displayName } of [...first, ...others]) {
        const body = { userName, displayName, roles: [role], jurisdiction: 'office' }
        tx.append({ subject: { kind: 'officer', id: tx.newId() }, type: 'officer.enrolled', body })
      }
      return ok(null)
    }),
  )
}

/** A delivery of sheets, most of them at this desk. */
function takeSheets(desk: OpenDesk, clock: ReplayClock, at: number): void {
  const tools = toolsAt(desk, clock, at)
  const officers = desk.store.all(query.selectFrom('officer').selectAll()).map(officerRow)
  const officerOf = (role: Role) => {
    const found = officers.find((officer) => officer.roles[0] === role)
    if (!found) throw new Error(`The demo has no ${role}`)
    return found
  }
  unwrap(receiveSheets(tools, officerOf('administrator'), 'A0000001', 'A0001000'))
  unwrap(checkOutSheets(tools, officerOf('border_officer'), 'A0000001', 'A0000400'))
}
