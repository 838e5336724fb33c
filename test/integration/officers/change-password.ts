import { randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { dataFolder } from '../../../src/main/officers/folder.ts'
import { noKeychain } from '../../../src/main/officers/ports.ts'
import { keySlots } from '../../../src/main/officers/slots.ts'

/** A desk of its own process that changes a password and kills itself at a named step. Arguments: folder, step. */
const [folder = '', deadly = ''] = process.argv.slice(2)

const slots = keySlots({
  files: dataFolder(folder, (name, fn) => {
    if (name === deadly) process.kill(process.pid, 'SIGKILL')
    return fn()
  }),
  keychain: noKeychain,
  clock: { now: () => 1_790_000_000_000, zone: () => 'America/Toronto' },
  random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
  deriveKey: (password, salt, cost) =>
    argon2id({
      password,
      salt,
      memorySize: cost.memoryKib,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: 32,
      outputType: 'binary',
    }),
  cost: { memoryKib: 8, passes: 1, lanes: 1 },
})
const wish = { userName: 'alice', current: 'orange piano gravel', next: 'velvet harbour nine' }
const changed = await slots.changePassword(wish)
process.exit(changed.ok ? 0 : 1)
