import { connect, createServer, type Socket } from 'node:net'

/** A wire to a service on this computer that drops connections, delays what goes over them and cuts answers short. */
export interface BadWire {
  readonly url: string
  readonly counts: { drops: number; delays: number; cuts: number }
  close(): Promise<void>
}

const chance = (of: number) => Math.random() < of

export async function badWire(service: string): Promise<BadWire> {
  const { hostname, port } = new URL(service)
  const ends = new Set<Socket>()
  const counts = { drops: 0, delays: 0, cuts: 0 }
  /** Passes pieces on in their order; each may wait, and each may be the last, half of it. */
  const carry = (from: Socket, to: Socket) => {
    let ready = Promise.resolve()
    from.on('data', (piece: Buffer) => {
      const delay = chance(0.1) ? Math.random() * 2000 : 0
      if (delay > 0) counts.delays += 1
      ready = ready.then(async () => {
        if (delay > 0) await new Promise((later) => setTimeout(later, delay))
        if (to.destroyed) return
        if (!chance(0.02)) return void to.write(piece)
        counts.cuts += 1
        to.write(piece.subarray(0, Math.floor(piece.length / 2)), () => to.destroy())
      })
    })
    from.on('end', () => void ready.then(() => to.end()))
  }
  const server = createServer((near) => {
    if (chance(0.05)) {
      counts.drops += 1
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const end of [near, far]) {
      ends.add(end)
      // Broken off on either side: gone on both.
      end.on('error', () => end.destroy())
      end.on('close', () => {
        ends.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    carry(near, far)
    carry(far, near)
    // A connection does not live long here, so that many are made.
    setTimeout(() => near.destroy(), 2000 + Math.random() * 8000).unref()
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    counts,
    close() {
      for (const end of ends) end.destroy()
      return new Promise((closed) => void server.close(() => closed()))
    },
  }
}
