import sharp from 'sharp'
import { withFault } from './photo-faults.ts'
import { portraitJpeg } from './portraits.ts'
import type { Resident } from './residents.ts'

/** Pixels: what a card's photo must have, and what is drawn of it, in a sixth of the time. */
const width = { asked: 720, drawn: 360 } as const

/**
 * The photo that somebody sends for their card, as JPEG; a bad one has shelves behind the head. Drawn at half the size
 * and made larger: drawing a dozen at the full one would hold up the rest of the demo's past for half a minute.
 */
export async function residentPhoto({ person }: Resident, bad: boolean): Promise<Uint8Array> {
  const { seed, traits } = person.portrait
  const drawn = await portraitJpeg(seed, traits, width.drawn, 'card')
  const photo = new Uint8Array(await sharp(drawn).resize(width.asked).jpeg({ quality: 90 }).toBuffer())
  return bad ? withFault(photo, 'busy_background') : photo
}
