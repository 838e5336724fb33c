import { deflateSync } from 'node:zlib'
import { type Ink, isNode, type PageNode, textOf } from '../../../shared/documents/display-list.ts'
import type { PdfFile, Ref } from './file.ts'
import { type Operator, op } from './operators.ts'
import { array, dict, plainString, textString } from './syntax.ts'

/** Tags a page: every node becomes a structure element, every ink a marked content of its element (ISO 32000-1, 14.7 and 14.8). */

interface Marks {
  readonly file: PdfFile
  readonly page: Ref
  readonly draw: (ink: Ink) => Operator[]
  readonly operators: Operator[]
  /** Element of each marked content, by its number. */
  readonly owners: Ref[]
}

/** What a page and its catalogue refer to. */
export interface DrawnPage {
  readonly contents: Ref
  readonly structure: Ref
}

/** Draws the tree in reading order, and writes the structure tree. The page's `StructParents` is 0. */
export function drawTagged(file: PdfFile, page: Ref, root: PageNode, draw: (ink: Ink) => Operator[]): DrawnPage {
  const marks: Marks = { file, page, draw, operators: [], owners: [] }
  const structure = file.reserve()
  const document = drawNode(marks, root, structure)
  // For the two thousand modules of a symbol level 6 takes twice the time and saves a kilobyte and a half.
  const contents = deflateSync(marks.operators.join('\n'), { level: 4 })
  const parents = file.put(dict({ Nums: array([0, file.put(array(marks.owners))]) }))
  const tree = { Type: '/StructTreeRoot', K: array([document]), ParentTree: parents, ParentTreeNextKey: 1 }
  file.put(dict(tree), structure)
  return { contents: file.putStream('/Filter/FlateDecode', contents), structure }
}

function drawNode(marks: Marks, node: PageNode, parent: Ref): Ref {
  const ref = marks.file.reserve()
  const kids: (Ref | number)[] = []
  for (const child of node.children) {
    if (!isNode(child)) kids.push(drawMarked(marks, node, ref, child))
    else if (child.tag === 'Artifact') drawArtifact(marks, child)
    else kids.push(drawNode(marks, child, ref))
  }
  marks.file.put(element(marks, node, parent, kids), ref)
  return ref
}

/** Gives the number of the marked content. */
function drawMarked({ operators, owners, draw }: Marks, node: PageNode, ref: Ref, ink: Ink): number {
  const id = owners.push(ref) - 1
  operators.push(op('BDC', `/${node.tag}`, `<</MCID ${id}>>`), ...draw(ink), op('EMC'))
  return id
}

function drawArtifact({ operators, draw }: Marks, node: PageNode): void {
  const inks = node.children.flatMap((child) => (isNode(child) ? [] : [child]))
  operators.push(op('BMC', '/Artifact'), ...inks.flatMap(draw), op('EMC'))
}

/** On the page such letters follow each other from left to right; who reads the tree aloud must get them as they are spoken. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

function element({ page }: Marks, node: PageNode, parent: Ref, kids: readonly (Ref | number)[]): string {
  const spoken = node.children.every((child) => !isNode(child)) ? textOf(node) : ''
  return dict({
    Type: '/StructElem',
    S: `/${node.tag}`,
    P: parent,
    Pg: page,
    K: array(kids),
    Alt: node.alt && textString(node.alt),
    ActualText: rightToLeft.test(spoken) ? textString(spoken) : undefined,
    Lang: node.lang && plainString(node.lang),
    A: attributes(node),
  })
}

function attributes({ box, tag }: PageNode): string | undefined {
  if (tag === 'TH') return dict({ O: '/Table', Scope: '/Row' })
  return box && dict({ O: '/Layout', Placement: '/Block', BBox: array(corners(box)) })
}

const corners = ({ x, y, width, height }: NonNullable<PageNode['box']>) =>
  [x, y, x + width, y + height].map((length) => Math.round(length * 100) / 100)
