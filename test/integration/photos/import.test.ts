import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ImportDisk, nodeDisk } from '../../../src/main/photos/import/disk.ts'
import { createPhotoImport } from '../../../src/main/photos/import/folder.ts'
import { returnPhoto } from '../../../src/main/photos/review/decide.ts'
import { photoQueue } from '../../../src/main/photos/review/queue.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { tempFolder } from '../../support/store.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { portrait, reviewer } from './review-support.ts'

let office: Office
let folder: string
let remove: () => void
beforeEach(() => {
  office = openOffice()
  const made = tempFolder()
  folder = made.folder
  remove = made.remove
})
afterEach(() => {
  office.store.remove()
  remove()
})

const who = { applicationNumber: 'E000123456', familyName: 'Tremblay', givenNames: 'Amélie', language: 'fr' }
const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes)
const putPhoto = async (name: string, seed: number, says: object | null = who) => {
  put(name, await portrait(seed))
  if (says) put(`${name}.json`, JSON.stringify(says))
}
/** Two looks, a few seconds apart: what did not change in between is whole. */
const looks = async (disk: ImportDisk = nodeDisk, times = 2) => {
  const photoImport = createPhotoImport(disk)
  let last = unwrap(await photoImport.turn(office.tools, folder))
  for (let n = 1; n < times; n++) {
    office.store.clock.advance(5000)
    last = unwrap(await photoImport.turn(office.tools, folder))
  }
  return last
}
const filesIn = (name = '') =>
  readdirSync(join(folder, name), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
const waiting = () => photoQueue(office.store, { stage: 'waiting', limit: 50 }).rows
const reasonOf = (name: string) => readFileSync(join(folder, 'refused', `${name}.reason.txt`), 'utf8').split('\r\n')[0]

describe('the import folder', () => {
  test('gives the queue what is whole, with whose it is, and moves it to done', async () => {
    await putPhoto('anna.jpg', 1)
    expect(await looks()).toEqual({ taken: 1, refused: 0, waiting: 0, refusals: [] })
    expect(waiting()).toMatchObject([
      { name: 'TREMBLAY, Amélie', applicationNumber: 'E000123456', source: 'import', profile: 'pr-card' },
    ])
    expect(filesIn()).toEqual([])
    expect(filesIn('done')).toEqual(['anna.jpg', 'anna.jpg.json'])
  })

  test('leaves a file alone that still grows, or that a program is still writing', async () => {
    const whole = await portrait(1)
    put('anna.jpg', whole.subarray(0, 1000))
    put('anna.json', JSON.stringify(who))
    put('ben.jpg.part', whole)
    const photoImport = createPhotoImport(nodeDisk)
    for (const end of [1000, 5000, whole.length]) {
      put('anna.jpg', whole.subarray(0, end))
      office.store.clock.advance(5000)
      expect(unwrap(await photoImport.turn(office.tools, folder)).taken).toBe(0)
    }
    office.store.clock.advance(5000)
    expect(unwrap(await photoImport.turn(office.tools, folder)).taken).toBe(1)
    expect(filesIn()).toEqual(['ben.jpg.part'])
  })

  test.each([
    ['notes.txt', 'hello there', 'photo.is_other'],
    ['scan.pdf', '%PDF-1.7\nx', 'photo.is_pdf'],
    ['empty.jpg', '', 'photo.is_empty'],
    ['cut.jpg', undefined, 'photo.truncated'],
  ])('refuses %s with a plain reason', async (name, content, code) => {
    put(name, content ?? (await portrait(1)).subarray(0, 9000))
    put(`${name}.json`, JSON.stringify(who))
    expect(await looks()).toMatchObject({ taken: 0, refused: 1, refusals: [{ name, failure: { code } }] })
    expect(reasonOf(name)).toBe(code)
    expect(filesIn('refused')).toEqual([name, `${name}.json`, `${name}.reason.txt`])
    expect(filesIn()).toEqual([])
  })

  test.each([
    [{ ...who, applicationNumber: undefined }, 'applicationNumber'],
    [{ ...who, dateOfBirth: '1990-13-01' }, 'dateOfBirth'],
    [{ ...who, aplicationNumber: 'x' }, 'aplicationNumber'],
    ['not json', 'JSON'],
  ])('refuses a sidecar that says %j', async (says, field) => {
    put('anna.jpg', await portrait(1))
    put('anna.jpg.json', typeof says === 'string' ? says : JSON.stringify(says))
    await looks()
    expect(reasonOf('anna.jpg')).toBe('photos.sidecar_bad')
    const reason = readFileSync(join(folder, 'refused', 'anna.jpg.reason.txt'), 'utf8')
    expect(reason).toContain(field)
    expect(reason).not.toContain('Tremblay')
  })

  test('waits a minute for a sidecar, then refuses the picture', async () => {
    await putPhoto('anna.jpg', 1, null)
    expect(await looks(nodeDisk, 11)).toMatchObject({ waiting: 1 })
    await looks(nodeDisk, 14)
    expect(reasonOf('anna.jpg')).toBe('photos.sidecar_missing')
  })

  test('takes the answer to a return, refuses a second photo while one waits, and the returned picture again', async () => {
    await putPhoto('a.jpg', 1)
    await looks()
    await putPhoto('b.jpg', 2)
    await looks()
    expect(reasonOf('b.jpg')).toBe('photos.locked')
    const [{ photoId } = { photoId: '' }] = waiting()
    unwrap(returnPhoto(office.tools, reviewer(office), { photoId, reasons: ['glare'], codes: ['glare'] }))
    await putPhoto('a2.jpg', 1)
    await putPhoto('c.jpg', 3, { ...who, answers: '0198c0de-0000-7000-8000-00000000dead' })
    await putPhoto('d.jpg', 4, { ...who, answers: photoId })
    await looks()
    expect([reasonOf('a2.jpg'), reasonOf('c.jpg')]).toEqual(['photos.same_as_returned', 'photos.not_the_return'])
    expect(waiting()).toMatchObject([{ again: true }])
  })

  test('does not double a photo when the program ends anywhere between record and move', async () => {
    for (const dying of ['move.0', 'move.1', 'write.0'] as const) {
      await putPhoto('anna.jpg', 1)
      await putPhoto('bad.jpg', 1, { ...who, language: 'de' })
      const [what, at] = dying.split('.')
      let left = Number(at)
      const die = () => {
        if (left-- === 0) throw Object.assign(new Error('killed'), { syscall: 'rename', code: 'EIO' })
      }
      const dyingDisk: ImportDisk = {
        ...nodeDisk,
        async move(...given) {
          if (what === 'move') die()
          return nodeDisk.move(...given)
        },
        async write(...given) {
          if (what === 'write') die()
          return nodeDisk.write(...given)
        },
      }
      const photoImport = createPhotoImport(dyingDisk)
      await photoImport.turn(office.tools, folder)
      office.store.clock.advance(5000)
      expect(await photoImport.turn(office.tools, folder)).toMatchObject({
        failure: { code: 'photos.import_folder', params: { reason: 'EIO' } },
      })
      await looks(nodeDisk, 3)
      expect(waiting()).toHaveLength(1)
      expect([dying, filesIn()]).toEqual([dying, []])
    }
    const submitted = office.store.since(0, 10_000).filter(({ type }) => type === 'photo.submitted')
    expect(submitted).toHaveLength(1)
  })

  test('a corrected sidecar that comes back before its picture waits for it', async () => {
    await putPhoto('anna.jpg', 1, { ...who, language: 'de' })
    await looks()
    put('anna.jpg.json', JSON.stringify(who))
    await looks(nodeDisk, 3)
    expect(filesIn()).toEqual(['anna.jpg.json'])
    renameSync(join(folder, 'refused', 'anna.jpg'), join(folder, 'anna.jpg'))
    expect(await looks()).toMatchObject({ taken: 1 })
  })

  test('that is not there says so and loses nothing', async () => {
    const photoImport = createPhotoImport(nodeDisk)
    expect(await photoImport.turn(office.tools, join(folder, 'nowhere'))).toMatchObject({
      failure: { code: 'photos.import_folder', params: { reason: 'ENOENT' } },
    })
  })

  test('keeps both files when two of one name were done', async () => {
    await putPhoto('anna.jpg', 1)
    await looks()
    await putPhoto('anna.jpg', 2, { ...who, applicationNumber: 'E000999999' })
    await looks()
    expect(filesIn('done').filter((name) => name.endsWith('.jpg'))).toEqual(['anna-2.jpg', 'anna.jpg'])
  })
})

describe('a table of pictures in the import folder', () => {
  const header = 'file,applicationNumber,familyName,givenNames,language,dateOfBirth'
  const table = (...rows: string[]) => put('manifest.csv', [header, ...rows].join('\r\n'))
  const textOf = (name: string) => readFileSync(join(folder, 'refused', `${name}.reason.txt`), 'utf8')

  test('says of each picture whose it is; a bad row refuses its own picture only, and names no value', async () => {
    for (const seed of [1, 2, 3, 4]) put(`p${seed}.jpg`, await portrait(seed))
    table(
      'p1.jpg,E000000001,"Roy, dit ""Desjardins""",Anne,fr,1990-05-17',
      'p2.jpg,E000000002,Singh,,de,',
      '',
      'p3.jpg,E000000003,Osman,Amal,en,1990-13-01',
      'p4.jpg,E000000004,Too,Short',
    )
    const look = await looks()
    expect(look).toMatchObject({ taken: 1, refused: 3, waiting: 0 })
    expect(waiting()).toMatchObject([{ name: 'ROY, DIT "DESJARDINS", Anne', applicationNumber: 'E000000001' }])
    expect(look.refusals.map(({ name, failure }) => [name, failure.params])).toEqual([
      ['p2.jpg', { row: 3, key: 'language' }],
      ['p3.jpg', { row: 5, key: 'dateOfBirth' }],
      ['p4.jpg', { row: 6, key: 'CSV' }],
    ])
    for (const value of ['Singh', 'Osman', '1990-13-01', 'Short'])
      for (const name of ['p2.jpg', 'p3.jpg', 'p4.jpg']) expect(textOf(name)).not.toContain(value)
    expect(filesIn()).toEqual(['manifest.csv'])
    await looks(nodeDisk, 16)
    expect(filesIn()).toEqual([])
    expect(filesIn('done')).toEqual(['manifest.csv', 'p1.jpg'])
  })

  test('may be parted by semicolons or tabs, with the mark of a spreadsheet', async () => {
    for (const [seed, mark] of [';', '\t'].entries()) {
      put(`p${seed}.jpg`, await portrait(seed + 1))
      const rows = [header, `p${seed}.jpg,E00000010${seed},Roy,,fr,`].join('\n').replaceAll(',', mark)
      put('manifest.csv', `\ufeff${rows}`)
      expect(await looks()).toMatchObject({ taken: 1, refused: 0 })
    }
  })

  test.each([
    ['a column that is not known', 'file,aplicationNumber\nanna.jpg,E1', 'aplicationNumber'],
    ['a column twice', 'file,language,language\nanna.jpg,fr,fr', 'language'],
    ['no column of files', 'applicationNumber\nE000000001', 'file'],
    ['a quote that never ends', `${header}\nanna.jpg,"E000000001,Roy,,fr,`, 'CSV'],
    ['letters of another encoding', Buffer.from(`${header}\nanna.jpg,E000000001,H\xe9bert,,fr,`, 'latin1'), 'UTF-8'],
    ['nothing', '', 'file'],
  ])('with %s is refused as a whole, and its pictures wait', async (_, content, key) => {
    put('anna.jpg', await portrait(1))
    put('manifest.csv', content)
    expect(await looks()).toMatchObject({ taken: 0, waiting: 1, refusals: [{ name: 'manifest.csv' }] })
    expect(reasonOf('manifest.csv')).toBe('photos.manifest_bad')
    expect(textOf('manifest.csv')).toContain(key)
    expect(filesIn()).toEqual(['anna.jpg'])
    table('anna.jpg,E000000001,Roy,,fr,')
    expect(await looks()).toMatchObject({ taken: 1 })
  })

  test('refuses a picture that two rows name, and says which pictures never came', async () => {
    put('anna.jpg', await portrait(1))
    table('anna.jpg,E000000001,Roy,,fr,', 'anna.jpg,E000000002,Roy,,fr,', 'gone.jpg,E000000003,Roy,,fr,')
    expect(await looks()).toMatchObject({ taken: 0, refusals: [{ failure: { params: { row: 3, key: 'file' } } }] })
    await looks(nodeDisk, 16)
    expect(textOf('manifest.csv')).toContain('Rows: 4.')
    expect(filesIn()).toEqual([])
  })

  test('gives way to a file beside the picture', async () => {
    await putPhoto('anna.jpg', 1)
    table('anna.jpg,E000000009,Other,,en,')
    await looks()
    expect(waiting()).toMatchObject([{ applicationNumber: 'E000123456' }])
  })
})
