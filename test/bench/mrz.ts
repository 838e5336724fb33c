import { readFileSync } from 'node:fs'
import { drawAlphabet } from '../../src/main/reading/zone/letters.ts'
import { readZone } from '../../src/main/reading/zone/read.ts'
import { zonePages } from '../../src/main/reading/zone/see-zone.ts'
import { unwrap } from '../../src/shared/result.ts'
import { passportPage } from '../support/passports/page.ts'
import { passportSet } from '../support/passports/set.ts'
import { machine, spread, type Timing } from './measure.ts'

export interface MrzReport {
  readonly machine: ReturnType<typeof machine>
  readonly pages: number
  readonly dpi: number
  /** Every letter as on the page. */
  readonly exact: number
  /** Wrong or not found; of these those without a doubtful letter, and letters read wrong and not marked. */
  readonly wrong: number
  readonly wrongUnflagged: number
  readonly wrongLettersUnmarked: number
  /** Exact, and yet some letter is doubtful. */
  readonly exactFlagged: number
  /** Processor time of this thread, milliseconds a page: the reading alone, and with opening the JPEG. */
  readonly cpu: { readonly read: Timing; readonly readAndOpen: Timing }
}

/** A seed that nothing was tuned on. */
const seed = 2026

/** Reads drawn pages of passports whose letters are of other cuts of OCR-B than the reader's own. */
export async function benchMrz(options: {
  readonly pages: number
  readonly dpi: number
  readonly say: (line: string) => void
}): Promise<MrzReport> {
  const { pages, dpi, say } = options
  const alphabet = await drawAlphabet(new Uint8Array(readFileSync('assets/fonts/OCRB.otf')))
  const counts = { exact: 0, wrong: 0, wrongUnflagged: 0, wrongLettersUnmarked: 0, exactFlagged: 0 }
  const times = { read: [] as number[], readAndOpen: [] as number[] }
  for (const warm of [true, false])
    for (const page of warm ? passportSet(4, seed + 1, dpi) : passportSet(pages, seed, dpi)) {
      const file = await passportPage(page)
      const before = cpu()
      const [picture] = unwrap(await zonePages(file))
      const opened = cpu()
      const read = picture && readZone(picture, alphabet)
      const done = cpu()
      if (warm) continue
      times.read.push(done - opened)
      times.readAndOpen.push(done - before)
      const wrong = page.lines.flatMap((line, at) =>
        [...line].flatMap((letter, column) => (read?.lines[at]?.[column] === letter ? [] : [{ line: at, column }])),
      )
      const doubtful = new Set(read?.doubtful.map(({ line, column }) => `${line} ${column}`))
      const unmarked = wrong.filter(({ line, column }) => !doubtful.has(`${line} ${column}`)).length
      if (wrong.length === 0) counts.exact++
      else counts.wrong++
      if (wrong.length === 0 && doubtful.size > 0) counts.exactFlagged++
      // What was not found is told: nobody takes it for a reading.
      if (read && wrong.length > 0 && doubtful.size === 0) counts.wrongUnflagged++
      if (read) counts.wrongLettersUnmarked += unmarked
      say(
        `page ${times.read.length}: ${wrong.length === 0 ? 'exact' : `${wrong.length} wrong`}, ${doubtful.size} doubtful`,
      )
    }
  return {
    machine: machine(),
    pages,
    dpi,
    ...counts,
    cpu: { read: spread(times.read), readAndOpen: spread(times.readAndOpen) },
  }
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The report for people. */
export function printMrz({
  pages,
  dpi,
  exact,
  wrong,
  wrongUnflagged,
  wrongLettersUnmarked,
  exactFlagged,
  cpu,
}: MrzReport): string {
  return [
    `${exact} of ${pages} pages at ${dpi} dpi exact; ${wrong} not, of which unflagged ${wrongUnflagged} (letters ${wrongLettersUnmarked}); ${exactFlagged} exact ones flagged`,
    `CPU ms a page: read p50 ${cpu.read.p50}, p95 ${cpu.read.p95}, max ${cpu.read.max}; with opening p50 ${cpu.readAndOpen.p50}`,
  ].join('\n')
}
