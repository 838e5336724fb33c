// PouchDB's server with its default store (LevelDB on the disk) in the folder that is named. Says its address when it listens.
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const PouchDB = require('pouchdb')
const [folder] = process.argv.slice(2)
const app = require('express')()
const settings = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'server.log') }
app.use('/', require('express-pouchdb')(PouchDB.defaults({ prefix: join(folder, 'server-') }), settings))
const server = app.listen(0, '127.0.0.1', () =>
  process.send({ url: `http://127.0.0.1:${server.address().port}/cases` }),
)
process.once('disconnect', () => process.exit(0))
