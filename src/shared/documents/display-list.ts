/**
 * What stands on a page, independent of any engine: the same list feeds print, preview, tests and the text
 * that the digital seal covers. Lengths in points (1/72 inch) from the lower left corner of the sheet.
 */

/** A face of `assets/fonts` that holds one script other than Latin, Greek and Cyrillic. */
export type ScriptFace =
  | 'arabic'
  | 'armenian'
  | 'bengali'
  | 'devanagari'
  | 'ethiopic'
  | 'georgian'
  | 'gurmukhi'
  | 'hebrew'
  | 'myanmar'
  | 'sinhala'
  | 'tamil'
  | 'tibetan'

/** A face of `assets/fonts`; `ocrb` holds the machine-readable zone. */
export type FontFace = 'regular' | 'bold' | ScriptFace | 'ocrb'

/** What a layout must know about the faces. */
export interface TextMetrics {
  /** Advance width of `text`, kerned and shaped, in points at `size`. */
  width(face: FontFace, text: string, size: number): number
  covers(face: FontFace, codePoint: number): boolean
  /** How far ink reaches above the line and beneath it, in points: stacked marks need more room than letters. */
  reach(face: FontFace, text: string, size: number): { readonly above: number; readonly below: number }
  /** Has every letter its glyph, and every mark a letter to stand on? */
  sound(face: FontFace, text: string): boolean
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Darkness of ink: 0 black .. 1 white. */
export type Grey = number

export type Ink =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly face: FontFace
      readonly text: string
      readonly grey?: Grey
    }
  | ({ readonly kind: 'rect'; readonly grey: Grey } & Box)
  /** The portrait, filling the box. */
  | ({ readonly kind: 'portrait' } & Box)
  /** A linear bar code: widths in modules, bars and gaps in turn, a bar first. */
  | {
      readonly kind: 'bars'
      readonly x: number
      readonly y: number
      readonly height: number
      readonly module: number
      readonly widths: readonly number[]
    }
  /** A symbol of square modules, row by row from the top; `x`, `y` its lower left corner, `module` their side. */
  | {
      readonly kind: 'modules'
      readonly x: number
      readonly y: number
      readonly module: number
      readonly columns: number
      readonly modules: readonly number[]
    }
  /** Letters drawn as outlines only, so that nothing beneath is hidden. `angle` in degrees, counter-clockwise about (x, y). */
  | {
      readonly kind: 'outline'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly face: FontFace
      readonly text: string
      readonly angle: number
      readonly grey: Grey
    }

/** Structure types of ISO 32000-1, 14.8.4, that we use; `Artifact` is what a reader aloud must skip. */
export type Tag =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'Span'
  | 'Figure'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Code'
  | 'Artifact'

/** A node of the page: a structure type and, in reading order, inks and further nodes. */
export interface PageNode {
  readonly tag: Tag
  /** BCP 47, e.g. `fr-CA`; `zxx` for machine text. Inherited where absent. */
  readonly lang?: string
  /** What a screen reader says instead of the figure. */
  readonly alt?: string
  /** Outer box of a figure. */
  readonly box?: Box
  readonly children: readonly (PageNode | Ink)[]
}

export interface DisplayList {
  readonly width: number
  readonly height: number
  /** Shown in the title bar and read first. */
  readonly title: string
  readonly lang: string
  readonly root: PageNode
  /** Where a later step draws or a test looks. */
  readonly places: Readonly<Partial<Record<'photo' | 'seal' | 'barcode' | 'mrz', Box>>>
}

export const isNode = (child: PageNode | Ink): child is PageNode => 'tag' in child

/** Every ink of the page in reading order. */
export function* inks(node: PageNode): Generator<Ink> {
  for (const child of node.children) {
    if (isNode(child)) yield* inks(child)
    else yield child
  }
}

/**
 * The values printed on the paper (table cells and machine-readable zone, not the fixed wording), NFC, tab-joined:
 * the text whose hash the digital seal carries, so that an edit of any field shows.
 */
export function fieldText(list: DisplayList): string {
  return [...fields(list.root)].join('\t').normalize('NFC')
}

function* fields(node: PageNode): Generator<string> {
  if (node.tag === 'TD' || node.tag === 'Code') yield textOf(node)
  else for (const child of node.children) if (isNode(child)) yield* fields(child)
}

/** The text of a node, lines joined by spaces. */
export function textOf(node: PageNode): string {
  return [...inks(node)].flatMap((ink) => (ink.kind === 'text' ? [ink.text.trim()] : [])).join(' ')
}
