import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { doubtOf, type Grant, nextGrants } from '../../../src/central/sync/entitlement.ts'
import { openDemo } from '../../../src/main/demo/open.ts'
import { replayClock } from '../../../src/main/demo/seed-clock.ts'
import { nodeRandom, nodeTimers } from '../../../src/main/ports/node.ts'
import { createCore } from '../../../src/main/seat/core.ts'
import { uuidText } from '../../../src/main/store/log/uuid.ts'
import { query } from '../../../src/main/store/query.ts'
import { noon } from '../../support/desk.ts'

test('the central doubts nothing of months of work that the desk itself allowed', { timeout: 120_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-demo-'))
  const clock = replayClock({ now: () => noon, zone: () => 'America/Toronto' })
  const keychain = { available: async () => false } as never
  const options = { host: 'browser', version: '0.0.0', dataDir, assetsDir: 'assets', demo: true } as const
  const core = createCore({ ...options, clock, random: nodeRandom, timers: nodeTimers, ports: { keychain } as never })
  const seeding = await openDemo(core, clock, 12)
  const desk = core.opened()!
  await seeding?.play()

  const officers = new Map<string, Grant[]>()
  const doubts = new Set<string>()
  const types = new Set<string>()
  for (const { id } of desk.store.all(query.selectFrom('event').select('id').orderBy('position'))) {
    const logged = desk.store.event(uuidText(id))!
    const event = {
      ...logged,
      hlc: [logged.hlc.ms, logged.hlc.counter] as [number, number],
      bases: [...logged.bases],
      salt: null,
    }
    types.add(event.type)
    const doubt = doubtOf(event, { device: logged.device, office: 'office' }, officers)
    if (doubt) doubts.add(`${event.type}: ${doubt.why}`)
    const grants = event.subject.kind === 'officer' && nextGrants(event, officers.get(event.subject.id) ?? [])
    if (grants) officers.set(event.subject.id, grants)
  }
  await seeding?.stop()
  await core.close()
  rmSync(dataDir, { recursive: true })
  expect([...doubts]).toEqual([])
  expect(types.size).toBeGreaterThan(25)
})
