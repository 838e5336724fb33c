/** Numbers in groups that can be read aloud. */
export { groupClientId, groupSerial } from '../../shared/domain/numbers.ts'

/** A secret in blocks of four. One that comes in groups already keeps them. */
export const groupSecret = (secret: string): string =>
  /[- ]/.test(secret) ? secret : (secret.match(/.{1,4}/g)?.join(' ') ?? secret)
