/** What the desk and the worker that looks at papers say to each other. */
import type { Result } from '../../shared/result.ts'
import type { Profile } from '../../shared/seal/profiles.ts'
import type { SeenPaper } from '../seals/see-paper.ts'
import type { SeenZone } from './zone/see-zone.ts'

export interface PaperTask {
  readonly kind: 'paper'
  /** PDF, PNG or JPEG. */
  readonly file: Uint8Array
  readonly profiles: readonly Profile[]
  /** ISO date. */
  readonly today: string
  /** One of many pictures of a camera: looked at quickly. */
  readonly frame?: boolean
}

export interface ZoneTask {
  readonly kind: 'zone'
  /** PDF, PNG or JPEG. */
  readonly file: Uint8Array
}

/** A page of a PDF as a picture for the screen. */
export interface PageTask {
  readonly kind: 'page'
  readonly file: Uint8Array
  /** From 0. */
  readonly page: number
  /** Longest side, pixels. */
  readonly side: number
}

/** JPEG of the page, and how many pages the file has. */
export interface DrawnPage {
  readonly picture: Uint8Array
  readonly pages: number
}

export type ReadingTask = PaperTask | ZoneTask | PageTask
export type ReadingAnswer = Result<SeenPaper> | Result<SeenZone> | Result<DrawnPage>
