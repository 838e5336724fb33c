/** What the fine structure of a picture tells: the raster of a print or screen, and enlarging. */
import type { Face } from './face.ts'
import { patchSide, powerSpectra, type Spectrum } from './fft.ts'
import { ranked } from './rank.ts'
import type { Picture } from './raster.ts'
import { absent, type Readings } from './readings.ts'

const half = patchSide / 2
/** Where patches lie, as shares of the free room: corners, edges and the middle. */
const places = [
  [0, 0],
  [1, 0],
  [0.5, 0.4],
  [0.5, 0.75],
  [0, 0.6],
  [1, 0.6],
] as const

/** The spectrum of six patches over the picture, and of the face. */
export function measureSpectrum(picture: Picture, face: Face): Readings {
  const { width, height } = picture
  if (width < patchSide || height < patchSide) return absent('too_small', 'raster', 'enlarged')
  const corners = places.map(
    ([x, y]) => [Math.round((width - patchSide) * x), Math.round((height - patchSide) * y)] as const,
  )
  const onFace = [
    Math.round(clamp(face.middle.x - half, 0, width - patchSide)),
    Math.round(clamp(face.middle.y + 0.35 * face.ied - half, 0, height - patchSide)),
  ] as const
  const patches = [...corners, onFace, onFace].map(([x, y]) => patchAt(picture, x, y))
  const spectra = [0, 2, 4, 6].flatMap((at) =>
    powerSpectra(patches[at] as Float32Array, patches[at + 1] as Float32Array),
  )
  const whole = meanOf(spectra.slice(0, places.length))
  const enlarged = enlargement(picture, face, spectra[places.length] as Spectrum)
  return {
    values: { raster: rasterPeak(whole), ...enlarged.values },
    ...(enlarged.notes ? { notes: enlarged.notes } : {}),
  }
}

/** Green, which is most of luma, of a square of the picture. */
function patchAt({ width, rgb }: Picture, left: number, top: number): Float32Array {
  const patch = new Float32Array(patchSide * patchSide)
  for (let y = 0, to = 0; y < patchSide; y++) {
    let from = ((top + y) * width + left) * 3
    for (let x = 0; x < patchSide; x++, to++, from += 3) {
      patch[to] = 0.299 * (rgb[from] as number) + 0.587 * (rgb[from + 1] as number) + 0.114 * (rgb[from + 2] as number)
    }
  }
  return patch
}

/** Rings in which a raster is looked for: coarser is the face, finer is lost in noise. */
const rings = { from: 24, to: 102 }
/** Log10 over the median of its ring from which a frequency stands out; so many must. */
const standsOut = 0.9
const least = { some: 4, many: 10 }

/**
 * The highest peak over the median of its ring: a halftone, a screen or the moire of both is periodic, faces and paper
 * are not. Axes (edges of the picture, scan lines) and harmonics of the 8 x 8 blocks of JPEG are left out.
 */
function rasterPeak(spectrum: Spectrum): number {
  const medians = ringMedians(spectrum)
  let [peak, count] = [0, 0]
  for (let v = -rings.to; v < rings.to; v++) {
    for (let u = 4; u < rings.to; u++) {
      const ring = ringOf[(v + half) * half + u] as number
      if (ring < rings.from || ring >= rings.to || Math.abs(v) <= 3 || ofBlocks(u) || ofBlocks(Math.abs(v))) continue
      const over = (spectrum[(v + half) * half + u] as number) - (medians[ring] as number)
      if (over > peak) peak = over
      if (over > standsOut) count++
    }
  }
  // A few lonely bins are a pattern of cloth: never as sure as a raster that stands out everywhere.
  return count >= least.many ? peak : count >= least.some ? Math.min(peak, 1.69) : 0
}

const ofBlocks = (frequency: number): boolean => frequency % 32 <= 2 || frequency % 32 >= 30

/** Ring of each frequency, and where its values lie when they are put together by ring. */
const ringOf = Uint8Array.from({ length: patchSide * half }, (_, at) =>
  Math.min(255, Math.round(Math.hypot(at % half, Math.floor(at / half) - half))),
)
const starts = ringOf.reduce((counts, ring) => {
  counts[ring + 1] = (counts[ring + 1] as number) + 1
  return counts
}, new Uint32Array(257))
for (let ring = 1; ring <= 256; ring++) starts[ring] = (starts[ring] as number) + (starts[ring - 1] as number)

function ringMedians(spectrum: Spectrum): number[] {
  const next = starts.slice()
  const byRing = new Float32Array(spectrum.length)
  for (let at = 0; at < spectrum.length; at++) {
    const ring = ringOf[at] as number
    const to = next[ring] as number
    byRing[to] = spectrum[at] as number
    next[ring] = to + 1
  }
  return Array.from({ length: half }, (_, ring) => {
    const values = byRing.subarray(starts[ring], starts[ring + 1])
    return values.length > 0 ? ranked(values, values.length >> 1) : 0
  })
}

/** Log10 of power that a face of its own size keeps up to about ring `natural`, below its coarse features. */
const fall = 2.8
const natural = 105
/** The end of the spectrum comes down more slowly than a picture is enlarged: measured on faces enlarged 2.4 and 4.8 times. */
const steepness = 1.5

/** From where the power of the face ends in the noise: an enlarged picture has nothing beyond what it was made of. */
function enlargement({ full }: Picture, { ied }: Face, spectrum: Spectrum): Readings {
  if (full.scale > 1.001) return absent('reduced', 'enlarged')
  if (ied < 50) return absent('too_small', 'enlarged')
  const medians = ringMedians(spectrum)
  const mean = (from: number, to: number) => medians.slice(from, to).reduce((sum, each) => sum + each, 0) / (to - from)
  const least = mean(12, 20) - fall
  let ring = 16
  while (ring < natural && mean(ring - 2, ring + 3) > least) ring++
  return { values: { enlarged: Math.max(1, (natural / ring) ** steepness) } }
}

function meanOf(spectra: readonly Spectrum[]): Spectrum {
  const mean = new Float32Array(patchSide * half)
  for (const spectrum of spectra) {
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (spectrum[at] as number) / spectra.length
  }
  return mean
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
