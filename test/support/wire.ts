import { connect, createServer, type Socket } from 'node:net'

/** A wire to a service on this computer that a test can cut: what runs breaks off, nothing new comes through. */
export interface Wire {
  readonly url: string
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function wireTo(service: string): Promise<Wire> {
  const { hostname, port } = new URL(service)
  const ends = new Set<Socket>()
  let broken = false
  const join = (near: Socket, far: Socket) => {
    for (const end of [near, far]) {
      ends.add(end)
      // Either end breaks when the other does; both are gone then.
      end.on('error', () => end.destroy())
      end.on('close', () => {
        ends.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  }
  const server = createServer((near) => {
    if (broken) near.destroy()
    else join(near, connect(Number(port), hostname))
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const cut = () => {
    broken = true
    for (const end of ends) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    cut,
    mend() {
      broken = false
    },
    close() {
      cut()
      return new Promise((closed) => void server.close(() => closed()))
    },
  }
}
