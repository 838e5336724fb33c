/** Dates of a seal: the decimal number MMDDYYYY in three bytes (ICAO Doc 9303-13, 2.3.1). */

/** Three bytes for a date such as `2026-11-22`; undefined for what is no date. */
export function writeSealDate(date: string): Uint8Array | undefined {
  if (!isDate(date)) return undefined
  const [year, month, day] = date.split('-')
  const value = Number(`${month}${day}${year}`)
  return Uint8Array.of(value >> 16, (value >> 8) & 255, value & 255)
}

/** The date that three bytes name; undefined where no calendar has it. */
export function readSealDate(bytes: Uint8Array): string | undefined {
  const [high = 0, middle = 0, low = 0] = bytes
  const digits = String((high << 16) | (middle << 8) | low).padStart(8, '0')
  const date = `${digits.slice(4)}-${digits.slice(0, 2)}-${digits.slice(2, 4)}`
  return isDate(date) ? date : undefined
}

function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}
