import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from '../../shared/ports.ts'
import { clearLetters } from '../clear-letters.ts'

/** Passwords of people: the temporary one that is mailed, and what is kept of any: its scrypt alone. */

/** Of scrypt: the memory of a try is 128 × r × 2^log2 bytes, its time p times that. */
export interface PasswordCost {
  readonly log2: number
  readonly r: number
  readonly p: number
}

/** 32 MiB a try, some 100 ms, off the main thread. The cost stands in what is kept, so that it can be raised. */
const currentCost: PasswordCost = { log2: 15, r: 8, p: 3 }
const hashLength = 32

/** 75 random bits, easily read out and typed: `k7m2p-9xw4d-q3hzt`. */
export const makePassword = (random: Random): string =>
  clearLetters(random, 15)
    .toLowerCase()
    .replace(/(.{5})(?=.)/g, '$1-')

/** What is kept: `scrypt$15$8$3$<salt>$<hash>`, both base64. */
export async function hashPassword(password: string, random: Random, cost = currentCost): Promise<string> {
  const salt = Buffer.from(random.bytes(16))
  const { log2, r, p } = cost
  const hash = await derived(password, salt, cost)
  return ['scrypt', log2, r, p, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** Is this the password? Where none is kept the same work is done: an answer does not tell by its time whether there is one. */
export async function isPassword(
  password: string,
  kept: string | null | undefined,
  cost = currentCost,
): Promise<boolean> {
  const [, log2, r, p, salt = '', hash = ''] = (kept ?? nobodys(cost)).split('$')
  const right = Buffer.from(hash, 'base64')
  const given = await derived(password, Buffer.from(salt, 'base64'), { log2: Number(log2), r: Number(r), p: Number(p) })
  return timingSafeEqual(given, right) && typeof kept === 'string'
}

const nobodys = ({ log2, r, p }: PasswordCost): string =>
  ['scrypt', log2, r, p, Buffer.alloc(16).toString('base64'), Buffer.alloc(hashLength).toString('base64')].join('$')

async function derived(password: string, salt: Buffer, { log2, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** log2
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
  await turn()
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize('NFKC'), salt, hashLength, options, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    )
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** Two at once: they take threads that files and the desks' settling need too, whoever guesses how many names. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

function turn(): Promise<void> {
  if (running >= atOnce) return new Promise((resolve) => waiting.push(resolve))
  running++
  return Promise.resolve()
}
