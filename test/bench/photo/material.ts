/** The photos that the photo benchmark judges: drawn people, and the faces beside the repository when they are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { headCoverings, lookOf, portraitJpeg, type Traits } from '../../../src/main/demo/portraits.ts'

/** `framed`: made-up people cut to the card's frame before a plain wall; `selfie`: everything else that is real. */
export type Kind = 'drawn' | 'framed' | 'selfie'

export interface Material {
  readonly name: string
  readonly kind: Kind
  /** 0 lightest to 9 darkest; known of drawn people only. */
  readonly tone: number | null
  readonly bytes: Uint8Array
}

const ages = [4, 9, 15, 24, 33, 46, 61, 78]

/** Traits of the drawn person of this number: every tone beside every age and covering sooner or later. */
export function traitsOf(index: number): Traits {
  const covering = headCoverings[Math.floor(index * 1.7) % headCoverings.length] ?? 'none'
  const age = ages[(index * 3 + Math.floor(index / 10)) % ages.length] ?? 33
  const adult = age > 18
  return {
    tone: index % 10,
    age,
    covering: adult || covering === 'cap' ? covering : 'none',
    sex: covering === 'hijab' || covering === 'headwrap' ? 'F' : covering === 'none' ? (index % 2 ? 'F' : 'M') : 'M',
  }
}

/** Good photos for the card, `width` pixels wide. Numbers from `first`: other numbers are other people. */
export const drawnPeople = (count: number, first = 1000, width = 715): Promise<Material[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const [seed, traits] = [first + at, traitsOf(first + at)]
      const { tone } = lookOf(seed, traits)
      return {
        name: `drawn-${seed}`,
        kind: 'drawn' as const,
        tone,
        bytes: await portraitJpeg(seed, traits, width, 'card'),
      }
    }),
  )

/** Never part of the repository: made-up people under CC0 and three public portraits. */
const folder = join('..', 'shared', 'data', 'faces')

/** The faces beside the repository; none when they are not there. */
export function realPeople(): Material[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /\.(jpg|png)$/.test(file))
    .toSorted()
    .map((file) => ({
      name: file,
      kind: file.includes('_passport') ? ('framed' as const) : ('selfie' as const),
      tone: null,
      bytes: new Uint8Array(readFileSync(join(folder, file))),
    }))
}

/** The benchmark is built as one file: the worker is the product's own, which is built before. */
export const workerFile = resolve(
  import.meta.url.endsWith('.ts') ? 'src/main/photos/photo.worker.ts' : 'out/main/photo.worker.js',
)
