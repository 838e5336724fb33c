import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** A source that would lie at `path`, and the rule that must speak of it, or must not. */
interface Case {
  readonly path: string
  readonly source: string
  readonly rule: string
  readonly spoken: boolean
}

const root = join(import.meta.dirname, '../..')
const takes = ['new Date()', 'Date.now()', 'Math.random()', 'performance.now()']
const globals = ['setTimeout(f, 1)', "fetch('x')", 'crypto.randomUUID()']
const rooms = ['src/main/claims', 'src/main/store', 'src/shared/rules']
const central = ['src/central/sync', 'src/central/storage']
const value = (text: string) => `declare const f: () => void\nexport const x = ${text}\nexport const g = f\n`
const imports = (name: string, what = 'x') => `import { ${what} } from '${name}'\nexport const y = ${what}\n`

const cases: readonly Case[] = [
  ...[...rooms, ...central].flatMap((room) =>
    takes.map((use) => ({ path: room, source: value(use), rule: 'plugin', spoken: true })),
  ),
  ...rooms.flatMap((room) =>
    globals.map((use) => ({ path: room, source: value(use), rule: 'noRestrictedGlobals', spoken: true })),
  ),
  ...takes.map((use) => ({ path: 'src/main/ports', source: value(use), rule: 'plugin', spoken: false })),
  { path: 'src/shared/rules', source: value('new Date(5)'), rule: 'plugin', spoken: false },
  ...(
    [
      ['src/main/claims', 'node:crypto', true, 'randomBytes'],
      ['src/main/store', 'node:crypto', true, 'randomUUID'],
      ['src/main/store', 'node:crypto', false, 'createHash'],
      ['src/main/claims', 'electron', true],
      ['src/main/store', 'electron', true],
      ['src/main/hosts/browser', 'electron', true],
      ['src/main/hosts/electron', 'electron', false],
      ['src/central/sync', 'kysely', true],
      ['src/central/http', 'pg', true],
      ['src/central/storage', 'kysely', false],
      ['src/central/storage', 'fastify', true],
      ['src/central/sync', '../../main/desk.ts', true],
      ['src/central/sync', '../../shared/result.ts', false],
      ['src/main/claims', '../../central/central.ts', true],
      ['src/renderer/app', 'electron', true],
      ['src/main/claims', 'kysely', true],
      ['src/main/store', 'kysely', false],
      ['src/main/claims', '../hosts/browser/main.ts', true],
      ['src/main/store', '../../renderer/main.tsx', true],
      ['src/renderer/app', '../../main/desk.ts', true],
      ['src/renderer/app', 'node:fs', true],
      ['src/renderer/app', '../../shared/result.ts', false],
      ['src/shared/rules', '../../main/desk.ts', true],
      ['src/shared/rules', 'node:fs', true],
      ['src/main/claims', '../../shared/result.ts', false],
    ] as const
  ).map(([path, name, spoken, what]) => ({ path, source: imports(name, what), rule: 'noRestrictedImports', spoken })),
]

/** Biome's findings on all cases at once: the rules spoken, by the number of the case. */
function findings(): Map<number, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'))
  cpSync(join(root, 'lint'), join(folder, 'lint'), { recursive: true })
  const { $schema: _, vcs: __, ...rules } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules))
  for (const [n, { path, source }] of cases.entries()) {
    const file = join(folder, path, `case-${n}.ts`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source)
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--colors=off', '--max-diagnostics=none', 'src']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const found = new Map<number, string[]>()
  for (const [, n, rule] of (stdout + stderr).matchAll(/case-(\d+)\.ts:\d+:\d+ (\S+)/g))
    found.set(Number(n), [...(found.get(Number(n)) ?? []), rule?.split('/').at(-1) ?? ''])
  return found
}

describe('lint keeps the rooms apart, and time, chance and network behind the ports', () => {
  const found = findings()
  test.each([...cases.entries()])('case %i: %o', (n, { rule, spoken }) => {
    expect((found.get(n) ?? []).includes(rule)).toBe(spoken)
  })
})
