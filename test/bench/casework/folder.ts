import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDeskOn, type Opened, reopenDeskOn } from '../desk.ts'
import { once } from '../measure.ts'
import { fillCasework } from './fill.ts'

/** A desk of a large office, written once and opened again for every measurement. */
export interface FilledDesk {
  readonly cases: number
  readonly folder: string
  readonly password: string
  /** Of the second factor of the border officer. */
  readonly secret: string
  readonly officer: string
}

interface Wanted {
  readonly cases: number
  readonly folder?: string | undefined
  readonly say: (line: string) => void
}

const password = 'correct horse battery'

/** Writes the desk, or takes the one of as many cases that an earlier run left in the folder. */
export async function filledDesk({ cases, folder, say }: Wanted): Promise<FilledDesk> {
  const place = folder ?? mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const note = join(place, 'filled.json')
  if (existsSync(note)) {
    const before = JSON.parse(readFileSync(note, 'utf8')) as FilledDesk
    if (before.cases !== cases) throw new Error(`${place} holds ${before.cases} cases`)
    return { ...before, folder: place }
  }
  mkdirSync(place, { recursive: true, mode: 0o700 })
  say('a desk with its claims')
  let of = ''
  const made = await once(() =>
    createDeskOn(place, password, cases, ({ store, officer, office }) => {
      say('what waits')
      fillCasework({ store, officers: [officer], office })
      of = officer
    }),
  )
  say(`filled in ${made.ms} ms`)
  const filled = { cases, folder: place, password, secret: made.value, officer: of }
  writeFileSync(note, JSON.stringify(filled))
  return filled
}

/** What is found by asking the desk, which is opened for it as at the beginning of a shift. */
export const openedAgain = <T>({ folder, password }: FilledDesk, ask: (desk: Opened) => T): Promise<T> =>
  reopenDeskOn(folder, password, ask)
