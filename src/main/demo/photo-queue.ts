import { nameLine } from '../../shared/names/name-line.ts'
import { photoPolicies } from '../../shared/photos/policy.ts'
import type { Sidecar } from '../../shared/photos/sidecar.ts'
import type { Result } from '../../shared/result.ts'
import { dateIn, officeOf } from '../office/settings.ts'
import { decode } from '../photos/decode.ts'
import { noteApplication } from '../photos/import/take.ts'
import { takeIn } from '../photos/intake.ts'
import { approvePhoto, returnPhoto } from '../photos/review/decide.ts'
import { submitPhoto } from '../photos/review/submit.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { pause } from '../store/pause.ts'
import { query } from '../store/query.ts'
import { drawOf } from './draw.ts'
import { officerNamed } from './officers.ts'
import { person } from './people.ts'
import { faultByLot, withFault } from './photo-faults.ts'
import { portraitJpeg } from './portraits.ts'
import { type ReplayClock, toolsAt } from './seed-clock.ts'
import type { SeedWish } from './seed-notes.ts'

/**
 * The demo's queue of photos for permanent resident cards: drawn portraits, about one in seven bad, the oldest of them
 * decided. Each is made by the commands that the import folder and the officers use. How far it came is the number of
 * photos in the record, so that the next start goes on.
 */
export interface PhotoSeeding {
  play(): Promise<void>
  /** Ends after the photo under way. */
  stop(): void
}

/** Photos of a demo of the usual size; one of few claims has few photos. The first third of them is decided. */
const mostPhotos = 42
const photosFor = (claims: number) => Math.min(mostPhotos, Math.floor(claims / 5))
const hourMs = 3_600_000
/** People of the demo's claims stand before these. */
const firstPerson = 100_000

export function createPhotoSeeding(core: Core, desk: OpenDesk, clock: ReplayClock, wish: SeedWish): PhotoSeeding {
  let stopped = false
  const count = photosFor(wish.count)
  const playAll = async () => {
    for (let index = played(desk); index < count && !stopped; index++) {
      const made = await playOne(desk, clock, wish, { index, count })
      if (!made.ok) return // The store itself refuses; the next start goes on.
      await pause(core.options.timers)
    }
  }
  return {
    play: playAll,
    stop() {
      stopped = true
    },
  }
}

const played = ({ store }: OpenDesk): number =>
  store.first(
    query
      .selectFrom('photo')
      .select((is) => is.fn.countAll<number>().as('count'))
      .where('source', '=', 'demo'),
  )?.count ?? 0

async function playOne(
  desk: OpenDesk,
  clock: ReplayClock,
  wish: SeedWish,
  { index, count }: { readonly index: number; readonly count: number },
): Promise<Result<unknown>> {
  const { store } = desk
  const draw = drawOf(wish.seed, 0xf0705 + index)
  // The oldest first, the last one a few minutes before the demo began.
  const at = wish.now - (count - index) * 2 * hourMs + draw.between(0, 100) * 60_000
  const on = dateIn(officeOf(store).zone, at)
  const { person: said, portrait, languages } = person(wish.seed, firstPerson + index, on)
  const good = await portraitJpeg(portrait.seed, portrait.traits, 900, 'card')
  const fault = faultByLot(draw)
  const policy = photoPolicies['pr-card']
  const taken = await takeIn(fault ? await withFault(good, fault) : good, policy, decode, { today: on })
  if (!taken.ok) return taken
  const stored = store.blobs.put(taken.value.original.bytes)
  if (!stored.ok) return stored
  const applicant: Sidecar = {
    applicationNumber: `E${String(700_000_100 + index * 7)}`,
    familyName: said.familyName ?? nameLine(said),
    language: languages.includes('fr') ? 'fr' : 'en',
    profile: 'pr-card',
    ...(said.givenNames ? { givenNames: said.givenNames } : {}),
    ...(said.birthDate?.length === 10 ? { dateOfBirth: said.birthDate } : {}),
  }
  const tools = toolsAt(desk, clock, at)
  const submitted = tools.store.transact({ actor: store.identity()?.device ?? '' }, (tx) =>
    submitPhoto(tx, {
      profile: 'pr-card',
      source: 'demo',
      of: { kind: 'application', application: noteApplication(tx, applicant) },
      taken: taken.value,
      on,
    }),
  )
  if (!submitted.ok || index >= count / 3) return submitted
  const reviewer = officerNamed(desk, 'demo.photo.reviewer')
  const later = toolsAt(desk, clock, Math.min(at + draw.between(1, 40) * hourMs, wish.now))
  const { photoId } = submitted.value
  return fault
    ? returnPhoto(later, reviewer, { photoId, ...reasonsOf[fault] })
    : approvePhoto(later, reviewer, { photoId })
}

const reasonsOf = {
  dark: { reasons: ['too_dark'], codes: ['dark'] },
  blurred: { reasons: ['features_not_visible'], codes: ['blur'] },
  small_head: { reasons: ['other_requirements'], codes: ['head_size'] },
  glare: { reasons: ['glare'], codes: ['glare'] },
  mouth_covered: { reasons: ['features_not_visible'], codes: ['features_hidden'] },
  busy_background: { reasons: ['other_requirements'], codes: ['bg_not_white'] },
  small_file: { reasons: ['other_requirements'], codes: ['pixels'] },
} as const
