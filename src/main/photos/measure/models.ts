/** The neural networks: loaded from `assets/models`, run by tfjs on WebAssembly, one thread, nothing fetched. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { dispose, ready, setBackend, type Tensor, tensor } from '@tensorflow/tfjs-core'
import { type Probes, readProbes } from './probes.ts'

const names = ['blazeface', 'facemesh', 'facemesh-attention-pinto', 'selfie'] as const
export type ModelName = (typeof names)[number]

export interface Models {
  /**
   * Runs a model on `input` (rows of RGB, `side` x `side`) and gives the wanted outputs by name, all of them by
   * default. Every tensor is disposed of before it returns.
   */
  run(model: ModelName, input: Float32Array, side: number, outputs?: readonly string[]): Map<string, Float32Array>
  readonly probes: Probes
  /** SHA-256 by file: a report names what it was made with. */
  readonly sums: Readonly<Record<string, string>>
}

/** Loads and verifies every model; throws if a file of `assets/models` is missing or is not the vetted one. */
export async function loadModels(assetsDir: string): Promise<Models> {
  const folder = join(assetsDir, 'models')
  const sums = readSums(folder)
  const read = (file: string): Uint8Array => verified(folder, file, sums)
  setWasmPaths(folder + sep)
  if (!(await setBackend('wasm'))) throw new Error('The WebAssembly backend did not start')
  await ready()
  const loaded = await Promise.all(names.map(async (name) => [name, await load(name, read)] as const))
  const graphs = Object.fromEntries(loaded) as Record<ModelName, GraphModel>
  return {
    run: (model, input, side, outputs) => run(graphs[model], input, side, outputs),
    probes: readProbes(JSON.parse(new TextDecoder().decode(read('probes.json')))),
    sums,
  }
}

function run(graph: GraphModel, input: Float32Array, side: number, outputs?: readonly string[]) {
  const wanted = outputs ?? graph.outputs.map(({ name }) => name)
  const given = tensor(input, [1, side, side, 3])
  const made = graph.execute(given, [...wanted])
  const tensors: Tensor[] = Array.isArray(made) ? made : [made]
  // Copied: dataSync gives a view of the runtime's own memory, which the next call may move.
  const values = new Map(tensors.map((each, at) => [wanted[at] ?? '', Float32Array.from(each.dataSync())]))
  dispose([given, ...tensors])
  return values
}

interface GraphFile {
  readonly modelTopology: object
  readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: readonly Spec[] }[]
  readonly signature?: object
}
type Spec = NonNullable<import('@tensorflow/tfjs-core').io.ModelArtifacts['weightSpecs']>[number]

async function load(name: ModelName, read: (file: string) => Uint8Array): Promise<GraphModel> {
  const graph: GraphFile = JSON.parse(new TextDecoder().decode(read(`${name}.json`)))
  const [group] = graph.weightsManifest
  if (!group) throw new Error(`${name} has no weights`)
  const weights = read(`${name}.bin`)
  return loadGraphModel({
    load: async () => ({
      modelTopology: graph.modelTopology,
      weightSpecs: [...group.weights],
      weightData: weights.slice().buffer,
      ...(graph.signature ? { signature: graph.signature } : {}),
    }),
  })
}

function readSums(folder: string): Readonly<Record<string, string>> {
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
  return Object.fromEntries(lines.map((line) => line.split(/\s+/).toReversed()))
}

function verified(folder: string, file: string, sums: Readonly<Record<string, string>>): Uint8Array {
  const bytes = readFileSync(join(folder, file))
  const sum = createHash('sha256').update(bytes).digest('hex')
  if (sum !== sums[file]) throw new Error(`${file} is not the file that was vetted`)
  return bytes
}
