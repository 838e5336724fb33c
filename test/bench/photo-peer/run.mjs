// node run.mjs ROUNDS FILE...: the default face pipeline of @vladmandic/human on the same decoded files. Prints JSON.
// Configuration: the library's defaults (detector, mesh, iris, emotion, description) with only what it needs in Node:
// backend wasm with SIMD, models from its own package, body, hand, object and gesture off, no cache between pictures.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [rounds, ...files] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const folder = (name) => join(import.meta.dirname, 'node_modules', name)
// It fetches its models: files are given to it as they are.
globalThis.fetch = async (address) => new Response(await readFile(new URL(address)))

const started = performance.now()
const { Human } = require(join(folder('@vladmandic/human'), 'dist/human.node-wasm.js'))
const human = new Human({
  backend: 'wasm',
  wasmPath: join(folder('@tensorflow/tfjs-backend-wasm'), 'dist/'),
  modelBasePath: `${pathToFileURL(join(folder('@vladmandic/human'), 'models'))}/`,
  cacheSensitivity: 0,
  debug: false,
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  gesture: { enabled: false },
})
await human.load()
const readyMs = performance.now() - started

const times = []
let faces = 0
for (let round = -1; round < Number(rounds); round++) {
  for (const file of files) {
    // Raw rows of RGB behind two 32-bit numbers, width and height: decoded once by the benchmark.
    const bytes = await readFile(file)
    const [width, height] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)]
    const begun = performance.now()
    const cpu = process.cpuUsage()
    const input = human.tf.tensor(new Uint8Array(bytes.subarray(8)), [1, height, width, 3], 'float32')
    const result = await human.detect(input)
    human.tf.dispose(input)
    const spent = process.cpuUsage(cpu)
    if (round < 0) faces += result.face.length
    else times.push({ file, wall: performance.now() - begun, cpu: (spent.user + spent.system) / 1000 })
  }
}
const { enabled, ...rest } = human.config.face
const parts = Object.keys(rest).filter((name) => rest[name]?.enabled)
console.log(
  JSON.stringify({
    version: human.version,
    backend: human.tf.getBackend(),
    parts,
    readyMs,
    faces,
    rss: process.resourceUsage().maxRSS * 1024,
    times,
  }),
)
