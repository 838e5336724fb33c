/** Linear probes on an inner layer of the mesh network: is the mouth covered, are the eyes covered. */
import { z } from 'zod'
import type { Models } from './models.ts'

export interface Probes {
  readonly version: string
  /** The output of `facemesh` that they read: 3 x 3 x 32 numbers. */
  readonly layer: string
  readonly mouth?: Probe
  readonly eyes?: Probe
}

export interface Probe {
  readonly mean: readonly number[]
  readonly scale: readonly number[]
  readonly weights: readonly number[]
  readonly bias: number
}

const inputs = 288
const numbers = z.array(z.number()).length(inputs)
const probe = z.object({ mean: numbers, scale: numbers, weights: numbers, bias: z.number() })
const file = z.object({
  version: z.string(),
  provenance: z.string(),
  layer: z.string(),
  probes: z.object({ mouth: probe.optional(), eyes: probe.optional() }),
})

/** Reads `assets/models/probes.json`; throws if it has another shape. A probe may be missing: then it is not assessed. */
export function readProbes(json: unknown): Probes {
  const { version, layer, probes } = file.parse(json)
  const known = Object.entries(probes).filter(([, each]) => each !== undefined)
  return { version, layer, ...Object.fromEntries(known) }
}

/** The activation of the inner layer for a face square of 192 x 192 (RGB, 0 to 1). */
export const activation = (models: Models, square: Float32Array): Float32Array =>
  models.run('facemesh', square, 192, [models.probes.layer]).get(models.probes.layer) ?? new Float32Array(inputs)

/** Log-odds that the part is covered; above 0 is more likely than not. */
export function score({ mean, scale, weights, bias }: Probe, values: Float32Array): number {
  let sum = bias
  for (let at = 0; at < inputs; at++) {
    sum += ((weights[at] ?? 0) * ((values[at] ?? 0) - (mean[at] ?? 0))) / (scale[at] ?? 1)
  }
  return sum
}
