// Workers that tests start from the sources run in Node as it is. What Vite makes of an import is made here: of
// `...?url&inline` a module that holds the file as a data URL, of JSON a module without an attribute.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const mark = '?url&inline'

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.endsWith(mark)) return next(specifier, context)
    return { url: next(specifier.slice(0, -mark.length), context).url + mark, shortCircuit: true }
  },
  load(url, context, next) {
    if (url.endsWith('.json')) return next(url, { ...context, importAttributes: { type: 'json' } })
    if (!url.endsWith(mark)) return next(url, context)
    const data = readFileSync(fileURLToPath(url.slice(0, -mark.length))).toString('base64')
    const source = `export default ${JSON.stringify(`data:application/wasm;base64,${data}`)}`
    return { format: 'module', source, shortCircuit: true }
  },
})
