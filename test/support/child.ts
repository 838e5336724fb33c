import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

/**
 * Builds a TypeScript program of the tests for Node, so that a process of its own can run it and be killed.
 * It lies in node_modules/.cache, where it finds the native packages.
 */
export async function buildProgram(entry: string): Promise<string> {
  const outDir = resolve('node_modules/.cache/passerelle-test')
  const name = basename(entry, '.ts')
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { external: ['better-sqlite3'], noExternal: true },
    build: {
      ssr: resolve(entry),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  // The shaper looks for its WebAssembly beside the chunk that holds it.
  const wasm = resolve('node_modules/harfbuzzjs/dist/harfbuzz.wasm')
  for (const folder of [outDir, join(outDir, 'assets')])
    if (existsSync(folder)) copyFileSync(wasm, join(folder, 'harfbuzz.wasm'))
  return join(outDir, `${name}.mjs`)
}

/** Runs a built program to its end, or to its violent end. `uid` runs it as another user of the system. */
export function runProgram(program: string, input: unknown, uid?: number): SpawnSyncReturns<string> {
  const as = uid === undefined ? {} : { uid, gid: uid }
  return spawnSync(process.execPath, [program, JSON.stringify(input)], { encoding: 'utf8', timeout: 20_000, ...as })
}
