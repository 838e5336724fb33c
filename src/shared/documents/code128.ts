import bwipjs from 'bwip-js/generic'

/** Widths in modules of a Code 128 symbol of `text` (ASCII), bars and gaps in turn, a bar first (ISO/IEC 15417). */
export function code128(text: string): readonly number[] {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text })
  if (!symbol || !('sbs' in symbol)) throw new Error('The bar code library gave no linear symbol')
  return symbol.sbs
}
