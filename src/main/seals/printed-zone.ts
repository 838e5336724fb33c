import type { GreyPage } from '../documents/page-picture.ts'
import { darkness, likeness, type Plane, pixelOf, planeThrough } from './plane.ts'
import { cell, type ZoneLetters, zoneLetters } from './zone-letters.ts'

/**
 * Reads the machine-readable zone that is printed on a paper of ours and says where it differs from the sealed one. The
 * seal says where the sheet lies; the zone itself, once found, says it more exactly, for it is far from the seal.
 */

export interface ZonePlace {
  /** Left end of the first letter, and the baselines of both lines, in points. */
  readonly x: number
  readonly baselines: readonly [number, number]
  readonly pitch: number
}

export interface ZoneReading {
  /** What stands there, letter by letter; a space where no letter can be told. */
  readonly text: string
  /** Letters that are surely not the sealed ones. */
  readonly different: number
  /** Letters that could not be read. */
  readonly unread: number
  /** Where the sheet lies, by the zone. */
  readonly plane: Plane
}

/** A letter less like its picture than this is none that can be told. */
const leastLikeness = 0.55
/** Another letter must be so much more like what stands there before the sealed one is called different. */
const margin = 0.08
/** Fewer sealed letters in their place than this share, and it is not known where the zone lies. */
const leastFound = 0.3

/**
 * So like on average, and the zone lies where the seal says: as in a PDF, which nothing turned on its way. No search is
 * needed there, which is most of the time that a comparison takes; each letter is read all the same.
 */
const inPlace = 0.9

/** Reads the zone of `sealed.length` letters near where `plane` puts it; undefined where none is found. */
export function readPrintedZone(
  page: GreyPage,
  plane: Plane,
  place: ZonePlace,
  sealed: string,
  letters: ZoneLetters,
): ZoneReading | undefined {
  const found = findZone(page, plane, place, sealed, letters)
  if (!found) return undefined
  let [text, different, unread] = ['', 0, 0]
  for (let at = 0; at < sealed.length; at++) {
    const scores = scoresOf(page, found, place, at, sealed.length / 2, letters)
    const [best, likest] = [...scores].reduce((top, next) => (next[1] > top[1] ? next : top))
    const expected = sealed[at] ?? ''
    const told = likest >= leastLikeness
    const same = told && (scores.get(expected) ?? -1) >= likest - margin
    text += told ? (same ? expected : best) : ' '
    if (!told) unread++
    else if (!same) different++
  }
  return { text, different, unread, plane: found }
}

/** Moves both ends of the zone, from coarse steps to fine ones, to where the sealed letters stand best. */
function findZone(page: GreyPage, plane: Plane, place: ZonePlace, sealed: string, letters: ZoneLetters) {
  const columns = sealed.length / 2
  const ends = [place.x, place.x + columns * place.pitch].map((x) => {
    const sheet = { x, y: place.baselines[1] }
    return { sheet, pixel: pixelOf(plane, sheet.x, sheet.y) }
  }) as unknown as readonly [End, End]
  const point = Math.hypot(plane.right.x, plane.right.y)
  const score = (moved: readonly [End, End], every: number) => {
    const at = planeThrough(...moved)
    let [sum, count] = [0, 0]
    for (let index = 0; index < sealed.length; index += every) {
      const letter = letters.get(sealed[index] ?? '')
      if (letter) sum += likeness(sampleCell(page, at, place, index, columns), letter)
      count++
    }
    return sum / count
  }
  let best = { ends, score: score(ends, 2) } as { readonly ends: readonly [End, End]; readonly score: number }
  // In points. First the whole zone, then each end by itself: an angle is what a short seal tells worst.
  for (const step of score(best.ends, 1) >= inPlace ? [] : [2.4, 1.2, 0.6, 0.3, 0.15]) {
    for (let again = 0; again < 6; again++) {
      const tried = moves(best.ends, step * point).map((moved) => ({ ends: moved, score: score(moved, 2) }))
      const next = tried.reduce((top, each) => (each.score > top.score ? each : top), best)
      if (next === best) break
      best = next
    }
  }
  return score(best.ends, 1) >= leastFound ? planeThrough(...best.ends) : undefined
}

interface End {
  readonly sheet: { readonly x: number; readonly y: number }
  readonly pixel: { readonly x: number; readonly y: number }
}

const directions = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ dx, dy })))

function moves([a, b]: readonly [End, End], step: number): (readonly [End, End])[] {
  const move = (end: End, { dx, dy }: { dx: number; dy: number }): End => ({
    ...end,
    pixel: { x: end.pixel.x + dx * step, y: end.pixel.y + dy * step },
  })
  return directions.flatMap((one) => directions.map((other) => [move(a, one), move(b, other)] as const))
}

/** Likeness of what stands in a cell to every letter, at the best of a few small shifts. */
function scoresOf(
  page: GreyPage,
  plane: Plane,
  place: ZonePlace,
  at: number,
  columns: number,
  letters: ZoneLetters,
): Map<string, number> {
  const scores = new Map([...zoneLetters].map((letter) => [letter, -1]))
  for (const dx of [-0.5, 0, 0.5])
    for (const dy of [-0.5, 0, 0.5]) {
      const seen = sampleCell(page, plane, place, at, columns, dx, dy)
      for (const [letter, drawn] of letters)
        scores.set(letter, Math.max(scores.get(letter) ?? -1, likeness(seen, drawn)))
    }
  return scores
}

/** What stands in the cell of a letter, as the letters are drawn; moved by points. */
function sampleCell(
  page: GreyPage,
  plane: Plane,
  { x, baselines, pitch }: ZonePlace,
  at: number,
  columns: number,
  dx = 0,
  dy = 0,
): Float32Array {
  const left = x + (at % columns) * pitch + dx
  const top = (baselines[at < columns ? 0 : 1] ?? 0) - cell.below + cell.height / cell.scale + dy
  const seen = new Float32Array(cell.width * cell.height)
  for (let row = 0; row < cell.height; row++)
    for (let column = 0; column < cell.width; column++)
      seen[row * cell.width + column] = darkness(
        page,
        pixelOf(plane, left + (column + 0.5) / cell.scale, top - (row + 0.5) / cell.scale),
      )
  return seen
}
