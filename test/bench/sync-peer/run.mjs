// Two desks of PouchDB (LevelDB on the disk) that replicate with a server at its default settings. Does one named thing
// after the other, as test/bench/sync/parts.ts tells it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const PouchDB = require('pouchdb')
const [folder, url, documents] = process.argv.slice(2)
const [a, b] = ['a', 'b'].map((name) => new PouchDB(join(folder, name)))
const remote = new PouchDB(url)
const together = 500

const write = async (docs) => {
  for (let from = 0; from < docs.length; from += together) {
    const written = await a.bulkDocs(docs.slice(from, from + together))
    if (written.some(({ error }) => error)) throw new Error('A document was not written')
  }
}

const acts = {
  versions: () => ['pouchdb', 'express-pouchdb'].map((name) => `${name} ${require(`${name}/package.json`).version}`),
  open: async () => void (await remote.info()),
  writeDocuments: () => write(JSON.parse(readFileSync(documents, 'utf8'))),
  writeEdits: async ({ round }) => {
    const { rows } = await a.allDocs({ include_docs: true })
    await write(rows.map(({ doc }, i) => ({ ...doc, addressLine: `${i} Rue Neuve, ${round}` })))
  },
  push: async () => (await a.replicate.to(remote)).docs_written,
  pull: async () => (await b.replicate.from(remote)).docs_written,
}

process.on('message', async ({ name, given }) => {
  const started = performance.now()
  try {
    const value = await acts[name](given)
    process.send({ value: value ?? null, ms: performance.now() - started })
  } catch (error) {
    process.send({ error: String(error.stack ?? error) })
  }
})
process.once('disconnect', () => process.exit(0))
