/** The peer: pdfmake drawing the same pages, in a package of its own that only this installs. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fontFiles } from '../../../src/main/documents/font-files.ts'
import { type DisplayList, inks } from '../../../src/shared/documents/display-list.ts'
import { spread, type Timing } from '../measure.ts'

export interface PeerReport {
  readonly name: string
  readonly configuration: string
  readonly wall: Timing
  readonly cpu: Timing
  readonly meanCpu: number
  readonly bytes: number
  readonly rssMb: number
}

interface Output {
  readonly version: string
  readonly times: readonly { readonly wall: number; readonly cpu: number }[]
  readonly bytes: number
  readonly rss: number
}

const source = join('test', 'bench', 'documents-peer')
const installed = join('out', 'documents-peer')

/** Installs the peer once (from the package registry) and lets it draw each page after some to warm up. */
export function askPeer(pages: readonly DisplayList[], portrait: Uint8Array, warm: number): PeerReport {
  cpSync(source, installed, { recursive: true })
  if (!existsSync(join(installed, 'node_modules')))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], { cwd: installed })
  const work = mkdtempSync(join(tmpdir(), 'passerelle-peer-'))
  try {
    const given = {
      pages: pages.map(({ root, places: _, ...page }) => ({ ...page, inks: [...inks(root)] })),
      portrait: Buffer.from(portrait).toString('base64'),
      fonts: Object.fromEntries(Object.entries(fontFiles).map(([face, { file }]) => [face, file])),
    }
    const file = join(work, 'pages.json')
    writeFileSync(file, JSON.stringify(given))
    const argv = [join(installed, 'run.mjs'), file, resolve('assets', 'fonts'), resolve('out'), String(warm)]
    const text = execFileSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 64_000_000 })
    const output = JSON.parse(text.slice(text.lastIndexOf('{"version"'))) as Output
    const cpu = output.times.map((one) => one.cpu)
    return {
      name: `pdfmake ${output.version}`,
      configuration: 'PDF/A-2b, no tags; strings, lines and symbols already laid out, seal already made',
      wall: spread(output.times.map((one) => one.wall)),
      cpu: spread(cpu),
      meanCpu: mean(cpu),
      bytes: Math.round(output.bytes),
      rssMb: Math.round(output.rss / 2 ** 20),
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

export const mean = (values: readonly number[]): number =>
  Math.round((values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)) * 100) / 100
