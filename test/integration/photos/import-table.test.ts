import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeDisk } from '../../../src/main/photos/import/disk.ts'
import { openWatched, type Watched } from './import-support.ts'
import { portrait } from './review-support.ts'

let at: Watched
beforeEach(() => {
  at = openWatched()
})
afterEach(() => at.remove())

describe('a table of pictures in the import folder', () => {
  const header = 'file,applicationNumber,familyName,givenNames,language,dateOfBirth'
  const table = (...rows: string[]) => at.put('manifest.csv', [header, ...rows].join('\r\n'))

  test('says of each picture whose it is; a bad row refuses its own picture only, and names no value', async () => {
    for (const seed of [1, 2, 3, 4]) at.put(`p${seed}.jpg`, await portrait(seed))
    table(
      'p1.jpg,E000000001,"Roy, dit ""Desjardins""",Anne,fr,1990-05-17',
      'p2.jpg,E000000002,Singh,,de,',
      '',
      'p3.jpg,E000000003,Osman,Amal,en,1990-13-01',
      'p4.jpg,E000000004,Too,Short',
    )
    const look = await at.looks()
    expect(look).toMatchObject({ taken: 1, refused: 3, waiting: 0 })
    expect(at.waiting()).toMatchObject([{ name: 'ROY, DIT "DESJARDINS", Anne', applicationNumber: 'E000000001' }])
    expect(look.refusals.map(({ name, failure }) => [name, failure.params])).toEqual([
      ['p2.jpg', { row: 3, key: 'language' }],
      ['p3.jpg', { row: 5, key: 'dateOfBirth' }],
      ['p4.jpg', { row: 6, key: 'CSV' }],
    ])
    for (const value of ['Singh', 'Osman', '1990-13-01', 'Short'])
      for (const name of ['p2.jpg', 'p3.jpg', 'p4.jpg']) expect(at.textOf(name)).not.toContain(value)
    expect(at.filesIn()).toEqual(['manifest.csv'])
    await at.looks(nodeDisk, 16)
    expect(at.filesIn()).toEqual([])
    expect(at.filesIn('done')).toEqual(['manifest.csv', 'p1.jpg'])
  })

  test('may be parted by semicolons or tabs, with the mark of a spreadsheet', async () => {
    for (const [seed, mark] of [';', '\t'].entries()) {
      at.put(`p${seed}.jpg`, await portrait(seed + 1))
      const rows = [header, `p${seed}.jpg,E00000010${seed},Roy,,fr,`].join('\n').replaceAll(',', mark)
      at.put('manifest.csv', `\ufeff${rows}`)
      expect(await at.looks()).toMatchObject({ taken: 1, refused: 0 })
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
    at.put('anna.jpg', await portrait(1))
    at.put('manifest.csv', content)
    expect(await at.looks()).toMatchObject({ taken: 0, waiting: 1, refusals: [{ name: 'manifest.csv' }] })
    expect(at.reasonOf('manifest.csv')).toBe('photos.manifest_bad')
    expect(at.textOf('manifest.csv')).toContain(key)
    expect(at.filesIn()).toEqual(['anna.jpg'])
    table('anna.jpg,E000000001,Roy,,fr,')
    expect(await at.looks()).toMatchObject({ taken: 1 })
  })

  test('refuses a picture that two rows name, and says which pictures never came', async () => {
    at.put('anna.jpg', await portrait(1))
    table('anna.jpg,E000000001,Roy,,fr,', 'anna.jpg,E000000002,Roy,,fr,', 'gone.jpg,E000000003,Roy,,fr,')
    expect(await at.looks()).toMatchObject({ taken: 0, refusals: [{ failure: { params: { row: 3, key: 'file' } } }] })
    await at.looks(nodeDisk, 16)
    expect(at.textOf('manifest.csv')).toContain('Rows: 4.')
    expect(at.filesIn()).toEqual([])
  })

  test('gives way to a file beside the picture', async () => {
    await at.putPhoto('anna.jpg', 1)
    table('anna.jpg,E000000009,Other,,en,')
    await at.looks()
    expect(at.waiting()).toMatchObject([{ applicationNumber: 'E000123456' }])
  })
})
