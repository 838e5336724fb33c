/** The name field of the zone: putting names into its width by the truncation rules of ICAO Doc 9303-4, -5, -6, 4.2.3. */

export interface NameField {
  /** Exactly `width` characters. */
  readonly text: string
  readonly truncated: boolean
}

type Words = readonly string[]

/**
 * Primary identifier (family name), two fillers, secondary identifier (given names). Where it does not fit:
 * - a family name that leaves room for a given name stays whole, and the given names are cut, every one keeping its
 *   initial as long as there is room;
 * - a longer family name has its words cut to initials from the last, so that a given name keeps at least its first
 *   letter;
 * - a field that was cut ends in a letter, which is how a reader knows.
 * Of the ways that the standard leaves to the issuer these are 4.2.3.1 a) and 4.2.3.2 a) of part 6.
 * A person with one name has it in the primary place, whichever field it was given in.
 */
export function nameField(family: Words, given: Words, width: number): NameField {
  const [primary, secondary] = family.length > 0 ? [family, given] : [given, []]
  const whole = join(primary, secondary)
  if (whole.length <= width) return { text: whole.padEnd(width, '<'), truncated: false }
  const text = secondary.length === 0 ? fill(primary, width) : both(primary, secondary, width)
  return { text: text.padEnd(width, '<'), truncated: true }
}

const lengthOf = (words: Words): number => words.reduce((sum, word) => sum + word.length + 1, -1)

const join = (primary: Words, secondary: Words): string =>
  secondary.length === 0 ? primary.join('<') : `${primary.join('<')}<<${secondary.join('<')}`

function both(primary: Words, secondary: Words, width: number): string {
  const short = shorten(primary, width - 3)
  const room = width - 2 - lengthOf(short)
  const rest = lengthOf(secondary)
  if (rest < room) return `${fill(primary, width - 2 - rest)}<<${secondary.join('<')}`
  const given = fill(secondary, room)
  // A filler would be left at the end: give the place to the given names.
  return given.length === room
    ? `${short.join('<')}<<${given}`
    : `${fill(primary, width - 3 - room)}<<${fill(secondary, room + 1)}`
}

/** Words from the last to the second cut to initials until `room` is kept; then the first is cut, then the last left out. */
function shorten(words: Words, room: number): Words {
  for (let whole = words.length; whole >= 1; whole--) {
    const cut = words.map((word, at) => (at < whole ? word : word.slice(0, 1)))
    if (lengthOf(cut) <= room) return cut
  }
  return fill(words, room).split('<')
}

/** As much of the words as `room` holds: an initial of each (of as many as there is room for), then more from the first on. */
function fill(words: Words, room: number): string {
  const kept = words.slice(0, Math.max(1, Math.floor((room + 1) / 2)))
  let spare = room - (2 * kept.length - 1)
  return kept
    .map((word) => {
      const more = Math.min(spare, word.length - 1)
      spare -= more
      return word.slice(0, 1 + more)
    })
    .join('<')
}
