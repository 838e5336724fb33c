import { type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage, type PDFRef, PDFString } from 'pdf-lib'
import { type Ink, isNode, type PageNode, textOf } from '../../../shared/documents/display-list.ts'
import { type Operator, op } from './operators.ts'

/** Tags a page: every node becomes a structure element, every ink a marked content of its element (ISO 32000-1, 14.7 and 14.8). */

interface Marks {
  readonly doc: PDFDocument
  readonly page: PDFPage
  readonly draw: (ink: Ink) => Operator[]
  readonly operators: Operator[]
  /** Element of each marked content, by its number. */
  readonly owners: PDFRef[]
}

/** Draws the tree in reading order and hangs the structure tree on the document. */
export function drawTagged(doc: PDFDocument, page: PDFPage, root: PageNode, draw: (ink: Ink) => Operator[]): void {
  const marks: Marks = { doc, page, draw, operators: [], owners: [] }
  const treeRef = doc.context.nextRef()
  const documentRef = drawNode(marks, root, treeRef)
  const { context, catalog } = doc
  page.node.set(PDFName.Contents, context.register(context.flateStream(marks.operators.join('\n'))))
  const parents = context.register(context.obj({ Nums: [0, context.register(context.obj(marks.owners))] }))
  context.assign(
    treeRef,
    context.obj({ Type: 'StructTreeRoot', K: [documentRef], ParentTree: parents, ParentTreeNextKey: 1 }),
  )
  catalog.set(PDFName.of('StructTreeRoot'), treeRef)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  page.node.set(PDFName.of('StructParents'), PDFNumber.of(0))
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
}

function drawNode(marks: Marks, node: PageNode, parent: PDFRef): PDFRef {
  const { context } = marks.doc
  const ref = context.nextRef()
  const kids: (PDFRef | PDFNumber)[] = []
  for (const child of node.children) {
    if (!isNode(child)) kids.push(drawMarked(marks, node, ref, [child]))
    else if (child.tag === 'Artifact') drawArtifact(marks, child)
    else kids.push(drawNode(marks, child, ref))
  }
  context.assign(ref, element(marks, node, parent, kids))
  return ref
}

function drawMarked({ operators, owners, draw }: Marks, node: PageNode, ref: PDFRef, inks: readonly Ink[]): PDFNumber {
  const id = owners.push(ref) - 1
  operators.push(op('BDC', `/${node.tag}`, `<</MCID ${id}>>`), ...inks.flatMap(draw), op('EMC'))
  return PDFNumber.of(id)
}

function drawArtifact({ operators, draw }: Marks, node: PageNode): void {
  const inks = node.children.flatMap((child) => (isNode(child) ? [] : [child]))
  operators.push(op('BMC', '/Artifact'), ...inks.flatMap(draw), op('EMC'))
}

/** On the page such letters follow each other from left to right; who reads the tree aloud must get them as they are spoken. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

function element({ doc, page }: Marks, node: PageNode, parent: PDFRef, kids: (PDFRef | PDFNumber)[]) {
  const { context } = doc
  const dict = context.obj({ Type: 'StructElem', S: node.tag, P: parent, Pg: page.ref, K: context.obj(kids) })
  if (node.alt) dict.set(PDFName.of('Alt'), PDFHexString.fromText(node.alt))
  const spoken = node.children.every((child) => !isNode(child)) ? textOf(node) : ''
  if (rightToLeft.test(spoken)) dict.set(PDFName.of('ActualText'), PDFHexString.fromText(spoken))
  if (node.lang) dict.set(PDFName.of('Lang'), PDFString.of(node.lang))
  if (node.box) dict.set(PDFName.of('A'), context.obj({ O: 'Layout', Placement: 'Block', BBox: corners(node.box) }))
  if (node.tag === 'TH') dict.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: 'Row' }))
  return dict
}

const corners = ({ x, y, width, height }: NonNullable<PageNode['box']>) =>
  [x, y, x + width, y + height].map((length) => Math.round(length * 100) / 100)
