const weights = [7, 3, 1] as const

/** Value of a character of the zone in a check digit: 0-9 as they are, A-Z 10 to 35, everything else (filler) 0. */
function worth(character: string): number {
  if (character >= '0' && character <= '9') return character.charCodeAt(0) - 48
  if (character >= 'A' && character <= 'Z') return character.charCodeAt(0) - 55
  return 0
}

/** The check digit of a field, '0' to '9': weights 7, 3, 1 repeating, sum modulo 10 (ICAO Doc 9303-3, 4.9). */
export function checkDigit(field: string): string {
  let sum = 0
  for (let at = 0; at < field.length; at++) sum += worth(field.charAt(at)) * (weights[at % 3] ?? 0)
  return String(sum % 10)
}
