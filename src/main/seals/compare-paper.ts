import { dataMatrix } from '../../shared/documents/data-matrix.ts'
import { sealBox, zonePlace } from '../../shared/documents/layout/closing.ts'
import { photoBox } from '../../shared/documents/layout/page.ts'
import { symbolBox } from '../../shared/documents/layout/seal.ts'
import { readMrz } from '../../shared/mrz/read.ts'
import { type SealFinding, sealFinding } from '../../shared/seal/findings.ts'
import { type Judgement, linesOf } from '../../shared/seal/judge.ts'
import { sealedZone } from '../../shared/seal/messages.ts'
import { ourCategory } from '../../shared/seal/profiles.ts'
import type { GreyPage } from '../documents/page-picture.ts'
import { sealedPortraitSize } from '../documents/portrait.ts'
import { darkness, likeness, type Plane, pixelOf, planeThrough } from './plane.ts'
import { openFrame } from './portrait-picture.ts'
import { readPrintedZone } from './printed-zone.ts'
import type { FoundSymbol, Point } from './symbols.ts'
import type { ZoneLetters } from './zone-letters.ts'

/**
 * Compares a paper of ours with its seal: the printed zone letter by letter, the photograph with the sealed portrait. Of
 * other papers it is not known where these stand: an officer compares them.
 */
export async function comparePaper(
  sealed: Pick<Judgement, 'profile' | 'messages'>,
  page: GreyPage,
  symbol: FoundSymbol,
  letters: ZoneLetters,
  today: string,
): Promise<readonly SealFinding[]> {
  const kind = sealed.profile?.category === ourCategory ? sealed.profile.id : undefined
  const plane = planeOf(symbol)
  const zone = kind === 'claimant_document' ? sealedZone(sealed.messages) : undefined
  const reading = zone ? readPrintedZone(page, plane, zonePlace, zone, letters) : undefined
  const portrait = sealed.messages.find(({ feature }) => feature?.coding === 'portrait')?.bytes
  return [
    ...(zone ? zoneFindings(reading, today) : []),
    ...(portrait ? await portraitFindings(page, reading?.plane ?? plane, portrait) : []),
  ]
}

/** Where the sheet lies, by its seal alone. */
function planeOf({ bytes, corners }: FoundSymbol): Plane {
  const box = symbolBox(sealBox, dataMatrix(bytes).columns)
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  const y = box.y + box.height / 2
  return planeThrough(
    { sheet: { x: box.x, y }, pixel: between(topLeft, bottomLeft) },
    { sheet: { x: box.x + box.width, y }, pixel: between(topRight, bottomRight) },
  )
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

function zoneFindings(reading: ReturnType<typeof readPrintedZone>, today: string): readonly SealFinding[] {
  if (!reading) return [sealFinding('ZONE_NOT_READ')]
  const { different, unread, text } = reading
  const read = readMrz(linesOf(text).join('\n'), today)
  const wrong = unread === 0 && different > 0 && read.ok && read.value.checks.some((check) => !check.ok)
  return [
    ...(different > 0 ? [sealFinding('SEAL_DOCUMENT_MISMATCH', { letters: different })] : []),
    ...(wrong ? [sealFinding('INVALID_PRINTED_MRZ')] : []),
    ...(unread > 0 ? [sealFinding('ZONE_NOT_READ', { letters: unread })] : []),
  ]
}

/**
 * Less likeness than this is another face, or none; more proves nothing: the officer compares. Drawn faces, printed and
 * scanned, are 93 to 97 like themselves and 28 to 85 like others; faces of people were not measured.
 */
const leastLikeness = 0.8

async function portraitFindings(page: GreyPage, plane: Plane, frame: Uint8Array): Promise<readonly SealFinding[]> {
  const { width, height } = sealedPortraitSize
  const drawn = await openFrame(frame, (picture) =>
    picture.resize(width, height, { fit: 'fill' }).greyscale().blur(1).raw().toBuffer(),
  )
  if (!drawn || !isInPicture(page, plane)) return [sealFinding('PORTRAIT_NOT_COMPARED')]
  // Dark on the sheet is light in the picture's numbers.
  const sealed = withoutShade(Float32Array.from(drawn, (grey) => 1 - grey / 255))
  let best = -1
  for (let dx = -4.5; dx <= 4.5; dx += 1.5)
    for (let dy = -4.5; dy <= 4.5; dy += 1.5)
      best = Math.max(best, likeness(withoutShade(photograph(page, plane, width, height, dx, dy)), sealed))
  const details = { likeness: Math.round(best * 100) }
  return [sealFinding(best < leastLikeness ? 'PORTRAIT_MISMATCH' : 'PORTRAIT_NOT_COMPARED', details)]
}

/** A camera may see the seal and not the photograph. */
const isInPicture = (page: GreyPage, plane: Plane): boolean =>
  [0, photoBox.width].every((dx) =>
    [0, photoBox.height].every((dy) => {
      const { x, y } = pixelOf(plane, photoBox.x + dx, photoBox.y + dy)
      return x >= 0 && y >= 0 && x < page.width && y < page.height
    }),
  )

/** Every portrait is light around and dark in the middle: what is left without it are the features. */
function withoutShade(picture: Float32Array): Float32Array {
  const { width, height } = sealedPortraitSize
  const reach = 8
  // Sums over every rectangle from the upper left corner, so that a mean costs four of them.
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      sums[(y + 1) * (width + 1) + x + 1] =
        (picture[y * width + x] ?? 0) +
        (sums[y * (width + 1) + x + 1] ?? 0) +
        (sums[(y + 1) * (width + 1) + x] ?? 0) -
        (sums[y * (width + 1) + x] ?? 0)
  const sum = (x: number, y: number) => sums[y * (width + 1) + x] ?? 0
  return picture.map((darknessHere, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    const around = sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top)
    return darknessHere - around / ((right - left) * (bottom - top))
  })
}

/** The printed photograph in so many pixels, each the mean of nine places. */
function photograph(page: GreyPage, plane: Plane, width: number, height: number, dx: number, dy: number): Float32Array {
  const seen = new Float32Array(width * height)
  const [stepX, stepY] = [photoBox.width / width, photoBox.height / height]
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      let sum = 0
      for (const inX of [1 / 6, 1 / 2, 5 / 6])
        for (const inY of [1 / 6, 1 / 2, 5 / 6]) {
          const x = photoBox.x + (column + inX) * stepX + dx
          const y = photoBox.y + photoBox.height - (row + inY) * stepY + dy
          sum += darkness(page, pixelOf(plane, x, y))
        }
      seen[row * width + column] = sum / 9
    }
  return seen
}
