/** A letter of each script that names come in, and the typeface that has it (`fonts.ts`). */
const letters = {
  'Noto Sans Variable': '\u0101\u01b0\u03b1\u0436\u0915',
  'Noto Sans Arabic Variable': '\u0639',
  'Noto Sans Armenian Variable': '\u0561',
  'Noto Sans Bengali Variable': '\u0995',
  'Noto Sans Ethiopic Variable': '\u1200',
  'Noto Sans Georgian Variable': '\u10d0',
  'Noto Sans Gurmukhi Variable': '\u0a15',
  'Noto Sans Hebrew Variable': '\u05d0',
  'Noto Sans Khmer Variable': '\u1780',
  'Noto Sans Sinhala Variable': '\u0d9a',
  'Noto Sans Tamil Variable': '\u0b95',
} as const

/**
 * Fetches the letters of every script while the window is idle (1.2 MB from this computer): each file that arrives only as
 * its first name is drawn has the whole screen laid out once more.
 */
export async function fetchFonts(): Promise<void> {
  // What cannot be fetched now is fetched when such a name is drawn.
  await Promise.allSettled(Object.entries(letters).map(([face, text]) => document.fonts.load(`1em '${face}'`, text)))
}
