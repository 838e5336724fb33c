/** Photos of the demo's claimants as an office's counter takes them. */
import { drawOf } from './draw.ts'
import type { DemoPerson } from './people.ts'
import { faultByLot, type PhotoFault, withFault } from './photo-faults.ts'
import { portraitJpeg } from './portraits.ts'

/** 35 x 45 mm around a head of 29 mm at 323 dpi: what is printed stays above 300, and no pixel more is drawn. */
const tightWidth = 460
/** What stands high on the head needs room above it, and so more pixels for the same head. */
const roomy = { width: 540, coverings: ['turban', 'headwrap'] } as const

/** Every sixth photo of the past still waits for its review; whoever looked at the others approved them. */
export const waitsForReview = (index: number): boolean => index % 6 === 0

/** What is wrong with the photo of the demo's claim number `index`; only one that waits can be a bad one. */
export const faultOf = (index: number, { portrait }: Pick<DemoPerson, 'portrait'>): PhotoFault | undefined =>
  waitsForReview(index) ? faultByLot(drawOf(portrait.seed, 0xfa017)) : undefined

/**
 * The photo of the demo's claim number `index` as JPEG, same bytes for the same arguments. One that was approved is
 * drawn as small as still prints sharply, in two thirds of the time: the machine looks only at those that wait.
 */
export async function counterPhoto(index: number, person: Pick<DemoPerson, 'portrait'>): Promise<Uint8Array> {
  const { seed, traits } = person.portrait
  if (!waitsForReview(index)) return portraitJpeg(seed, traits)
  const fault = faultOf(index, person)
  // A fault is drawn for the tight frame.
  const high = !fault && roomy.coverings.some((each) => each === traits.covering)
  const good = await (high
    ? portraitJpeg(seed, traits, roomy.width)
    : portraitJpeg(seed, traits, tightWidth, 'counter'))
  return fault ? withFault(good, fault, 'counter') : good
}
