/** First four bytes of a frame, as a number, little-endian. */
const sign = 0xfd2fb528
/** Sign, descriptor, and the longest that may stand before the length: a window and the number of a dictionary. */
const fewestBytes = 4 + 1 + 1 + 4

/**
 * How many bytes a zstd frame says that it unpacks to (RFC 8878, 3.1.1.1); undefined where it does not say so, or is none.
 * Unpacked in one piece of that length it need not be put together from others: fresh memory costs more than the unpacking.
 */
export function saidLength(packed: Uint8Array): number | undefined {
  if (packed.length < fewestBytes + 8) return undefined
  const head = new DataView(packed.buffer, packed.byteOffset, packed.length)
  if (head.getUint32(0, true) !== sign) return undefined
  const descriptor = head.getUint8(4)
  const isSingle = (descriptor & 0b10_0000) !== 0
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 0b11] ?? 0)
  switch (descriptor >> 6) {
    case 0:
      return isSingle ? head.getUint8(at) : undefined
    case 1:
      return head.getUint16(at, true) + 256
    case 2:
      return head.getUint32(at, true)
    default:
      return head.getUint32(at, true) + head.getUint32(at + 4, true) * 2 ** 32
  }
}
