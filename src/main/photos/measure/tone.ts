/** Light and colour of sRGB codes (IEC 61966-2-1) and CIELAB under D65. */

/** Linear light, 0 to 1, by code. */
export const linear: Float32Array = Float32Array.from({ length: 256 }, (_, code) => {
  const share = code / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

/** Code nearest to a sampled value. */
const code = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : (value + 0.5) | 0)

const light = (value: number): number => linear[code(value)] as number

/** Luminance Y, 0 to 1, of three codes (fractions are rounded). */
export const luminance = (red: number, green: number, blue: number): number =>
  0.2126729 * light(red) + 0.7151522 * light(green) + 0.072175 * light(blue)

/** L* of a luminance. */
export const lightness = (y: number): number => 116 * lab(y) - 16

/** CIELAB of three codes: writes L*, a*, b* into `out`. */
export function toLab(red: number, green: number, blue: number, out: Float64Array): void {
  const [r, g, b] = [light(red), light(green), light(blue)]
  const x = lab((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = lab(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = lab((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  out[0] = 116 * y - 16
  out[1] = 500 * (x - y)
  out[2] = 200 * (y - z)
}

const lab = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)

/** The value of a histogram of codes below which `share` of its `count` lies. */
export function percentile(histogram: Uint32Array, count: number, share: number): number {
  let seen = 0
  for (let at = 0; at < 256; at++) {
    seen += histogram[at] as number
    if (seen > share * count) return at
  }
  return 255
}
