import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { createDesk, type DeskOptions } from '../../src/main/desk.ts'
import { nodeRandom } from '../../src/main/ports/node.ts'
import type { Ports } from '../../src/main/ports/types.ts'
import type { DeskContract } from '../../src/shared/contract/desk.ts'
import { fail, ok } from '../../src/shared/result.ts'
import { testTimers } from './store.ts'

/** A real desk in a temporary folder, spoken to through its contract, with a clock and timers that the test moves. */
export interface TestDesk {
  readonly desk: ContractRouterClient<DeskContract>
  readonly dataDir: string
  /** Milliseconds since epoch; set it to move time. */
  readonly time: { now: number }
  readonly printed: Uint8Array[]
  /** As the host does when the computer's screen is locked. */
  lockScreen(): void
  close(): Promise<void>
}

/** Noon of 2026-11-23 in Ottawa. */
export const noon = Date.parse('2026-11-23T17:00:00Z')

export async function openTestDesk(options: Partial<DeskOptions> = {}): Promise<TestDesk> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'passerelle-desk-'))
  const time = { now: noon }
  const printed: Uint8Array[] = []
  const made = await createDesk({
    host: 'browser',
    version: '0.0.0',
    dataDir,
    assetsDir: 'assets',
    demo: false,
    clock: { now: () => time.now, zone: () => 'America/Toronto' },
    random: nodeRandom,
    timers: testTimers(),
    ports: testPorts(printed),
    passwordCost: { memoryKib: 64, passes: 1, lanes: 1 },
    ...options,
  })
  const desk = createRouterClient(made.router) as unknown as ContractRouterClient<DeskContract>
  return { desk, dataDir, time, printed, lockScreen: () => made.lock(), close: () => made.close() }
}

export const testPorts = (printed: Uint8Array[]): Ports => ({
  dialogs: {
    saveFile: async () => ok({ by: 'done' }),
    openFile: async () => fail('host.dialog_unavailable'),
    openFolder: async () => fail('host.dialog_unavailable'),
  },
  printing: {
    listPrinters: async () => ['Test'],
    async printPdf(bytes) {
      printed.push(bytes)
      return ok({ by: 'done' })
    },
  },
  keychain: {
    available: async () => false,
    protect: async () => fail('host.keychain_unavailable'),
    unprotect: async () => fail('host.keychain_unavailable'),
  },
  practice: { open: async () => fail('host.practice_failed') },
})
