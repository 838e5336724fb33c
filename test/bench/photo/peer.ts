/** The peer: @vladmandic/human with its default face pipeline, in a package of its own that only this installs. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { spread, type Timing } from '../measure.ts'

export interface PeerReport {
  readonly name: string
  /** What was switched on; the configuration is in test/bench/photo-peer/run.mjs. */
  readonly configuration: string
  readonly readyMs: number
  readonly rssMb: number
  /** By picture: milliseconds from decoded pixels to its result, without decoding. */
  readonly wall: Readonly<Record<string, Timing>>
  readonly cpu: Readonly<Record<string, Timing>>
}

interface Output {
  readonly version: string
  readonly backend: string
  readonly parts: readonly string[]
  readonly readyMs: number
  readonly rss: number
  readonly times: readonly { readonly file: string; readonly wall: number; readonly cpu: number }[]
}

const source = join('test', 'bench', 'photo-peer')
const installed = join('out', 'photo-peer')

/** Installs the peer once (from the package registry) and lets it look at each picture `rounds` times. */
export function askPeer(pictures: Readonly<Record<string, Raster>>, rounds: number): PeerReport {
  cpSync(source, installed, { recursive: true })
  if (!existsSync(join(installed, 'node_modules'))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], { cwd: installed })
  }
  const work = mkdtempSync(join(tmpdir(), 'passerelle-peer-'))
  try {
    const files = Object.entries(pictures).map(([name, { width, height, rgb }]) => {
      const size = new Uint8Array(Uint32Array.of(width, height).buffer)
      const file = join(work, name)
      writeFileSync(file, Buffer.concat([size, rgb]))
      return file
    })
    const text = execFileSync(process.execPath, [join(installed, 'run.mjs'), String(rounds), ...files], {
      encoding: 'utf8',
    })
    const output = JSON.parse(text.slice(text.lastIndexOf('{"version"'))) as Output
    const by = (kind: 'wall' | 'cpu') =>
      Object.fromEntries(
        files.map((file, at) => [
          Object.keys(pictures)[at] ?? '',
          spread(output.times.filter((one) => one.file === file).map((one) => one[kind])),
        ]),
      )
    return {
      name: `@vladmandic/human ${output.version}`,
      configuration: `${output.backend}, one thread, ${['detector', ...output.parts].join(', ')}; body, hand, object, gesture and cache off`,
      readyMs: Math.round(output.readyMs),
      rssMb: Math.round(output.rss / 2 ** 20),
      wall: by('wall'),
      cpu: by('cpu'),
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
