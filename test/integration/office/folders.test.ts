import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderRoots, listFolders } from '../../../src/main/office/folders.ts'
import type { FolderEntry } from '../../../src/shared/contract/views.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { testPorts } from '../../support/desk.ts'
import { codeOf, enrol, firstSignIn, openSeat, seatOfGwen } from '../seat/kit.ts'

/** A home and a stick, with folders, a file, a hidden folder and links in them. */
function places() {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'passerelle-places-')))
  const [home, stick] = [join(top, 'home'), join(top, 'stick')]
  for (const folder of ['b', 'a/deep', '.hidden']) mkdirSync(join(home, folder), { recursive: true })
  mkdirSync(join(stick, 'Backups'), { recursive: true })
  mkdirSync(join(top, 'private'))
  writeFileSync(join(home, 'letter.txt'), 'a secret')
  symlinkSync(join(top, 'private'), join(home, 'link'))
  const roots: FolderEntry[] = [
    { name: home, path: home, kind: 'home' },
    { name: 'STICK', path: stick, kind: 'drive' },
  ]
  return { top, home, stick, roots }
}
const namesIn = (place: string | undefined, roots: readonly FolderEntry[]) =>
  unwrap(listFolders(place, roots)).folders.map(({ name }) => name)

describe('the folders of this computer', () => {
  test('begin with one’s own and the mounted disks, and give names of folders only', () => {
    const { home, stick, roots } = places()
    expect(namesIn(undefined, roots)).toEqual([home, 'STICK'])
    expect(namesIn(home, roots)).toEqual(['a', 'b'])
    expect(namesIn(stick, roots)).toEqual(['Backups'])
    expect(unwrap(listFolders(home, roots)).parent).toBeUndefined()
    expect(unwrap(listFolders(join(home, 'a', 'deep'), roots))).toMatchObject({ parent: join(home, 'a'), folders: [] })
  })

  test('outside of these places, behind a link, or gone, are not told of', () => {
    const { top, home, roots } = places()
    for (const place of [top, '/', join(home, '..'), join(home, 'link'), join(home, 'letter.txt'), join(home, 'gone')])
      expect(listFolders(place, roots)).toEqual(fail('host.folder_unreadable'))
    expect(listFolders(`${home}-other`, roots)).toEqual(fail('host.folder_unreadable'))
    expect(listFolders('relative', roots)).toEqual(fail('host.folder_unreadable'))
  })

  test('are cut where there are too many to read', () => {
    const { home, roots } = places()
    for (let n = 0; n < 520; n++) mkdirSync(join(home, 'b', `f${n}`))
    const view = unwrap(listFolders(join(home, 'b'), roots))
    expect(view.folders).toHaveLength(500)
    expect(view.more).toBe(true)
  })

  test('always have a place to begin at', () => {
    expect(folderRoots()[0]?.kind).toBe('home')
  })
})

describe('who may look', () => {
  test('before set-up whoever restores, afterwards an administrator and nobody else', async () => {
    const fresh = await openSeat()
    expect((await fresh.desk.folders.list({})).folders.length).toBeGreaterThan(0)
    const { seat, desk, password } = await seatOfGwen()
    expect((await desk.folders.list({})).folders[0]?.kind).toBe('home')
    const { secrets } = await enrol(seat, 'amelie', 'border_officer')
    await desk.seat.lock()
    expect(await codeOf(desk.folders.list({}))).toBe('officers.locked')
    await desk.seat.unlock({ password })
    await desk.seat.signOut()
    expect(await codeOf(desk.folders.list({}))).toBe('officers.not_signed_in')
    expect(await codeOf(desk.folders.choose())).toBe('officers.not_signed_in')
    await firstSignIn(seat, 'amelie', secrets.totpSecret)
    expect(await codeOf(desk.folders.list({}))).toBe('officers.not_your_role')
  })

  test('the host’s own dialog comes first; where there is none the window lists', async () => {
    const ports = testPorts([])
    let answer: string | null = '/media/gwen/STICK'
    const dialogs = { ...ports.dialogs, openFolder: async () => ok(answer) }
    const { desk } = await seatOfGwen({ ports: { ...ports, dialogs } })
    expect(await desk.folders.choose()).toEqual({ by: 'done', folder: '/media/gwen/STICK' })
    answer = null
    expect(await desk.folders.choose()).toEqual({ by: 'cancelled' })
    expect(await (await openSeat()).desk.folders.choose()).toEqual({ by: 'window' })
  })
})
