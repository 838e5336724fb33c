import { readFileSync } from 'node:fs'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, test } from 'vitest'
import type { DeskContract } from '../../src/shared/contract/desk.ts'
import { codeFor } from '../support/set-up.ts'
import { boot } from './boot.ts'

const password = 'correct horse battery'

test('the desk locks when the computer’s screen is locked and when it goes to sleep', async () => {
  const electron = await boot()
  const page = electron.BrowserWindow.all[0]!.webContents
  const port = electron.handOver(page, page.mainFrame)
  const desk: ContractRouterClient<DeskContract> = createORPCClient(
    new RPCLink({ port: port as unknown as globalThis.MessagePort }),
  )
  port.ref()
  const phase = async () => (await desk.status()).phase

  electron.powerMonitor.emit('lock-screen')
  expect(await phase()).toBe('needs_setup') // nobody sits there: nothing to lock

  const { totpSecret } = await desk.setup.begin({
    office: 'lacolle-15',
    displayName: 'Gwen Fitzgerald',
    userName: 'gwen',
    password,
    numbers: readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8'),
  })
  await desk.setup.finish({ code: codeFor(totpSecret, Date.now()), recoveryKeySaved: true })
  for (const event of ['lock-screen', 'suspend']) {
    expect(await phase()).toBe('active')
    electron.powerMonitor.emit(event)
    await expect.poll(phase).toBe('locked')
    await desk.seat.unlock({ password })
  }
}, 60_000)
