import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DeskOptions } from '../../../src/main/desk.ts'
import { FolderInUse, startBrowserHost } from '../../../src/main/hosts/browser/main.ts'
import { lockFolder } from '../../../src/main/hosts/lock.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'passerelle-host-'))
/** A desk that answers nothing and notes when it is closed. */
const quietDesk = (log: string[] = []) => ({
  createDesk: async () => ({
    router: {},
    lock: () => {},
    close: async () => {
      log.push('closed')
    },
  }),
})

describe('the browser host', () => {
  test('prints an address whose token the server never sees', async () => {
    const host = await startBrowserHost({ dataDir: folder(), demo: true, ...quietDesk() })
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
    await host.close()
  })

  test('hangs up before it closes the desk, and then gives the folder free', async () => {
    const dataDir = folder()
    const log: string[] = []
    const host = await startBrowserHost({ dataDir, demo: false, ...quietDesk(log) })
    await expect(startBrowserHost({ dataDir, demo: false, ...quietDesk() })).rejects.toThrow(FolderInUse)
    await host.close()
    expect(log).toEqual(['closed'])
    await expect(fetch(host.url)).rejects.toThrow()
    await (await startBrowserHost({ dataDir, demo: false, ...quietDesk() })).close()
  })

  test('closes the desk again when the port is taken', async () => {
    const first = await startBrowserHost({ dataDir: folder(), demo: false, ...quietDesk() })
    const log: string[] = []
    const dataDir = folder()
    const port = Number(new URL(first.url).port)
    await expect(startBrowserHost({ dataDir, demo: false, port, ...quietDesk(log) })).rejects.toThrow('EADDRINUSE')
    expect(log).toEqual(['closed'])
    expect(await lockFolder(dataDir).then((lock) => lock?.release())).toBeUndefined()
    await first.close()
  })

  test('serves practice beside the real desk: another folder, address and token, the same for every press', async () => {
    const given: DeskOptions[] = []
    const log: string[] = []
    const createDesk = async (options: DeskOptions) => {
      given.push(options)
      return quietDesk(log).createDesk()
    }
    const dataDir = folder()
    const host = await startBrowserHost({ dataDir, demo: false, createDesk })
    const held = readdirSync(dataDir)
    const practice = given[0]?.ports.practice
    const [one, two] = await Promise.all([practice?.open(), practice?.open()])
    expect(one).toEqual(two)
    expect(given.map((options) => [options.demo, options.dataDir])).toEqual([
      [false, dataDir],
      [true, `${dataDir}-practice`],
    ])
    const [real, opened] = [new URL(host.url), new URL(one?.ok && one.value.by === 'window' ? one.value.address : '')]
    expect(opened.port).not.toBe(real.port)
    expect(opened.hash).not.toBe(real.hash)
    expect(readdirSync(dataDir)).toEqual(held)
    await host.close()
    expect(log).toEqual(['closed', 'closed'])
    await expect(fetch(opened)).rejects.toThrow()
  })

  test('closes the address of every paper at once when the officer leaves the seat', async () => {
    let given: DeskOptions | undefined
    const createDesk = async (options: DeskOptions) => {
      given = options
      return quietDesk().createDesk()
    }
    const host = await startBrowserHost({ dataDir: folder(), demo: false, createDesk })
    const file = { name: 'key.txt', type: 'text/plain', bytes: new Uint8Array([1]) }
    const saved = await given?.ports.dialogs.saveFile(file)
    const address = saved?.ok && saved.value.by === 'window' ? new URL(saved.value.address, host.url) : ''
    expect((await fetch(address)).status).toBe(200)
    given?.seatLeft?.()
    expect((await fetch(address)).status).toBe(404)
    await host.close()
  })

  test('makes a folder that only its owner may open', async () => {
    const dataDir = join(folder(), 'new')
    const host = await startBrowserHost({ dataDir, demo: false, ...quietDesk() })
    if (process.platform !== 'win32') expect(statSync(dataDir).mode & 0o077).toBe(0)
    await host.close()
  })
})

describe('the lock of a folder', () => {
  test('is had by one at a time', async () => {
    const dataDir = folder()
    const lock = await lockFolder(dataDir)
    expect(await lockFolder(dataDir)).toBeUndefined()
    await lock?.release()
    const next = await lockFolder(dataDir)
    expect(next).toBeDefined()
    await next?.release()
  })

  test('is free again when its holder was killed', async () => {
    const dataDir = folder()
    const program = join(dataDir, 'hold.ts')
    const source = new URL('../../../src/main/hosts/lock.ts', import.meta.url).href
    writeFileSync(
      program,
      `const { lockFolder } = await import(${JSON.stringify(source)})
      await lockFolder(${JSON.stringify(dataDir)}); console.log('held'); setInterval(() => {}, 1000)`,
    )
    const holder = spawn(process.execPath, [program])
    await once(holder.stdout, 'data')
    expect(await lockFolder(dataDir)).toBeUndefined()
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const lock = await lockFolder(dataDir)
    expect(lock).toBeDefined()
    await lock?.release()
  })

  test('works in a folder whose path is longer than a socket may have', async () => {
    const dataDir = join(folder(), 'x'.repeat(120))
    const lock = await lockFolder(dataDir)
    expect(await lockFolder(dataDir)).toBeUndefined()
    await lock?.release()
  })
})

test('the page has no inline script and no address of another place', () => {
  const html = readFileSync(join(import.meta.dirname, '../../../index.html'), 'utf8')
  expect(html).not.toMatch(/https?:|<style|\son\w+=|<script(?![^>]*src=)/)
})
