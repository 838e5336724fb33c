import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { nodeClock } from '../../../src/main/ports/node.ts'
import { runCli } from '../../support/cli.ts'

const root = mkdtempSync(join(tmpdir(), 'passerelle-tour-test-'))
afterAll(() => rmSync(root, { recursive: true }))

interface Step {
  readonly name: string
  readonly ok: boolean
  readonly ms: number
  readonly detail: string
}

test('the tour does the whole day and keeps its papers; with --json it prints one line', async () => {
  const out = join(root, 'day')
  const run = await runCli(['tour', '--out', out, '--json'], { clock: nodeClock })
  expect(run).toMatchObject({ status: 0, err: [], json: { ok: true } })
  expect(Object.keys(run.json).sort()).toEqual(['artefacts', 'ok', 'steps'])
  const steps = run.json.steps as Step[]
  expect(steps.filter((step) => !step.ok)).toEqual([])
  for (const step of steps) {
    expect(Object.keys(step).sort()).toEqual(['detail', 'ms', 'name', 'ok'])
    expect(step.detail).not.toBe('')
  }
  const detail = (name: string) => steps.find((step) => step.name === name)?.detail ?? ''
  expect(detail('boundary_14_days')).toContain('14 days before the claim of 2026-11-23')
  expect(detail('boundary_13_days')).toContain('less than 14 days later')
  const artefacts = run.json.artefacts as Record<string, string>
  for (const name of ['document', 'document-jammed', 'acknowledgement']) {
    expect(
      readFileSync(artefacts[name] ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(
      readFileSync(artefacts[`${name}-page`] ?? '')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  }
  expect(existsSync(artefacts.portrait ?? '')).toBe(true)
}, 60_000)

test('a step that fails says why; what needs it says so; the rest is done, and the exit status is 1', async () => {
  const photo = join(root, 'program.jpg')
  writeFileSync(photo, 'MZ this is no photograph')
  const run = await runCli(['tour', '--out', join(root, 'bad'), '--photo', photo, '--json', '--lang', 'fr'], {
    clock: nodeClock,
  })
  expect(run).toMatchObject({ status: 1, json: { ok: false } })
  const steps = new Map((run.json.steps as Step[]).map((step) => [step.name, step]))
  expect(steps.get('portrait')?.ok).toBe(false)
  expect(steps.get('decide_eligible')?.ok).toBe(true)
  expect(steps.get('issue')?.ok).toBe(false)
  expect(steps.get('spoil_and_replace')?.detail).toContain('«\u00a0issue\u00a0»')
  for (const name of ['boundary_14_days', 'rebuild', 'backup', 'restore', 'audit_verify_restored'])
    expect(steps.get(name)?.ok).toBe(true)
}, 60_000)

test('a photograph that is not there ends it before anything is made', async () => {
  const out = join(root, 'never')
  const run = await runCli(['tour', '--out', out, '--photo', join(root, 'nowhere.jpg')])
  expect(run.status).toBe(1)
  expect(run.err[0]).toContain('ENOENT')
  expect(existsSync(out)).toBe(false)
})

test('exit status 2 for what is no command, 0 for help and version', async () => {
  for (const argv of [['nothing'], ['store'], ['tour'], ['store', 'backup'], ['version', '--lang', 'de'], []])
    expect((await runCli(argv)).status, argv.join(' ')).toBe(2)
  expect((await runCli(['store', 'check', '--secret-fd', 'x'])).status).toBe(2)
  for (const argv of [['--help'], ['store', 'restore', '--help'], ['audit', '-h', '--lang', 'fr']]) {
    const { status, out, err } = await runCli(argv)
    expect({ status, err }).toEqual({ status: 0, err: [] })
    expect(out.join('\n')).toMatch(/--help/)
  }
  expect(await runCli(['version', '--json'])).toMatchObject({ status: 0, json: { ok: true, version: '0.0.0' } })
})

const built = 'out/main/cli.js'
test.skipIf(!existsSync(built))('the built program prints its version and nothing else', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const printed = execFileSync(process.execPath, [built, 'version', '--json'], { encoding: 'utf8' })
  expect(JSON.parse(printed)).toEqual({ ok: true, version })
})
