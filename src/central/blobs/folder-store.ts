import { createHash, hkdfSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Random } from '../../shared/ports.ts'
import { seal, unseal } from '../keys/sealing.ts'
import { memoryKept } from '../memory.ts'
import { type BlobPlace, type BlobStore, DamagedFile } from './blob-store.ts'

/**
 * Files in a folder, each under a key of its own (HKDF of the key file's key). A file is a row of segments, one a piece
 * that came: length of the sealed bytes (32 bits, big-endian), then nonce, ciphertext and tag of AES-256-GCM; its place
 * in the file is authenticated with it. A tail that a crash cut short is not counted, and overwritten by the next piece.
 */
export function createFolderStore(folder: string, wrappingKey: Uint8Array, random: Random): BlobStore {
  const pathOf = ({ office, sha }: BlobPlace) => join(folder, office, sha.slice(0, 2), sha)
  const partOf = (place: BlobPlace) => `${pathOf(place)}.part`
  const keyOf = ({ office, sha }: BlobPlace) =>
    new Uint8Array(hkdfSync('sha256', wrappingKey, Buffer.from(sha, 'hex'), `passerelle/central-blob/1/${office}`, 32))
  return {
    async received(place) {
      return existsSync(partOf(place)) ? (await scan(partOf(place))).plain : 0
    },
    async append(place, offset, piece) {
      await mkdir(dirname(partOf(place)), { recursive: true, mode: 0o700 })
      const { end } = existsSync(partOf(place)) ? await scan(partOf(place)) : { end: 0 }
      const sealed = seal(piece, keyOf(place), placeIn(offset), random)
      const length = Buffer.alloc(headLength)
      length.writeUInt32BE(sealed.length)
      const file = await open(partOf(place), end === 0 ? 'w' : 'r+', 0o600)
      try {
        await file.truncate(end)
        await file.writev([length, sealed], end)
        await file.datasync()
      } finally {
        await file.close()
      }
    },
    async finish(place) {
      const hash = createHash('sha256')
      try {
        for await (const piece of pieces(partOf(place), keyOf(place), 0)) hash.update(piece)
      } catch {
        hash.update('damaged') // it cannot be what it should be
      }
      if (hash.digest('hex') !== place.sha) {
        await rm(partOf(place), { force: true })
        return false
      }
      await rename(partOf(place), pathOf(place))
      await syncFolder(dirname(pathOf(place)))
      return true
    },
    read: (place, offset) => (existsSync(pathOf(place)) ? pieces(pathOf(place), keyOf(place), offset) : undefined),
    async remove(place) {
      await rm(pathOf(place), { force: true })
      await rm(partOf(place), { force: true })
    },
    async removeAbandoned(before) {
      if (!existsSync(folder)) return 0
      let removed = 0
      for (const name of await readdir(folder, { recursive: true })) {
        if (!name.endsWith('.part')) continue
        const path = join(folder, name)
        const told = await stat(path).catch(() => undefined) // finished meanwhile
        if (!told || told.mtimeMs >= before) continue
        await rm(path, { force: true })
        removed += 1
      }
      return removed
    },
  }
}

const headLength = 4
/** Nonce and tag. */
const overhead = 28

/** How far the whole segments of a file reach: in the file, and in plain bytes. */
async function scan(path: string): Promise<{ end: number; plain: number }> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    let [end, plain] = [0, 0]
    const head = Buffer.alloc(headLength)
    while (end + headLength <= size) {
      await file.read(head, 0, headLength, end)
      const next = end + headLength + head.readUInt32BE()
      if (next > size || head.readUInt32BE() < overhead) break
      plain += head.readUInt32BE() - overhead
      end = next
    }
    return { end, plain }
  } finally {
    await file.close()
  }
}

/** The plain pieces of a file from an offset on. Throws `DamagedFile` when one is not as it was written. */
async function* pieces(path: string, key: Uint8Array, from: number): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  // What is sealed is read into the same memory each time: it is opened into other.
  let room: Buffer<ArrayBuffer> = Buffer.alloc(0)
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(headLength)
    for (let at = 0, plain = 0; at + headLength <= size; ) {
      await file.read(head, 0, headLength, at)
      const length = head.readUInt32BE()
      const next = plain + length - overhead
      if (next > from) {
        // A cut file has less than it says.
        if (at + headLength + length > size) throw new DamagedFile('A stored file is not as it was written')
        if (room.length < length) room = memory.take(length)
        const { bytesRead } = await file.read(room, 0, length, at + headLength)
        const piece = bytesRead === length ? unseal(room.subarray(0, length), key, placeIn(plain)) : undefined
        if (!piece) throw new DamagedFile('A stored file is not as it was written')
        yield piece.subarray(Math.max(0, from - plain))
      }
      plain = next
      at += headLength + length
    }
  } finally {
    memory.giveBack(room)
    await file.close()
  }
}

const memory = memoryKept()

const placeIn = (offset: number): Uint8Array => Buffer.from(`segment/${offset}`)

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // has no such thing
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
