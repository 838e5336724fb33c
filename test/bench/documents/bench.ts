/** What a paper costs: sealed, laid out and written, beside a peer that only writes it; and a thousand of them. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentFonts, loadDocumentFonts } from '../../../src/main/documents/fonts.ts'
import { readPortrait } from '../../../src/main/documents/portrait.ts'
import { renderClaimantDocument } from '../../../src/main/documents/render.ts'
import { sealedPortrait } from '../../../src/main/documents/sealed-portrait.ts'
import { type DisplayList, type FontFace, fieldText, inks } from '../../../src/shared/documents/display-list.ts'
import { layoutClaimantDocument } from '../../../src/shared/documents/layout/claimant-document.ts'
import { placeSeal } from '../../../src/shared/documents/layout/seal.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { cpuMs, machine, round, spread, type Timing } from '../measure.ts'
import type { BatchReport } from './batch.ts'
import { askPeer, mean, type PeerReport } from './peer.ts'
import { drawnFaces, type PaperCase, paperCases } from './people.ts'

/** Goals of issue 5: CPU milliseconds a page with seal and layout, times faster than the peer, kilobytes, megabytes. */
export const paperGoals = {
  cpu: { must: 25, aim: 17 },
  timesPeer: { must: 5, aim: 7 },
  kilobytes: { must: 75 },
  batchMb: { must: 400, aim: 300 },
} as const

export interface PapersReport {
  readonly machine: ReturnType<typeof machine>
  readonly papers: number
  readonly wall: Timing
  readonly cpu: Timing
  readonly meanCpu: number
  readonly bytes: { readonly mean: number; readonly max: number }
  /** Mean CPU milliseconds of the parts of one page. */
  readonly parts: Readonly<Record<string, number>>
  readonly peer?: PeerReport
  /** Ours on the pages of the peer, and the peer's mean through it. */
  readonly samePagesCpu?: number
  readonly timesPeer?: number
  readonly batch?: BatchReport
}

interface Options {
  readonly papers: number
  readonly batch: number
  readonly peer: boolean
  readonly say: (line: string) => void
}

const draw = async ({ data, portrait, seal }: PaperCase, fonts: DocumentFonts) =>
  unwrap(await renderClaimantDocument(data, portrait, fonts, { seal }))

const fontsOfProduct = () => unwrap(loadDocumentFonts((file) => readFileSync(`assets/fonts/${file}`)))

export async function benchDocuments({ papers, batch, peer, say }: Options): Promise<PapersReport> {
  const fonts = fontsOfProduct()
  say('faces and people')
  const cases = paperCases(papers + warmUp, await drawnFaces())
  for (const one of cases.slice(0, warmUp)) await draw(one, fonts)
  say(`${papers} papers`)
  const measured = await measure(cases.slice(warmUp), fonts)
  say('parts')
  const parts = await partsOf(cases.slice(warmUp, warmUp + 60), fonts)
  const report = { machine: machine(), papers, ...measured, parts }
  say('the peer')
  const besides = peer ? await compare(cases, fonts) : {}
  if (batch === 0) return { ...report, ...besides }
  say(`a batch of ${batch}`)
  return { ...report, ...besides, batch: batchApart(batch) }
}

const warmUp = 30
const peerPages = 60
const peerWarm = 10

/**
 * Peer and product on the same pages, of people whose names need no other face: the peer's shaper throws on some letters.
 */
async function compare(cases: readonly PaperCase[], fonts: DocumentFonts) {
  const faces = new Set<FontFace>(['regular', 'bold', 'ocrb'])
  const shared: PaperCase[] = []
  const pages: DisplayList[] = []
  for (const one of cases) {
    const list = await pageOf(one, fonts)
    if (shared.length === peerPages || ![...inks(list.root)].every((ink) => !('face' in ink) || faces.has(ink.face)))
      continue
    shared.push(one)
    pages.push(list)
  }
  const peer = askPeer(pages, shared[0]?.portrait ?? new Uint8Array(), peerWarm)
  const ours = (await measure(shared, fonts)).meanCpu
  return { peer, samePagesCpu: ours, timesPeer: round(peer.meanCpu / ours) }
}

async function measure(cases: readonly PaperCase[], fonts: DocumentFonts) {
  const [wall, cpu, sizes]: [number[], number[], number[]] = [[], [], []]
  for (const one of cases) {
    const [before, started] = [process.cpuUsage(), performance.now()]
    const { pdf } = await draw(one, fonts)
    wall.push(performance.now() - started)
    cpu.push(cpuMs(before))
    sizes.push(pdf.length)
    if (sizes.length === 1) writeFileSync('out/ours.pdf', pdf)
  }
  const bytes = { mean: Math.round(mean(sizes)), max: Math.max(...sizes) }
  return { wall: spread(wall), cpu: spread(cpu), meanCpu: mean(cpu), bytes }
}

/** Where the time goes; each part by itself, so that their sum is near the whole. */
async function partsOf(cases: readonly PaperCase[], fonts: DocumentFonts): Promise<Record<string, number>> {
  const parts: Record<string, number> = {}
  const spend = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage()
    const value = await work()
    parts[name] = (parts[name] ?? 0) + cpuMs(before) / cases.length
    return value
  }
  for (const { data, portrait, seal } of cases) {
    const { list } = unwrap(await spend('layout', () => layoutClaimantDocument(data, fonts.metrics)))
    const face = await spend('portrait read', () => readPortrait(portrait))
    const small = face && (await spend('sealed portrait', () => sealedPortrait(face)))
    const digest = new Uint8Array(createHash('sha256').update(fieldText(list)).digest())
    const bytes = unwrap(await spend('signature', () => seal({ digest, ...(small ? { portrait: small } : {}) })))
    await spend('symbol', () => placeSeal(list, bytes))
  }
  return Object.fromEntries(Object.entries(parts).map(([name, ms]) => [name, round(ms)]))
}

/** A page as the peer draws it: laid out, with its seal. */
async function pageOf({ data, portrait, seal }: PaperCase, fonts: DocumentFonts): Promise<DisplayList> {
  const { list } = unwrap(layoutClaimantDocument(data, fonts.metrics))
  const digest = new Uint8Array(createHash('sha256').update(fieldText(list)).digest())
  const face = await readPortrait(portrait)
  const small = face && (await sealedPortrait(face))
  const bytes = unwrap(await seal({ digest, ...(small ? { portrait: small } : {}) }))
  return unwrap(placeSeal(list, bytes))
}

/** In a process of its own: what was measured before it would count as its memory. */
const batchApart = (papers: number) =>
  JSON.parse(execFileSync(process.execPath, [batchProgram, String(papers)], { encoding: 'utf8' })) as BatchReport
const batchProgram = join(import.meta.dirname, 'papers.js')
