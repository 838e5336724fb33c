import { describe, expect, test } from 'vitest'
import { noKeychain } from '../../../src/main/officers/ports.ts'
import { keyFileName } from '../../../src/main/officers/slot-file.ts'
import { keySlots } from '../../../src/main/officers/slots.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { alice, bruno, cheap, deskWithAlice, memoryFiles } from './support.ts'

const code = (result: { ok: boolean; failure?: { code: string } }) => (result.ok ? 'ok' : result.failure?.code)

describe('opening', () => {
  test('the right password opens the same database key, and the file never holds it', async () => {
    const { slots, keys, disk } = await deskWithAlice()
    const opened = unwrap(await slots.openByPassword('Alice ', alice.password))
    expect(opened.databaseKey).toEqual(keys.databaseKey)
    expect(opened).toMatchObject({
      fileIntact: true,
      generation: 1,
      openedBy: { kind: 'officer', userId: alice.userId },
    })
    const file = Buffer.from(disk.content.get(keyFileName) ?? []).toString()
    expect(file).not.toContain(Buffer.from(keys.databaseKey).toString('base64'))
    expect(file).not.toContain(Buffer.from(keys.databaseKey).toString('hex'))
  })

  test('a wrong password and an unknown user give the same answer after the same derivation', async () => {
    const { slots, derivation } = await deskWithAlice()
    const answers = []
    for (const name of ['alice', 'nobody', '', 'x'.repeat(500), '𝕬']) {
      const before = derivation.runs()
      answers.push(await slots.openByPassword(name, 'something else here'))
      expect(derivation.runs() - before).toBe(1)
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(code(answers[0] as never)).toBe('officers.wrong_credentials')
    expect(new Set(derivation.costs)).toEqual(new Set([cheap.memoryKib]))
  })

  test('a password typed on another keyboard, in another Unicode form, opens', async () => {
    const { slots, keys } = await deskWithAlice()
    unwrap(await slots.addOfficer(keys, { ...bruno, password: 'éclair ﬁne über Straße' }))
    const typed = 'éclair ﬁne über Straße'.normalize('NFKD')
    expect(code(await slots.openByPassword('bruno', typed))).toBe('ok')
  })

  test('the recovery key opens alone, in lower case and without separators', async () => {
    const { slots, keys, recoveryKey, chain } = await deskWithAlice()
    chain.setThere(false)
    const opened = unwrap(slots.openByRecoveryKey(recoveryKey.toLowerCase().replaceAll('-', ' ')))
    expect(opened.databaseKey).toEqual(keys.databaseKey)
    expect(opened.openedBy).toEqual({ kind: 'recovery' })
  })

  test('the recovery key of another desk is well written and opens nothing', async () => {
    const [here, there] = [await deskWithAlice(), await deskWithAlice()]
    expect(code(here.slots.openByRecoveryKey(there.recoveryKey))).toBe('officers.recovery_key_wrong')
  })
})

describe('changing', () => {
  test('two officers open the same desk with their own passwords', async () => {
    const { slots, keys } = await deskWithAlice()
    unwrap(await slots.addOfficer(keys, bruno))
    const opened = unwrap(await slots.openByPassword('bruno', bruno.password))
    expect(opened.databaseKey).toEqual(keys.databaseKey)
    expect(opened.openedBy).toMatchObject({ userName: 'bruno', mustChange: true })
    expect(code(await slots.openByPassword('bruno', alice.password))).toBe('officers.wrong_credentials')
    expect(unwrap(slots.users()).map((user) => user.userName)).toEqual(['alice', 'bruno'])
  })

  test('after a change only the new password opens, and must-change is over', async () => {
    const { slots, keys } = await deskWithAlice()
    unwrap(await slots.addOfficer(keys, bruno))
    const next = 'velvet harbour nine'
    const changed = unwrap(await slots.changePassword({ userName: 'bruno', current: bruno.password, next }))
    expect(changed.openedBy).toMatchObject({ mustChange: false })
    expect(code(await slots.openByPassword('bruno', bruno.password))).toBe('officers.wrong_credentials')
    expect(code(await slots.openByPassword('bruno', next))).toBe('ok')
  })

  test('a change needs the current password, and another new one', async () => {
    const { slots } = await deskWithAlice()
    const change = (current: string, next: string) => slots.changePassword({ userName: 'alice', current, next })
    expect(code(await change('not the password', 'velvet harbour nine'))).toBe('officers.wrong_credentials')
    expect(code(await change(alice.password, alice.password))).toBe('officers.password_same')
    expect(code(await change(alice.password, 'short'))).toBe('officers.password_too_short')
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('ok')
  })

  test('a reset gives a temporary password that must be changed', async () => {
    const { slots, keys } = await deskWithAlice()
    const choice = { password: 'temporal walnut kiosk', mustChange: true }
    unwrap(await slots.setPassword(keys, alice.userId, choice))
    const opened = unwrap(await slots.openByPassword('alice', choice.password))
    expect(opened.openedBy).toMatchObject({ mustChange: true })
    expect(code(await slots.setPassword(keys, bruno.userId, choice))).toBe('officers.no_such_officer')
  })

  test('a removed officer opens nothing; the last officer stays', async () => {
    const { slots, keys } = await deskWithAlice()
    unwrap(await slots.addOfficer(keys, bruno))
    unwrap(await slots.removeOfficer(keys, alice.userId))
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('officers.wrong_credentials')
    expect(code(await slots.removeOfficer(keys, bruno.userId))).toBe('officers.last_slot')
  })

  test('a user name is taken once, whatever its case', async () => {
    const { slots, keys } = await deskWithAlice()
    expect(code(await slots.addOfficer(keys, { ...bruno, userName: 'ALICE' }))).toBe('officers.user_name_taken')
    expect(code(await slots.addOfficer(keys, { ...bruno, userName: 'a lice' }))).toBe('officers.user_name_invalid')
  })

  test('a new recovery key ends the one before', async () => {
    const { slots, keys, recoveryKey } = await deskWithAlice()
    const fresh = unwrap(await slots.replaceRecoveryKey(keys))
    expect(code(slots.openByRecoveryKey(recoveryKey))).toBe('officers.recovery_key_wrong')
    expect(unwrap(slots.openByRecoveryKey(fresh)).databaseKey).toEqual(keys.databaseKey)
  })

  test('changes asked for at once are all kept', async () => {
    const { slots, keys } = await deskWithAlice()
    const names = ['carol', 'dmitri', 'elena', 'farid']
    const officers = names.map((userName, i) => ({
      ...bruno,
      userName,
      userId: `0190a000-0000-7000-8000-00000000001${i}`,
    }))
    await Promise.all(officers.map((officer) => slots.addOfficer(keys, officer)))
    expect(unwrap(slots.users()).map((user) => user.userName)).toEqual(['alice', ...names])
    expect(unwrap(slots.generation())).toBe(5)
  })

  test('nothing of a set-up that was given up stays, and a second set-up is refused', async () => {
    const { slots, ports } = await deskWithAlice()
    const fresh = keySlots({ ...ports, files: memoryFiles().files })
    unwrap(await fresh.prepare(alice))
    expect(unwrap(fresh.exists())).toBe(false)
    expect(code(unwrap(await slots.prepare(bruno)).save())).toBe('officers.key_file_exists')
  })
})

describe('the keychain', () => {
  test('a copied data folder does not open with the password on another account', async () => {
    const { slots, chain } = await deskWithAlice()
    chain.changeAccount()
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('officers.keychain_changed')
    chain.setThere(false)
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('officers.keychain_unavailable')
  })

  test('the recovery key gives a new keychain its secret, and every password works again', async () => {
    const { slots, chain, recoveryKey, keys } = await deskWithAlice()
    unwrap(await slots.addOfficer(keys, bruno))
    chain.changeAccount()
    const opened = unwrap(slots.openByRecoveryKey(recoveryKey))
    expect(unwrap(await slots.rebindDevice(opened))).toBe(true)
    expect(unwrap(await slots.rebindDevice(opened))).toBe(false)
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('ok')
    expect(code(await slots.openByPassword('bruno', bruno.password))).toBe('ok')
  })

  test('a keychain that gives back another secret is told from a wrong password', async () => {
    const { ports, chain } = await deskWithAlice()
    const other = { ...chain.keychain, unprotect: () => ({ ok: true, value: new Uint8Array(32) }) as const }
    const slots = keySlots({ ...ports, keychain: other })
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('officers.keychain_changed')
  })

  test('without a keychain the password alone opens; when one comes, the slot is bound to it', async () => {
    const { ports, chain, slots: bound } = await deskWithAlice({ keychain: noKeychain })
    const opened = unwrap(await bound.openByPassword('alice', alice.password))
    expect(unwrap(await bound.strengthen(opened, alice.password))).toBe(false)
    const slots = keySlots({ ...ports, keychain: chain.keychain })
    expect(unwrap(await slots.strengthen(opened, alice.password))).toBe(true)
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('ok')
    chain.changeAccount()
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('officers.keychain_changed')
  })

  test('an officer enrolled while the keychain was away signs in when it is back', async () => {
    const { slots, keys, chain } = await deskWithAlice()
    chain.setThere(false)
    unwrap(await slots.addOfficer(keys, bruno))
    expect(code(await slots.openByPassword('bruno', bruno.password))).toBe('ok')
    chain.setThere(true)
    expect(code(await slots.openByPassword('bruno', bruno.password))).toBe('ok')
  })

  test('an old slot is brought to a higher cost at sign-in', async () => {
    const { ports, derivation, slots: old } = await deskWithAlice()
    const opened = unwrap(await old.openByPassword('alice', alice.password))
    const slots = keySlots({ ...ports, cost: { ...cheap, memoryKib: 64 } })
    expect(unwrap(await slots.strengthen(opened, alice.password))).toBe(true)
    unwrap(await slots.openByPassword('alice', alice.password))
    expect(derivation.costs.at(-1)).toBe(64)
  })
})

describe('a changed or broken key file', () => {
  test.each([
    ['mustChange', '"mustChange": false', '"mustChange": true'],
    ['device binding', '"deviceBound": true', '"deviceBound": false'],
    ['cost', '"passes": 1', '"passes": 2'],
    ['user name', '"userName": "alice"', '"userName": "mallory"'],
  ])('a changed %s opens nothing', async (_, from, to) => {
    const { slots, disk } = await deskWithAlice()
    disk.edit(keyFileName, (text) => text.replace(from, to))
    for (const name of ['alice', 'mallory'])
      expect(code(await slots.openByPassword(name, alice.password))).toBe('officers.wrong_credentials')
  })

  test('a slot removed or put back from outside is noticed, and not signed over while open', async () => {
    const { slots, disk, keys } = await deskWithAlice()
    unwrap(await slots.addOfficer(keys, bruno))
    disk.edit(keyFileName, (text) => {
      const file = JSON.parse(text)
      return JSON.stringify({ ...file, officers: file.officers.slice(0, 1) })
    })
    expect(code(await slots.addOfficer(keys, bruno))).toBe('officers.key_file_changed')
    const opened = unwrap(await slots.openByPassword('alice', alice.password))
    expect(opened.fileIntact).toBe(false)
    expect(code(await slots.addOfficer(opened, bruno))).toBe('ok')
    expect(unwrap(await slots.openByPassword('alice', alice.password)).fileIntact).toBe(true)
  })

  test('an older whole file is known by its generation', async () => {
    const { slots, disk, keys } = await deskWithAlice()
    const old = disk.content.get(keyFileName) as Uint8Array
    unwrap(await slots.addOfficer(keys, bruno))
    disk.content.set(keyFileName, old)
    const opened = unwrap(await slots.openByPassword('alice', alice.password))
    expect(opened.fileIntact).toBe(true)
    expect(opened.generation).toBeLessThan(2)
  })

  test.each([
    ['', 'officers.key_file_damaged'],
    ['{', 'officers.key_file_damaged'],
    ['{"format":"passerelle-keys","version":1}', 'officers.key_file_damaged'],
    ['{"format":"passerelle-keys","version":2,"new":true}', 'officers.key_file_newer'],
  ])('%j is refused in words of its own and left alone', async (text, expected) => {
    const { slots, disk, ports } = await deskWithAlice()
    disk.edit(keyFileName, () => text)
    expect(code(await slots.openByPassword('alice', alice.password))).toBe(expected)
    expect(code(slots.exists())).toBe(expected)
    expect(code(unwrap(await keySlots(ports).prepare(alice)).save())).toBe(expected)
    expect(Buffer.from(disk.content.get(keyFileName) ?? []).toString()).toBe(text)
  })

  test('a full disk refuses the change and the old password still opens', async () => {
    const { slots, disk } = await deskWithAlice()
    disk.fillUp()
    const wish = { userName: 'alice', current: alice.password, next: 'velvet harbour nine' }
    expect(await slots.changePassword(wish)).toMatchObject({ failure: { code: 'officers.cannot_write' } })
    disk.makeRoom()
    expect(code(await slots.openByPassword('alice', alice.password))).toBe('ok')
  })
})
