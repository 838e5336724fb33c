import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What a key of its own is derived for. A new purpose is a new word; words are never used again. */
type Purpose = 'blob' | 'blob-name' | 'high-water' | 'backup-manifest' | 'backup-folder'

/** 32 bytes that follow from the database key and a purpose (HKDF-SHA-256, RFC 5869): none tells anything of the others. */
export const subKey = (key: Uint8Array, purpose: Purpose): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `passerelle/${purpose}/1`, 32))

/** A text and, in its last line, the HMAC-SHA-256 that shows who wrote it. */
export const sealText = (text: string, key: Uint8Array): string =>
  `${text}\n${createHmac('sha256', key).update(text).digest('hex')}\n`

/** The text, if its last line is right; undefined if anything was changed or the key is another. */
export function openText(sealed: string, key: Uint8Array): string | undefined {
  const [, text, mac] = /^([\s\S]*)\n([0-9a-f]{64})\n$/.exec(sealed) ?? []
  if (text === undefined || mac === undefined) return undefined
  const expected = createHmac('sha256', key).update(text).digest()
  return timingSafeEqual(expected, Buffer.from(mac, 'hex')) ? text : undefined
}
