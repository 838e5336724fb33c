import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ImportDisk, nodeDisk } from '../../../src/main/photos/import/disk.ts'
import { createPhotoImport } from '../../../src/main/photos/import/folder.ts'
import { returnPhoto } from '../../../src/main/photos/review/decide.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { openWatched, type Watched, who } from './import-support.ts'
import { portrait, reviewer } from './review-support.ts'

let at: Watched
beforeEach(() => {
  at = openWatched()
})
afterEach(() => at.remove())

describe('the import folder', () => {
  test('gives the queue what is whole, with whose it is, and moves it to done', async () => {
    await at.putPhoto('anna.jpg', 1)
    expect(await at.looks()).toEqual({ taken: 1, refused: 0, waiting: 0, refusals: [] })
    expect(at.waiting()).toMatchObject([
      { name: 'TREMBLAY, Amélie', applicationNumber: 'E000123456', source: 'import', profile: 'pr-card' },
    ])
    expect(at.filesIn()).toEqual([])
    expect(at.filesIn('done')).toEqual(['anna.jpg', 'anna.jpg.json'])
  })

  test('leaves a file alone that still grows, or that a program is still writing', async () => {
    const whole = await portrait(1)
    at.put('anna.jpg', whole.subarray(0, 1000))
    at.put('anna.json', JSON.stringify(who))
    at.put('ben.jpg.part', whole)
    const photoImport = createPhotoImport(nodeDisk)
    for (const end of [1000, 5000, whole.length]) {
      at.put('anna.jpg', whole.subarray(0, end))
      at.office.store.clock.advance(5000)
      expect(unwrap(await photoImport.turn(at.office.tools, at.folder)).taken).toBe(0)
    }
    at.office.store.clock.advance(5000)
    expect(unwrap(await photoImport.turn(at.office.tools, at.folder)).taken).toBe(1)
    expect(at.filesIn()).toEqual(['ben.jpg.part'])
  })

  test.each([
    ['notes.txt', 'hello there', 'photo.is_other'],
    ['scan.pdf', '%PDF-1.7\nx', 'photo.is_pdf'],
    ['empty.jpg', '', 'photo.is_empty'],
    ['cut.jpg', undefined, 'photo.truncated'],
  ])('refuses %s with a plain reason', async (name, content, code) => {
    at.put(name, content ?? (await portrait(1)).subarray(0, 9000))
    at.put(`${name}.json`, JSON.stringify(who))
    expect(await at.looks()).toMatchObject({ taken: 0, refused: 1, refusals: [{ name, failure: { code } }] })
    expect(at.reasonOf(name)).toBe(code)
    expect(at.filesIn('refused')).toEqual([name, `${name}.json`, `${name}.reason.txt`])
    expect(at.filesIn()).toEqual([])
  })

  test.each([
    [{ ...who, applicationNumber: undefined }, 'applicationNumber'],
    [{ ...who, dateOfBirth: '1990-13-01' }, 'dateOfBirth'],
    [{ ...who, aplicationNumber: 'x' }, 'aplicationNumber'],
    ['not json', 'JSON'],
  ])('refuses a sidecar that says %j', async (says, field) => {
    at.put('anna.jpg', await portrait(1))
    at.put('anna.jpg.json', typeof says === 'string' ? says : JSON.stringify(says))
    await at.looks()
    expect(at.reasonOf('anna.jpg')).toBe('photos.sidecar_bad')
    expect(at.textOf('anna.jpg')).toContain(field)
    expect(at.textOf('anna.jpg')).not.toContain('Tremblay')
  })

  test('waits a minute for a sidecar, then refuses the picture', async () => {
    await at.putPhoto('anna.jpg', 1, null)
    expect(await at.looks(nodeDisk, 11)).toMatchObject({ waiting: 1 })
    await at.looks(nodeDisk, 14)
    expect(at.reasonOf('anna.jpg')).toBe('photos.sidecar_missing')
  })

  test('takes the answer to a return, refuses a second photo while one waits, and the returned picture again', async () => {
    await at.putPhoto('a.jpg', 1)
    await at.looks()
    await at.putPhoto('b.jpg', 2)
    await at.looks()
    expect(at.reasonOf('b.jpg')).toBe('photos.locked')
    const [{ photoId } = { photoId: '' }] = at.waiting()
    unwrap(returnPhoto(at.office.tools, reviewer(at.office), { photoId, reasons: ['glare'], codes: ['glare'] }))
    await at.putPhoto('a2.jpg', 1)
    await at.putPhoto('c.jpg', 3, { ...who, answers: '0198c0de-0000-7000-8000-00000000dead' })
    await at.putPhoto('d.jpg', 4, { ...who, answers: photoId })
    await at.looks()
    expect([at.reasonOf('a2.jpg'), at.reasonOf('c.jpg')]).toEqual(['photos.same_as_returned', 'photos.not_the_return'])
    expect(at.waiting()).toMatchObject([{ again: true }])
  })

  test('does not double a photo when the program ends anywhere between record and move', async () => {
    for (const dying of ['move.0', 'move.1', 'write.0'] as const) {
      await at.putPhoto('anna.jpg', 1)
      await at.putPhoto('bad.jpg', 1, { ...who, language: 'de' })
      const [what, nth] = dying.split('.')
      let left = Number(nth)
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
      await photoImport.turn(at.office.tools, at.folder)
      at.office.store.clock.advance(5000)
      expect(await photoImport.turn(at.office.tools, at.folder)).toMatchObject({
        failure: { code: 'photos.import_folder', params: { reason: 'EIO' } },
      })
      await at.looks(nodeDisk, 3)
      expect(at.waiting()).toHaveLength(1)
      expect([dying, at.filesIn()]).toEqual([dying, []])
    }
    const submitted = at.office.store.since(0, 10_000).filter(({ type }) => type === 'photo.submitted')
    expect(submitted).toHaveLength(1)
  })

  test('a corrected sidecar that comes back before its picture waits for it', async () => {
    await at.putPhoto('anna.jpg', 1, { ...who, language: 'de' })
    await at.looks()
    at.put('anna.jpg.json', JSON.stringify(who))
    await at.looks(nodeDisk, 3)
    expect(at.filesIn()).toEqual(['anna.jpg.json'])
    renameSync(join(at.folder, 'refused', 'anna.jpg'), join(at.folder, 'anna.jpg'))
    expect(await at.looks()).toMatchObject({ taken: 1 })
  })

  test('that is not there says so and loses nothing', async () => {
    const photoImport = createPhotoImport(nodeDisk)
    expect(await photoImport.turn(at.office.tools, join(at.folder, 'nowhere'))).toMatchObject({
      failure: { code: 'photos.import_folder', params: { reason: 'ENOENT' } },
    })
  })

  test('keeps both files when two of one name were done', async () => {
    await at.putPhoto('anna.jpg', 1)
    await at.looks()
    await at.putPhoto('anna.jpg', 2, { ...who, applicationNumber: 'E000999999' })
    await at.looks()
    expect(at.filesIn('done').filter((name) => name.endsWith('.jpg'))).toEqual(['anna-2.jpg', 'anna.jpg'])
  })
})
