/** The peer: PouchDB with express-pouchdb, in a package of its own that only this installs. */
import { execFileSync, fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { v7 } from 'uuid'
import { material } from './material.ts'
import { type Actor, startActor } from './parts.ts'

export interface RunningPeer {
  readonly client: Actor
  readonly server: number
  stop(): Promise<void>
}

const source = join('test', 'bench', 'sync-peer')
const installed = resolve('out', 'sync-peer')

/** Installs the peer once (from the package registry); its store comes built with it. */
export function installPeer(): void {
  cpSync(source, installed, { recursive: true })
  if (!existsSync(join(installed, 'node_modules')))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], { cwd: installed })
}

export async function startPeer(folder: string, count: number): Promise<RunningPeer> {
  mkdirSync(folder, { recursive: true })
  const documents = join(folder, 'documents.json')
  const given = [...material(count)].map(({ claim }) => ({ _id: v7(), ...claim }))
  writeFileSync(documents, JSON.stringify(given))
  const server = fork(join(installed, 'server.mjs'), [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  const url = await new Promise<string>((done) =>
    server.once('message', (message) => done((message as { url: string }).url)),
  )
  const client = startActor(join(installed, 'run.mjs'), [folder, url, documents])
  return {
    client,
    server: server.pid ?? 0,
    async stop() {
      await client.end()
      server.disconnect()
      await ended
    },
  }
}
