import { expect, test } from 'vitest'
import { hashPassword, isPassword, makePassword } from '../../../src/central/confirmations/passwords.ts'
import { nodeRandom } from '../../../src/central/ports/node.ts'

test('a temporary password has three groups of five clear letters, and is another each time', () => {
  const made = Array.from({ length: 200 }, () => makePassword(nodeRandom))
  for (const password of made) expect(password).toMatch(/^[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){2}$/)
  expect(new Set(made).size).toBe(200)
})

test('what is kept is salted, holds its cost and not the password, and opens to it alone', async () => {
  const password = 'Crème brûlée, s’il vous plaît'
  const [one, two] = [await hashPassword(password, nodeRandom), await hashPassword(password, nodeRandom)]
  expect(one).not.toBe(two)
  expect(one).toMatch(/^scrypt\$15\$8\$3\$/)
  expect(one).not.toContain('brûlée')
  expect(await isPassword(password, one)).toBe(true)
  // However a keyboard composes its accents.
  expect(await isPassword(password.normalize('NFD'), one)).toBe(true)
  expect(await isPassword(`${password} `, one)).toBe(false)
})

test('where none is kept nothing opens, not even what an empty one would be', async () => {
  for (const kept of [null, undefined]) expect(await isPassword('', kept)).toBe(false)
})

test('a hash of another cost, as an older program kept it, still opens', async () => {
  const { scryptSync } = await import('node:crypto')
  const salt = Buffer.alloc(16, 3)
  const hash = scryptSync('old', salt, 32, { N: 2 ** 10, r: 8, p: 1 }).toString('base64')
  expect(await isPassword('old', `scrypt$10$8$1$${salt.toString('base64')}$${hash}`)).toBe(true)
})

test('many tries at once wait for each other, and each gets its own answer', async () => {
  const kept = await hashPassword('the one', nodeRandom)
  const tries = ['the one', 'another', 'the one', 'a third', '', 'the one']
  expect(await Promise.all(tries.map((password) => isPassword(password, kept)))).toEqual(
    tries.map((password) => password === 'the one'),
  )
})
