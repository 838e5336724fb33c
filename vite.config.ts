import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { noncePlaceholder } from './src/main/csp.ts'
import closingLine from './test/closing-line.ts'

/** Code that runs in Node or in Electron's main and preload. Only native packages stay in node_modules. */
const node = (outDir: string, input: Record<string, string>, format: 'es' | 'cjs') => ({
  consumer: 'server' as const,
  resolve: { external: ['better-sqlite3', 'sharp'], noExternal: true as const },
  // The WebAssembly runtime of the photo checks is CommonJS and asks where it lies.
  ...(format === 'es' ? { define: { __dirname: 'import.meta.dirname' } } : {}),
  build: {
    outDir,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input,
      external: ['electron'],
      // All in one folder, so that import.meta.dirname means the same in every chunk.
      output:
        format === 'cjs'
          ? { format, entryFileNames: '[name].cjs' }
          : { format, entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
})

/** `src/main/<room>/<name>.worker.ts` becomes `out/main/<name>.worker.js`, beside the program that starts it. */
const workers = Object.fromEntries(globSync('src/main/**/*.worker.ts').map((file) => [basename(file, '.ts'), file]))
/** Entries that are built once they exist. */
const present = (entries: Record<string, string>) =>
  Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)))

/** HarfBuzz looks for its WebAssembly beside the program. */
const harfbuzz: Plugin = {
  name: 'passerelle:harfbuzz',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    if (!chunks.some((id) => id.includes('harfbuzzjs'))) return
    const source = readFileSync('node_modules/harfbuzzjs/dist/harfbuzz.wasm')
    this.emitFile({ type: 'asset', fileName: 'harfbuzz.wasm', source })
  },
}

/** pdf-lib compresses with Node's zlib, not in JavaScript. */
const nativeDeflate: Plugin = {
  name: 'passerelle:native-deflate',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'fflate' && /PDF(FlateStream|Context)\./.test(importer ?? '')
      ? join(import.meta.dirname, 'src/main/documents/pdf/native-deflate.ts')
      : null,
}

const environments = {
  client: {
    build: {
      outDir: 'out/renderer',
      target: 'chrome140',
      modulePreload: false as const,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000, // read from the disk, not from a network
    },
  },
  main: node(
    'out/main',
    present({
      electron: 'src/main/hosts/electron/main.ts',
      'desk-process': 'src/main/hosts/electron/desk-process.ts',
      browser: 'src/main/hosts/browser/main.ts',
      cli: 'src/main/cli.ts',
      ...workers,
    }),
    'es',
  ),
  central: node('out/central', present({ central: 'src/central/main.ts' }), 'es'),
  preload: node('out/preload', present({ index: 'src/preload/index.ts' }), 'cjs'),
}

/** Only for `npm run bench`: never part of the product. */
const bench = process.env.PASSERELLE_BENCH
  ? {
      bench: node(
        'out/bench',
        { main: 'test/bench/main.ts', papers: 'test/bench/documents/batch.ts', simulate: 'test/bench/simulate.ts' },
        'es',
      ),
    }
  : {}

/**
 * `npm test` runs what must always hold, within minutes; `vitest --mode long` runs soak, fuzz and kill loops.
 * Files of `together` share a process, one after the other: what they import is read and compiled once, which saves a
 * third to a half of the processor's time. So no module beside a test file may keep anything that a later file would
 * feel, nor call `afterEach` and the like for itself: only the first file would have it.
 */
const together = ['test/unit/**/*.test.{ts,tsx}', 'test/integration/{claims,store}/**/*.test.ts']
const projects = (mode: string) =>
  mode === 'long'
    ? [project('long', { include: ['test/long/**/*.test.ts'] })]
    : [
        project('together', { include: together, isolate: false }),
        project('apart', { include: ['test/{integration,shell,e2e}/**/*.test.ts'], exclude: together }),
      ]
const project = (name: string, how: { include: string[]; exclude?: string[]; isolate?: boolean }) => ({
  extends: true as const,
  test: { name, ...how },
})

export default defineConfig(({ mode }) => ({
  plugins: [react(), harfbuzz, nativeDeflate],
  html: { cspNonce: noncePlaceholder },
  // 'vite build' builds every environment below but the benchmarks
  builder: {
    buildApp: async (builder) => {
      for (const name of Object.keys(environments)) {
        const one = builder.environments[name]
        if (one) await builder.build(one)
      }
    },
  },
  // Vitest would take 'noExternal' for its own.
  environments: process.env.VITEST ? {} : { ...environments, ...bench },
  test: {
    projects: projects(mode),
    reporters: ['default', closingLine],
    coverage: { include: ['src/**/*.{ts,tsx}'] },
    testTimeout: mode === 'long' ? 600_000 : 20_000,
    hookTimeout: 30_000,
    globalSetup: ['test/support/postgres-once.ts'],
    setupFiles: ['test/support/own-folder.ts'],
    // A browser on a computer that does much else.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    // Inherited by the worker threads that tests start from the sources.
    execArgv: ['--import', join(import.meta.dirname, 'test/support/as-vite.mjs')],
    // The built main process and its stand-in for Electron run in Node as they are.
    server: { deps: { external: [/\/out\//, /\/test\/shell\/(boot|electron|message-port-main|parent-port)\.ts$/] } },
  },
}))
