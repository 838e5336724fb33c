/**
 * What each key of a keyboard types under the layouts that offices in Canada use. A typing reader is a keyboard: it sends
 * the places of keys, and what they mean depends on the layout of the computer, which need not be the reader's.
 *
 * Sources: Microsoft KBDUS (00000409), KBDCA "Canadian French" (00001009), KBDFC "Canadian French (Legacy)" (00000C0C),
 * KBDCAN "Canadian Multilingual Standard" (00011009, CAN/CSA Z243.200), each compared with the `us`, `ca(fr)`,
 * `ca(fr-legacy)` and `ca(multi)` symbols of xkeyboard-config. All four write letters and digits with the same keys; `<`,
 * which fills a machine-readable zone, is Shift and the comma (US), the key beside Enter (Canadian French), or AltGr and
 * the comma (the other two).
 */

export const readerLayouts = ['us', 'canadian_french', 'canadian_french_legacy', 'csa'] as const
export type ReaderLayout = (typeof readerLayouts)[number]

/** A key with what was held: places are named as in KeyboardEvent.code. */
export interface Chord {
  readonly code: string
  readonly shift: boolean
  /** AltGr, or what stands for it: Alt alone, Ctrl and Alt. */
  readonly altGr: boolean
}

const letters = (row: string) => [...row].map((letter) => `Key${letter}`)
const rows = [
  ['Backquote', ...[...'1234567890'].map((digit) => `Digit${digit}`), 'Minus', 'Equal'],
  [...letters('QWERTYUIOP'), 'BracketLeft', 'BracketRight', 'Backslash'],
  [...letters('ASDFGHJKL'), 'Semicolon', 'Quote'],
  ['IntlBackslash', ...letters('ZXCVBNM'), 'Comma', 'Period', 'Slash'],
] as const

type Rows = readonly [string, string, string, string]
interface Levels {
  readonly plain: Rows
  readonly shift: Rows
  /** A space: types nothing. */
  readonly altGr: Rows
}

/** Dead keys stand as the accent that they put on the next letter. */
const levels: Readonly<Record<ReaderLayout, Levels>> = {
  us: {
    plain: ['`1234567890-=', 'qwertyuiop[]\\', "asdfghjkl;'", '\\zxcvbnm,./'],
    shift: ['~!@#$%^&*()_+', 'QWERTYUIOP{}|', 'ASDFGHJKL:"', '|ZXCVBNM<>?'],
    altGr: ['', '', '', ''],
  },
  canadian_french: {
    plain: ['#1234567890-=', 'qwertyuiop^¸<', 'asdfghjkl;`', '«zxcvbnm,.é'],
    shift: ['|!"/$%?&*()_+', 'QWERTYUIOP^¨>', 'ASDFGHJKL:`', "»ZXCVBNM'.É"],
    altGr: ['\\±@£¢¤¬¦²³¼½¾', '        §¶[]}', '         ~{', '°      µ¯\u00AD´'],
  },
  canadian_french_legacy: {
    plain: ['°1234567890-=', 'qwertyuiop^çà', 'asdfghjkl;è', 'ùzxcvbnm,.é'],
    shift: ['°!"#$%?&*()_+', 'QWERTYUIOP^ÇÀ', 'ASDFGHJKL:È', "ÙZXCVBNM'.É"],
    altGr: ['¬¹@³¼½¾{[]}|¸', '   ¶ ¥  øþ°~`', 'æßðª     ´ ', '\\«»¢   µ<>/'],
  },
  csa: {
    plain: ['/1234567890-=', 'qwertyuiop^çà', 'asdfghjkl;è', 'ùzxcvbnm,.é'],
    shift: ['\\!@#$%?&*()_+', 'QWERTYUIOP¨ÇÀ', 'ASDFGHJKL:È', 'ÙZXCVBNM\'"É'],
    altGr: ['|      {}[] ¬', '          `~ ', '         ° ', ' «»     <> '],
  },
}

const table = (chosen: Rows): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap((codes, at) => codes.map((code, place): [string, string] => [code, chosen[at]?.charAt(place) ?? ''])),
  )
const tables = Object.fromEntries(
  readerLayouts.map((layout) => {
    const { plain, shift, altGr } = levels[layout]
    return [layout, { plain: table(plain), shift: table(shift), altGr: table(altGr) }]
  }),
) as Readonly<Record<ReaderLayout, Readonly<Record<keyof Levels, ReadonlyMap<string, string>>>>>

/** The character that a key types under a layout; empty where it types none. Caps Lock does not count. */
export function characterOf(layout: ReaderLayout, { code, shift, altGr }: Chord): string {
  if (code === 'Space') return ' '
  const digit = /^Numpad(\d)$/.exec(code)?.[1]
  if (digit) return digit
  const level = altGr ? 'altGr' : shift ? 'shift' : 'plain'
  return (tables[layout][level].get(code) ?? '').trim()
}

/** The key with which a layout types a character: what a reader that is set for it sends. Undefined where it has none. */
export function chordFor(layout: ReaderLayout, character: string): Chord | undefined {
  if (character === ' ') return { code: 'Space', shift: false, altGr: false }
  // The key between Shift and Z is not on every keyboard, so readers do not use it.
  for (const level of ['plain', 'shift', 'altGr'] as const)
    for (const [code, typed] of tables[layout][level])
      if (typed === character && code !== 'IntlBackslash')
        return { code, shift: level === 'shift', altGr: level === 'altGr' }
  return undefined
}
