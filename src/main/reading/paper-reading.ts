import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeskOptions } from '../desk.ts'
import type { ReadingEngine } from './engine.ts'

/** The desk's reading of papers: by the engine that the host gave, started with the first paper, or in this thread. */
export function paperReading({ readingEngine, assetsDir }: DeskOptions): ReadingEngine {
  let engine: ReadingEngine | undefined
  const started = () => {
    engine ??= readingEngine?.() ?? inThisThread(assetsDir)
    return engine
  }
  return {
    paper: (task, signal) => started().paper(task, signal),
    zone: (file, signal) => started().zone(file, signal),
    page: (task, signal) => started().page(task, signal),
    close: async () => engine?.close(),
  }
}

function inThisThread(assetsDir: string): ReadingEngine {
  const ocrb = () => new Uint8Array(readFileSync(join(assetsDir, 'fonts', 'OCRB.otf')))
  return {
    paper: async (task) => (await import('../seals/see-paper.ts')).seePaper(task.file, { ...task, ocrb }),
    zone: async (file) => (await import('./zone/see-zone.ts')).seeZone(file, ocrb),
    page: async (task) => (await import('./draw-page.ts')).drawPage({ kind: 'page', ...task }),
    close: async () => {},
  }
}
