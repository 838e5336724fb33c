import type { DeskOptions } from '../../desk.ts'
import { loadFonts } from '../load-fonts.ts'
import type { DrawingEngine } from './engine.ts'

/** The desk's drawing of papers: by the engine that the host gave, started with the first paper, or in this thread. */
export function paperDrawing({
  drawingEngine,
  assetsDir,
}: Pick<DeskOptions, 'drawingEngine' | 'assetsDir'>): DrawingEngine {
  let engine: DrawingEngine | undefined
  return {
    draw(task) {
      engine ??= drawingEngine?.() ?? inThisThread(assetsDir)
      return engine.draw(task)
    },
    close: async () => engine?.close(),
  }
}

function inThisThread(assetsDir: string): DrawingEngine {
  const fonts = loadFonts(assetsDir)
  return {
    async draw(task) {
      const loaded = await fonts()
      // Only once a paper is made: the sign-in must not wait for the PDF library.
      return loaded.ok ? (await import('./draw.ts')).drawPaper(task, loaded.value) : loaded
    },
    close: async () => {},
  }
}
