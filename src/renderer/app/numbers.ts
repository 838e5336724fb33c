/** Numbers in groups that can be read aloud. */
export { groupClientId } from '../../shared/domain/numbers.ts'

/** Letters, then digits in threes: `A 000 101`. The spaces do not break a line. */
export function groupSerial(serial: string): string {
  const [, prefix = '', digits = ''] = /^(\D*)(\d*)$/.exec(serial) ?? []
  if (!digits) return serial
  return [prefix, digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0')].filter(Boolean).join('\u00a0')
}

/** A secret in blocks of four. One that comes in groups already keeps them. */
export const groupSecret = (secret: string): string =>
  /[- ]/.test(secret) ? secret : (secret.match(/.{1,4}/g)?.join(' ') ?? secret)
