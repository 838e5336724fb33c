import type { PageNode } from '../display-list.ts'
import { node, sheet } from './parts.ts'

const word = 'SPECIMEN'
const size = 138
const angle = -52
/** Width of the word in bold Noto Sans, in ems; half its capitals' height is 0.357 em. Only the centring depends on them. */
const ems = 5.55

/** SPECIMEN across the whole sheet in outlined letters: crosses the photo, the text and the place of the seal and hides none of them. */
export function specimen(): PageNode {
  const radians = (angle * Math.PI) / 180
  const half = (size * ems) / 2
  const middle = size * 0.357
  const x = sheet.width / 2 - half * Math.cos(radians) + middle * Math.sin(radians)
  const y = sheet.height / 2 - half * Math.sin(radians) - middle * Math.cos(radians)
  return node('Artifact', [{ kind: 'outline', x, y, size, angle, face: 'bold', text: word, grey: 0.35 }])
}
