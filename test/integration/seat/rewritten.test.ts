import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDemo } from '../../../src/main/demo/open.ts'
import { replayClock } from '../../../src/main/demo/seed-clock.ts'
import { nodeRandom, nodeTimers } from '../../../src/main/ports/node.ts'
import { createCore } from '../../../src/main/seat/core.ts'
import { demoSignIn } from '../../../src/main/seat/signing.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { noon } from '../../support/desk.ts'

test('windows read again what they show once the tables were written anew', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-demo-'))
  const clock = replayClock({ now: () => noon, zone: () => 'America/Toronto' })
  const keychain = { available: async () => false } as never
  const options = { host: 'browser', version: '0.0.0', dataDir, assetsDir: 'assets', demo: true } as const
  const core = createCore({ ...options, clock, random: nodeRandom, timers: nodeTimers, ports: { keychain } as never })
  const seeding = await openDemo(core, clock, 1)
  onTestFinished(async () => {
    await seeding?.stop()
    await core.close()
    rmSync(dataDir, { recursive: true })
  })
  unwrap(await demoSignIn(core, 'caseworker'))
  const changes = core.watchers.watch()
  const first = changes.next()
  unwrap((await core.opened()?.store.rebuild()) ?? fail('store.missing'))
  const { value } = await first
  expect(value?.changed).toEqual(expect.arrayContaining(['claims', 'claim', 'today', 'stock']))
})
