import { expect } from 'vitest'
import { type Box, type DisplayList, type Ink, inks } from '../../../src/shared/documents/display-list.ts'
import { fonts } from './samples.ts'

/** Nothing on the page overlaps, leaves the margins or stands in the place of the seal. */
export function expectTidy(list: DisplayList): void {
  const boxes = [...inks(list.root)].flatMap(inkBox)
  const { seal } = list.places
  const outside = boxes.filter((box) => box.x < 35.9 || box.x + box.width > 576.1 || box.y < 36)
  const inSeal = boxes.filter((box) => seal && overlap(box, seal))
  const overlapping = boxes.flatMap((box, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlap(box, other) ? [`${box.what} | ${other.what}`] : [])),
  )
  expect({ outside, inSeal, overlapping }).toEqual({ outside: [], inSeal: [], overlapping: [] })
}

/** Where the body of an ink lies: letters from the line to the top of their highest mark. */
function inkBox(ink: Ink): (Box & { what: string })[] {
  if (ink.kind === 'text') {
    return [
      {
        x: ink.x,
        y: ink.y,
        width: fonts.metrics.width(ink.face, ink.text, ink.size),
        height: fonts.metrics.reach(ink.face, ink.text, ink.size).above,
        what: ink.text,
      },
    ]
  }
  return ink.kind === 'portrait' ? [{ ...ink, what: 'portrait' }] : []
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
