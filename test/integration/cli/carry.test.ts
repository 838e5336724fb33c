import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { filledClaim } from '../../support/claims.ts'
import { runCli } from '../../support/cli.ts'
import { seatBorderOfficer } from '../../support/set-up.ts'
import { type CentralDesk, centralDesks } from '../../support/sync/central-desks.ts'

/** Two desks of an office that settled once; a stick goes from one to the other. */
let central: TestCentral
const out = mkdtempSync(join(tmpdir(), 'passerelle-carry-'))
const desks = centralDesks(() => central)
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(async () => {
  await desks.close()
  await central.remove()
  rmSync(out, { recursive: true })
})

const at = ({ dataDir, secrets }: CentralDesk, ...argv: string[]) =>
  runCli(['case', ...argv, '--data', dataDir, '--json'], { env: { PASSERELLE_SECRET: secrets.recoveryKey } })

test('case carry names the desks, seals a claim to one, and case take brings it in there, in words and as data', async () => {
  const [a, b] = [await desks.enrolled(), await desks.enrolled()]
  for (const desk of [a, b, a]) await desk.desk.sync.now()
  await seatBorderOfficer(a)
  const { claimId } = await filledClaim(a, 'Okafor')
  const number = (await a.desk.claims.get({ claimId })).row.applicationNumber
  const device = (await b.desk.status()).sync.device ?? ''
  for (const { close } of [a, b]) await close()

  const named = await at(a, 'carry', '--number', number)
  expect(named.json).toMatchObject({ ok: true, desks: [{ device }] })
  const file = join(out, 'claim.pscb')
  expect((await at(a, 'carry', '--number', number, '--to', device, '--out', file)).json).toMatchObject({ claimId })
  expect((await at(b, 'take', file)).json).toMatchObject({ claimId, files: 0 })
  expect((await at(b, 'take', file)).json).toMatchObject({ events: 0 })
  expect(await at(b, 'take', join(out, 'nothing'))).toMatchObject({ status: 1 })
  const strange = await at(a, 'take', file)
  expect(strange).toMatchObject({ status: 1 })
  expect(JSON.stringify([strange.json, strange.out, strange.err])).toContain('sync.bundle_unreadable')
})
