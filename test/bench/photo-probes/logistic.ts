/** Logistic regression: standardised inputs, L2, both classes of equal weight, full batches. The same data give the same weights. */

export interface Sample {
  readonly input: Float32Array
  readonly covered: boolean
  /** How much it counts beside others of its class. */
  readonly weight: number
}

export interface Linear {
  readonly mean: number[]
  readonly scale: number[]
  readonly weights: number[]
  readonly bias: number
}

const rounds = 500
const rate = 0.03

/** Fits the log-odds of `covered`. `decay` is the strength of L2. */
export function fitted(samples: readonly Sample[], decay: number): Linear {
  const width = samples[0]?.input.length ?? 0
  const { mean, scale } = standard(samples, width)
  const inputs = samples.map(({ input }) =>
    Float64Array.from(input, (value, at) => (value - at0(mean, at)) / at0(scale, at)),
  )
  const total = (covered: boolean) =>
    samples.reduce((sum, sample) => sum + (sample.covered === covered ? sample.weight : 0), 0)
  const share = { covered: 0.5 / total(true), free: 0.5 / total(false) }
  const weights = new Float64Array(width + 1)
  const [first, second] = [new Float64Array(width + 1), new Float64Array(width + 1)]
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(width + 1)
    for (const [at, sample] of samples.entries()) {
      const input = inputs[at] as Float64Array
      const odds = scoreOf(weights, input)
      const error = 1 / (1 + Math.exp(-odds)) - (sample.covered ? 1 : 0)
      const pull = error * sample.weight * (sample.covered ? share.covered : share.free)
      for (let j = 0; j < width; j++) slope[j] = at0(slope, j) + pull * at0(input, j)
      slope[width] = at0(slope, width) + pull
    }
    for (let j = 0; j <= width; j++) {
      // Adam (Kingma and Ba 2015); the bias does not decay.
      const gradient = at0(slope, j) + (j < width ? decay * at0(weights, j) : 0)
      first[j] = 0.9 * at0(first, j) + 0.1 * gradient
      second[j] = 0.999 * at0(second, j) + 0.001 * gradient ** 2
      const step = at0(first, j) / (1 - 0.9 ** round) / (Math.sqrt(at0(second, j) / (1 - 0.999 ** round)) + 1e-8)
      weights[j] = at0(weights, j) - rate * step
    }
  }
  return { mean: [...mean], scale: [...scale], weights: [...weights.subarray(0, width)], bias: at0(weights, width) }
}

/** Log-odds that this input is of the covered class. */
export function oddsOf({ mean, scale, weights, bias }: Linear, input: Float32Array): number {
  return weights.reduce((sum, weight, at) => sum + (weight * (at0(input, at) - at0(mean, at))) / at0(scale, at), bias)
}

function scoreOf(weights: Float64Array, input: Float64Array): number {
  let sum = at0(weights, input.length)
  for (let at = 0; at < input.length; at++) sum += at0(weights, at) * at0(input, at)
  return sum
}

function standard(samples: readonly Sample[], width: number): { mean: Float64Array; scale: Float64Array } {
  const [mean, scale] = [new Float64Array(width), new Float64Array(width)]
  for (const { input } of samples)
    for (let j = 0; j < width; j++) mean[j] = at0(mean, j) + at0(input, j) / samples.length
  for (const { input } of samples) {
    for (let j = 0; j < width; j++) scale[j] = at0(scale, j) + (at0(input, j) - at0(mean, j)) ** 2 / samples.length
  }
  // An input that never changes must not be blown up where it does.
  return { mean, scale: scale.map((value) => Math.sqrt(value) + 0.02) }
}

const at0 = (values: ArrayLike<number>, at: number): number => values[at] ?? 0
