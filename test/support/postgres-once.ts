import { createServer } from 'node:http'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { nodeRandom } from '../../src/central/ports/node.ts'
import { type Cluster, startCluster } from '../../src/central/postgres/cluster.ts'
import { unwrap } from '../../src/shared/result.ts'
import { runFolder } from './run-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Asked over HTTP it answers with the address of a PostgreSQL: the run's own, or the one in TEST_DATABASE_URL. */
    postgres: string
    /** The folder of the run: see `runFolder`. */
    runFolder: string
  }
}

/** What the first project of a run has made is the others' too. */
const known = 'PASSERELLE_TEST_RUN'

/** One folder and one PostgreSQL for a whole run of tests; PostgreSQL is started when the first file asks for it. */
export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const made = process.env[known]?.split(' ')
  if (made) {
    provide('postgres', made[0] ?? '')
    provide('runFolder', made[1] ?? '')
    return
  }
  const { folder, remove } = runFolder()
  let cluster: Promise<Cluster> | undefined
  const url = async () => {
    if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL
    cluster ??= startCluster(join(folder, 'postgres'), nodeRandom).then(unwrap)
    return (await cluster).url
  }
  const server = createServer((_request, response) => {
    url().then(
      (answer) => response.end(answer),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const asked = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  process.env[known] = `${asked} ${folder}`
  provide('postgres', asked)
  provide('runFolder', folder)
  return async () => {
    delete process.env[known]
    server.close()
    await (await cluster)?.stop()
    remove()
  }
}
