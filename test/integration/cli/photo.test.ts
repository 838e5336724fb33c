import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PhotoAnswer } from '../../../src/main/cli/photo.ts'
import { photoReport } from '../../../src/shared/photos/report.ts'
import { runCli } from '../../support/cli.ts'
import { portraitJpeg, truncated, wrongFiles } from '../../support/portraits.ts'

const folder = mkdtempSync(join(tmpdir(), 'passerelle-photos-'))
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  writeFileSync(file('good.jpg'), await portraitJpeg(2, {}, 1000))
  writeFileSync(file('small.jpg'), await portraitJpeg(2, {}, 420))
  writeFileSync(file('cut.jpg'), await truncated(0.5, 2))
  writeFileSync(file('phone.heic'), wrongFiles.heic!)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function check(...argv: string[]) {
  const run = await runCli(['photo', 'check', ...argv, '--json'])
  return { ...run, answers: run.out.length === 1 ? (JSON.parse(run.out[0]!) as PhotoAnswer[]) : [] }
}

test('gives an array of whole reports, in the order of the files, without a store', async () => {
  const { status, answers } = await check(file('good.jpg'), file('small.jpg'), '--profile', 'pr-card')
  expect(status).toBe(0)
  expect(answers.map((answer) => answer.file.name)).toEqual(['good.jpg', 'small.jpg'])
  for (const answer of answers) {
    if ('error' in answer) throw new Error(answer.error.code)
    const {
      timingsMs,
      file: { name: _, ...facts },
      ...report
    } = answer
    photoReport.parse({ ...report, file: facts })
    expect(Object.values(timingsMs).every((ms) => ms >= 0)).toBe(true)
    expect(report.face?.eyes).toHaveLength(2)
  }
  const small = answers[1]!
  expect('suggestion' in small && small.suggestion).toBe('return')
  expect('suggestedReasons' in small && small.suggestedReasons).toContain('other_requirements')
})

test('the same file gives the same report twice but for its timings', async () => {
  const reports = (await check(file('good.jpg'), file('good.jpg'))).answers.map((answer) => {
    const { timingsMs: _, ...report } = answer as Extract<PhotoAnswer, { timingsMs: unknown }>
    return report
  })
  expect(reports[0]).toEqual(reports[1])
})

test('a file that cannot be judged is an answer among the others, and the status says so', async () => {
  const { status, answers } = await check(file('cut.jpg'), file('good.jpg'), file('phone.heic'), file('none.jpg'))
  expect(status).toBe(1)
  expect(answers.map((answer) => ('error' in answer ? answer.error.code : 'judged'))).toEqual([
    'photo.truncated',
    'judged',
    'photo.is_heic',
    'host.open_failed',
  ])
  expect(answers[0]).toMatchObject({
    file: { name: 'cut.jpg' },
    error: { message: expect.stringContaining('missing') },
  })
})

test('says in words what is wrong, in either language', async () => {
  const en = await runCli(['photo', 'check', file('small.jpg'), file('cut.jpg')])
  expect(en.status).toBe(1)
  expect(en.out.join('\n')).toContain('420 × 540 pixels are used')
  const fr = await runCli(['photo', 'check', file('small.jpg'), '--language', 'fr'])
  expect(fr.status).toBe(0)
  expect(fr.out.join('\n')).toContain('420 × 540 pixels sont utilisés')
})

test('the day of the photo decides its age; the profile its size', async () => {
  const old = await check(file('good.jpg'), '--today', '2026-11-22', '--taken-on', '2024-01-01')
  expect(levelOf(old.answers[0], 'age')).toBe('review')
  const desk = await check(
    file('small.jpg'),
    '--profile',
    'refugee-document',
    '--today',
    '2026-11-22',
    '--taken-on',
    '2026-11-22',
  )
  expect([levelOf(desk.answers[0], 'age'), levelOf(desk.answers[0], 'file_size')]).toEqual(['ok', 'ok'])
})

const levelOf = (answer: PhotoAnswer | undefined, id: string) =>
  answer && 'checks' in answer ? answer.checks.find((each) => each.id === id)?.level : undefined

test('publishes what a photo must be, by profile and language', async () => {
  const card = await runCli(['photo', 'requirements', '--json'])
  expect(card.json).toMatchObject({ ok: true, profile: 'pr-card' })
  expect(card.json.requirements).toContain('No larger than 4 MB.')
  const desk = await runCli(['photo', 'requirements', '--profile', 'refugee-document', '--lang', 'fr'])
  expect(desk.out).toContain('D’au plus 20 Mo.')
})

test.each([
  [['photo', 'check']],
  [['photo', 'check', 'a.jpg', '--profile', 'passport']],
  [['photo', 'check', 'a.jpg', '--today', '2026-02-30']],
  [['photo', 'check', 'a.jpg', '--born', 'yesterday']],
])('%j is no command', async (argv) => {
  expect((await runCli(argv)).status).toBe(2)
})
