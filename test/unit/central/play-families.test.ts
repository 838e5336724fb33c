import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { nodeTimers } from '../../../src/central/ports/node.ts'
import { familiesOf, type Habits, type Member } from '../../../src/central/simulate/families.ts'
import { playFamilies } from '../../../src/central/simulate/play-families.ts'
import {
  addressRequest,
  downloadRequest,
  passwordRequest,
  presenceRequest,
  sendPhotoRequest,
  signInRequest,
} from '../../../src/shared/contract/confirmation-portal.ts'

const today = '2026-11-23'
const plain: Habits = { slow: 0, missesPassword: false, badPhotos: 0, abroad: 0, leaves: false, moves: false }

/** A portal that holds each request to its contract and knows one person: what it was asked, in order. */
async function portalOf(work: (url: string, asked: string[]) => Promise<void>): Promise<void> {
  const asked: string[] = []
  const known = { inCanada: false, address: false, photos: 0, downloaded: false }
  const schemas = {
    '/sign-in': signInRequest,
    '/password': passwordRequest,
    '/presence': presenceRequest,
    '/address': addressRequest,
    '/photo': sendPhotoRequest,
    '/ecopr/downloads': downloadRequest,
  } as const
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const path = (request.url ?? '').replace('/portal/v1/confirmation', '')
      const bytes = request.headers['content-type'] === 'application/octet-stream'
      const body = bytes || pieces.length === 0 ? undefined : JSON.parse(Buffer.concat(pieces).toString('utf8'))
      if (body && Object.hasOwn(schemas, path)) schemas[path as keyof typeof schemas].parse(body)
      if (path !== '') asked.push(path === '/presence' ? `${path} ${body.inCanada}` : `${path}${bytes ? ' bytes' : ''}`)
      if (path === '/presence') known.inCanada = body.inCanada
      if (path === '/address') known.address = true
      if (path === '/photo' && !bytes) known.photos += 1
      if (path === '/ecopr/downloads') known.downloaded = true
      const tasks = [
        ...(known.inCanada ? [] : ['declare_presence']),
        ...(known.address ? [] : ['give_address']),
        // Every photo but the third is returned.
        ...(known.photos < 3 ? ['send_photo'] : []),
        ...(known.photos === 3 && !known.downloaded ? ['download_ecopr'] : []),
      ]
      const view = {
        ...{ step: 'declaration_awaited', steps: [], tasks, statement: { version: '2026-11' } },
        ...{ card: { state: known.downloaded ? 'mailed' : 'none' }, asOf: { portal: `${today}T12:00:00Z` } },
      }
      const answers: Readonly<Record<string, unknown>> = { '/sign-in': { session: 's' }, '': view }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answers[path] ?? { sha256: 'a'.repeat(64), done: true }))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked)
  } finally {
    await new Promise((resolve) => void server.close(resolve))
  }
}

const mail = (password: string) => ({
  subject: 'Your temporary password',
  text: `Hello,\n\nYour user name is rana.\nYour temporary password is ${password}\n`,
})

async function played(habits: Partial<Habits>, mails: readonly string[]) {
  const [[member]] = familiesOf('a', 1, today) as [[Member]]
  let counts = {}
  const all: string[] = []
  await portalOf(async (url, asked) => {
    counts = await playFamilies({
      ...{ url, credential: 'x', families: [[{ ...member, habits: { ...plain, ...habits } }]] },
      ...{ inbox: { mailsTo: () => mails.map(mail) }, timers: nodeTimers, everyMs: 1, turns: 20 },
    })
    all.push(...asked)
  })
  return { counts, asked: all }
}

test('somebody plain signs in, sets a password, and does what is asked, each request as the contract has it', async () => {
  const { counts, asked } = await played({}, ['aaaaa-bbbbb-ccccc'])
  expect(asked.slice(0, 5)).toEqual(['/sign-in', '/password', '/presence true', '/address', '/photo bytes'])
  expect(counts).toMatchObject({ people: 1, signedIn: 1, photos: 3, badPhotos: 0, downloads: 1, finished: 1 })
})

test('somebody abroad says so and comes back; photos that are no good come first', async () => {
  const { counts, asked } = await played({ abroad: 2, badPhotos: 2 }, ['aaaaa-bbbbb-ccccc'])
  expect(asked.filter((path) => path.startsWith('/presence'))).toEqual(['/presence false', '/presence true'])
  expect(counts).toMatchObject({ photos: 3, badPhotos: 2, declarations: 2 })
})

test('whoever leaves again says that too, and whoever misses the first password waits for the second', async () => {
  const { asked } = await played({ leaves: true }, ['aaaaa-bbbbb-ccccc'])
  expect(asked.filter((path) => path.startsWith('/presence')).slice(0, 3)).toEqual([
    '/presence true',
    '/presence false',
    '/presence true',
  ])
  expect((await played({ missesPassword: true }, ['aaaaa-bbbbb-ccccc'])).asked).toEqual([])
  const second = await played({ missesPassword: true }, ['aaaaa-bbbbb-ccccc', 'ddddd-eeeee-fffff'])
  expect(second.counts).toMatchObject({ signedIn: 1, finished: 1 })
})

test('the same seed gives the same families with the same habits, another one others', () => {
  const told = (seed: string) =>
    JSON.stringify(familiesOf(seed, 20, today).map((family) => family.map(({ row, habits }) => ({ row, habits }))))
  expect(told('a')).toBe(told('a'))
  expect(told('a')).not.toBe(told('b'))
})
