/** Power spectra of square patches, two at a time: one complex transform serves two real patches. */

/** Side of a patch; frequencies run from 0 to half of it. */
export const patchSide = 256
const half = patchSide / 2
/** Rows of a half-plane spectrum are vertical frequencies -half to half-1, columns horizontal ones 0 to half-1. */
export type Spectrum = Float32Array

const cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / patchSide))
const sines = Float64Array.from({ length: half }, (_, k) => -Math.sin((2 * Math.PI * k) / patchSide))
const reversed = Uint8Array.from({ length: patchSide }, (_, at) =>
  Number.parseInt(at.toString(2).padStart(8, '0').split('').reverse().join(''), 2),
)
/** Hann's window, so that the edges of a patch are no edges of the picture. */
const window = Float64Array.from(
  { length: patchSide },
  (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * k) / (patchSide - 1)),
)

/** Log10 of power + 1 of two patches (rows of grey); their means are taken out first. */
export function powerSpectra(one: Float32Array, other: Float32Array): [Spectrum, Spectrum] {
  const re = windowed(one)
  const im = windowed(other)
  transformRows(re, im)
  transpose(re)
  transpose(im)
  transformRows(re, im)
  // Transposed: the row is the horizontal frequency now.
  return separated(re, im)
}

function windowed(patch: Float32Array): Float64Array {
  const mean = patch.reduce((sum, value) => sum + value, 0) / patch.length
  const out = new Float64Array(patch.length)
  for (let y = 0, at = 0; y < patchSide; y++) {
    for (let x = 0; x < patchSide; x++, at++) {
      out[at] = ((patch[at] as number) - mean) * (window[x] as number) * (window[y] as number)
    }
  }
  return out
}

/** Cooley and Tukey's transform, radix 2, of every row in place. */
function transformRows(re: Float64Array, im: Float64Array): void {
  for (let row = 0; row < patchSide; row++) {
    const base = row * patchSide
    for (let at = 0; at < patchSide; at++) {
      const to = reversed[at] as number
      if (at >= to) continue
      swap(re, base + at, base + to)
      swap(im, base + at, base + to)
    }
    firstButterflies(re, im, base)
    for (let size = 4; size < patchSide; size *= 2) butterflies(re, im, base, size)
  }
}

/** The first two rounds at once, by fours: their factors are 1 and -i, nothing is multiplied. */
function firstButterflies(re: Float64Array, im: Float64Array, base: number): void {
  for (let at = base; at < base + patchSide; at += 4) {
    const [r0, r1, r2, r3] = [re[at] as number, re[at + 1] as number, re[at + 2] as number, re[at + 3] as number]
    const [i0, i1, i2, i3] = [im[at] as number, im[at + 1] as number, im[at + 2] as number, im[at + 3] as number]
    re[at] = r0 + r1 + (r2 + r3)
    im[at] = i0 + i1 + (i2 + i3)
    re[at + 1] = r0 - r1 + (i2 - i3)
    im[at + 1] = i0 - i1 - (r2 - r3)
    re[at + 2] = r0 + r1 - (r2 + r3)
    im[at + 2] = i0 + i1 - (i2 + i3)
    re[at + 3] = r0 - r1 - (i2 - i3)
    im[at + 3] = i0 - i1 + (r2 - r3)
  }
}

function butterflies(re: Float64Array, im: Float64Array, base: number, size: number): void {
  const stride = half / size
  for (let first = base; first < base + patchSide; first += 2 * size) {
    for (let k = 0; k < size; k++) {
      const low = first + k
      const high = low + size
      const cos = cosines[k * stride] as number
      const sin = sines[k * stride] as number
      const r = (re[high] as number) * cos - (im[high] as number) * sin
      const i = (re[high] as number) * sin + (im[high] as number) * cos
      re[high] = (re[low] as number) - r
      im[high] = (im[low] as number) - i
      re[low] = (re[low] as number) + r
      im[low] = (im[low] as number) + i
    }
  }
}

function transpose(values: Float64Array): void {
  for (let y = 0; y < patchSide; y++) {
    for (let x = y + 1; x < patchSide; x++) swap(values, y * patchSide + x, x * patchSide + y)
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] as number
  values[a] = values[b] as number
  values[b] = kept
}

/** The even part of the transform belongs to the first patch, the odd part to the second. */
function separated(re: Float64Array, im: Float64Array): [Spectrum, Spectrum] {
  const one = new Float32Array(patchSide * half)
  const other = new Float32Array(patchSide * half)
  for (let v = -half; v < half; v++) {
    for (let u = 0; u < half; u++) {
      const here = u * patchSide + ((v + patchSide) & (patchSide - 1))
      const there = ((patchSide - u) & (patchSide - 1)) * patchSide + ((patchSide - v) & (patchSide - 1))
      const a = re[here] as number
      const b = im[here] as number
      const c = re[there] as number
      const d = im[there] as number
      const to = (v + half) * half + u
      one[to] = Math.log10(((a + c) * (a + c) + (b - d) * (b - d)) / 4 + 1)
      other[to] = Math.log10(((b + d) * (b + d) + (c - a) * (c - a)) / 4 + 1)
    }
  }
  return [one, other]
}
