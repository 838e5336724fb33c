import bwipjs from 'bwip-js/generic'

/** A two-dimensional symbol: its modules row by row from the top, 1 where it is dark. */
export interface Symbol2d {
  readonly columns: number
  readonly modules: readonly number[]
}

/** The ECC 200 DataMatrix of bytes (ISO/IEC 16022), square. */
export function dataMatrix(bytes: Uint8Array): Symbol2d {
  const text = Array.from(bytes, (byte) => `^${String(byte).padStart(3, '0')}`).join('')
  const [symbol] = bwipjs.raw({ bcid: 'datamatrix', text, parse: true })
  if (!symbol || !('pixs' in symbol)) throw new Error('The bar code library gave no matrix')
  return { columns: symbol.pixx, modules: symbol.pixs }
}
