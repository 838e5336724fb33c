import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from './cli.ts'
import { noon, openTestDesk, type TestDesk } from './desk.ts'
import { administratorDesk, codeFor, seatBorderOfficer } from './set-up.ts'

/** A desk that seals its papers, and the root behind it, in a folder of the test. */
export interface SealingDesk {
  readonly test: TestDesk
  readonly recoveryKey: string
  /** Of Amélie, the officer at it. */
  readonly totpSecret: string
  /** File of the newest bundle. */
  bundle(): string
  /** A command on the root: `revoke`, `export` ... */
  root(command: string, ...argv: string[]): ReturnType<typeof runCli>
  /** Signs the next bundle. */
  nextBundle(): Promise<string>
}

/** A desk at Lacolle with a border officer at it, enrolled by a root of its own by way of the command line. */
export async function sealingDesk(folder: string): Promise<SealingDesk> {
  const data = join(folder, 'desk')
  mkdirSync(data)
  const { test, secrets } = await administratorDesk(await openTestDesk({ dataDir: data }))
  const totpSecret = await seatBorderOfficer(test)
  await test.close()
  const root = (command: string, ...argv: string[]) =>
    runCli(['trust', command, '--authority', join(folder, 'root'), '--json', ...argv], {
      env: { PASSERELLE_SECRET: 'several words nobody joins' },
    })
  const atDesk = (command: string, ...argv: string[]) =>
    runCli(['trust', command, '--data', data, '--json', ...argv], { env: { PASSERELLE_SECRET: secrets.recoveryKey } })
  let version = 0
  const bundle = () => join(folder, `bundle-${version}`)
  const nextBundle = async () => {
    version++
    await root('export', '--out', bundle())
    return bundle()
  }
  const { json } = await root('root', '--name', 'Test')
  await atDesk('request', '--out', join(folder, 'request.pem'))
  await root('enrol', '--request', join(folder, 'request.pem'))
  const imported = await atDesk('import', await nextBundle(), '--root', String(json.root))
  if (imported.status !== 0) throw new Error(`The bundle was not taken: ${imported.out}`)
  const again = await openTestDesk({ dataDir: data })
  again.time.now = noon + 120_000
  const { phase } = await again.desk.seat.signIn({ userName: 'amelie', password: 'mine alone forever' })
  if (phase === 'needs_second_factor') await again.desk.seat.secondFactor({ code: codeFor(totpSecret, again.time.now) })
  return { test: again, recoveryKey: secrets.recoveryKey, totpSecret, bundle, root, nextBundle }
}
