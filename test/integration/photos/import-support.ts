import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportDisk, nodeDisk } from '../../../src/main/photos/import/disk.ts'
import { createPhotoImport } from '../../../src/main/photos/import/folder.ts'
import { photoQueue } from '../../../src/main/photos/review/queue.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { tempFolder } from '../../support/store.ts'
import { openOffice } from '../claims/support.ts'
import { portrait } from './review-support.ts'

/** An office with a folder that it watches for photos. */

export const who = { applicationNumber: 'E000123456', familyName: 'Tremblay', givenNames: 'Amélie', language: 'fr' }

export function openWatched() {
  const office = openOffice()
  const { folder, remove } = tempFolder()
  const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes)
  const reason = (name: string) => readFileSync(join(folder, 'refused', `${name}.reason.txt`), 'utf8')
  return {
    office,
    folder,
    put,
    async putPhoto(name: string, seed: number, says: object | null = who) {
      put(name, await portrait(seed))
      if (says) put(`${name}.json`, JSON.stringify(says))
    },
    /** Two looks, a few seconds apart: what did not change in between is whole. */
    async looks(disk: ImportDisk = nodeDisk, times = 2) {
      const photoImport = createPhotoImport(disk)
      let last = unwrap(await photoImport.turn(office.tools, folder))
      for (let n = 1; n < times; n++) {
        office.store.clock.advance(5000)
        last = unwrap(await photoImport.turn(office.tools, folder))
      }
      return last
    },
    filesIn: (name = '') =>
      readdirSync(join(folder, name), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort(),
    waiting: () => photoQueue(office.store, { stage: 'waiting', limit: 50 }).rows,
    /** The code of the reason, and all of it. */
    reasonOf: (name: string) => reason(name).split('\r\n')[0],
    textOf: reason,
    remove() {
      office.store.remove()
      remove()
    },
  }
}
export type Watched = ReturnType<typeof openWatched>
