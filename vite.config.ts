import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import closingLine from './test/closing-line.ts'

/** Code that runs in Node or in Electron's main and preload. Only native packages stay in node_modules. */
const node = (outDir: string, input: Record<string, string>, format: 'es' | 'cjs') => ({
  consumer: 'server' as const,
  resolve: { external: ['better-sqlite3', 'sharp'], noExternal: true as const },
  build: {
    outDir,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input,
      external: ['electron'],
      output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' },
    },
  },
})

export default defineConfig({
  plugins: [react()],
  builder: {}, // 'vite build' builds every environment below
  // Vitest would take 'noExternal' for its own.
  environments: process.env.VITEST
    ? {}
    : {
        client: { build: { outDir: 'out/renderer', target: 'chrome140', modulePreload: false, assetsInlineLimit: 0 } },
        main: node('out/main', { electron: 'src/main/hosts/electron/main.ts', browser: 'src/main/hosts/browser/main.ts' }, 'es'),
        preload: node('out/preload', { index: 'src/preload/index.ts' }, 'cjs'),
      },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', closingLine],
    coverage: { include: ['src/**/*.{ts,tsx}'] },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // The built main process and its stand-in for Electron run in Node as they are.
    server: { deps: { external: [/\/out\//, /\/test\/shell\/(boot|electron)\.ts$/] } },
  },
})
