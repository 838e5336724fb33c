// Builds out/ when a source is newer than the last build. 'node scripts/build.mjs' before tests, and inside npm start.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'out/stamp')
const lock = join(root, 'node_modules/.cache/passerelle-build')
const sources = ['src/**/*', 'migrations/**/*', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']

/** Builds if needed; two programs that want to build at once take turns. True if it built. */
export async function buildIfStale() {
  if (isFresh()) return false
  return oneAtATime(async () => {
    if (isFresh()) return false // the other program just did it
    const state = sourceState() // before the build: what changes meanwhile is built the next time
    const { createBuilder } = await import('vite')
    await (await createBuilder({ root, logLevel: 'warn' })).buildApp()
    writeFileSync(stamp, state)
    return true
  })
}

const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceState()

/** A digest of the names, sizes and times of all sources. */
function sourceState() {
  const digest = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(join(root, file))
    digest.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return digest.digest('hex')
}

async function oneAtATime(work) {
  mkdirSync(join(lock, '..'), { recursive: true })
  while (!take()) await setTimeout(100)
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

const forgottenAfterMs = 120_000

function take() {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > forgottenAfterMs) rmSync(lock, { recursive: true, force: true }) // a build that was killed
    return false
  }
}

if (process.argv[1] === import.meta.filename)
  await buildIfStale().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
