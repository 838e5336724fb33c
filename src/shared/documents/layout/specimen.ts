import type { PageNode } from '../display-list.ts'
import { node, sheet } from './parts.ts'

const word = 'SPECIMEN'
const size = 118
const angle = 50
/** Width of the word in bold Noto Sans, in ems: only its centring depends on it. */
const ems = 5.55

/** SPECIMEN across the whole sheet in outlined letters: crosses the photo and the text and hides neither. */
export function specimen(): PageNode {
  const radians = (angle * Math.PI) / 180
  const half = (size * ems) / 2
  const x = sheet.width / 2 - half * Math.cos(radians) + (size / 3) * Math.sin(radians)
  const y = sheet.height / 2 + 30 - half * Math.sin(radians) - (size / 3) * Math.cos(radians)
  return node('Artifact', [{ kind: 'outline', x, y, size, angle, face: 'bold', text: word, grey: 0.35 }])
}
