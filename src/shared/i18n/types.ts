import type { Bilingual } from '../language.ts'

/** Texts of one room of the window: key (`room.what`) to both official languages; `_one`/`_other` end plural keys. */
export type Texts = Readonly<Record<string, Bilingual>>

/** Names in double braces of a text: `'{{n}} of {{total}}'` gives `'n' | 'total'`. */
type Names<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never

/** A key as the code writes it: plural endings are chosen by the count. */
export type BaseKey<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key

/** What a text must be given: one value for each name in it, and nothing when it names none. */
export type ParamsOf<All extends Texts, Key extends string> = Key extends keyof All
  ? Names<All[Key]['en']>
  : `${Key}_other` extends keyof All
    ? Names<All[`${Key}_other`]['en']> | 'count'
    : never
