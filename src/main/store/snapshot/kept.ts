/**
 * What a proof keeps of hundreds of thousands of rows, in a few pieces of memory: an object or a text for each would cost
 * the collector more than to hash it.
 */

/** Numbers one behind the other. */
export interface Numbers {
  readonly length: number
  push(value: number): void
  /** Of an index below the length. */
  at(index: number): number
}

export function createNumbers(): Numbers {
  let [values, length] = [new Float64Array(1024), 0]
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === values.length) values = grown(values, new Float64Array(2 * length))
      values[length] = value
      length += 1
    },
    at: (index) => values[index] ?? Number.NaN,
  }
}

/** Pieces of bytes of one length, one behind the other. */
export interface Pieces {
  /** Copies the piece that begins at a place. */
  push(from: Uint8Array, at: number): void
  /** All of them, and what memory there is behind them; only up to the next `push`. */
  bytes(): Uint8Array
}

export function createPieces(length: number): Pieces {
  let [bytes, end] = [new Uint8Array(1024 * length), 0]
  return {
    push(from, at) {
      if (end === bytes.length) bytes = grown(bytes, new Uint8Array(2 * end))
      for (let i = 0; i < length; i++) bytes[end + i] = from[at + i] ?? 0
      end += length
    },
    bytes: () => bytes,
  }
}

/** An index by a whole number. */
export interface Indexes {
  /** How many numbers have one. */
  readonly size: number
  set(number: number, index: number): void
  get(number: number): number | undefined
}

export function createIndexes(): Indexes {
  // Rows are numbered from 1 on, as a rule without gaps. One more than the index; 0: none.
  let [dense, size] = [new Int32Array(1024), 0]
  /** Of numbers that are far from it, as no desk gives any. */
  const others = new Map<number, number>()
  const get = (number: number) => {
    const found = dense[number]
    return found ? found - 1 : others.get(number)
  }
  return {
    get size() {
      return size
    },
    set(number, index) {
      if (get(number) === undefined) size += 1
      if (number >= dense.length && number < 4 * size + dense.length)
        dense = grown(dense, new Int32Array(Math.max(number + 1, 2 * dense.length)))
      if (number >= 0 && number < dense.length) dense[number] = index + 1
      else others.set(number, index)
    },
    get,
  }
}

/** Texts of which there are few, by the number that each has. */
export interface Words {
  numberOf(word: string): number
  word(number: number): string
}

export function createWords(): Words {
  const [numbers, words] = [new Map<string, number>(), [] as string[]]
  return {
    numberOf(word) {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, words.length)
      return words.push(word) - 1
    },
    word: (number) => words[number] ?? '',
  }
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}
