/** Asks as a portal does; gives nothing where it is refused. */
export type Ask = <T>(method: string, path: string, body?: unknown, session?: string) => Promise<T | undefined>

/** Asks the central at an address with a service's credential; refusals are counted by code. */
export const asker =
  ({ url, credential }: { readonly url: string; readonly credential: string }, refused: Map<string, number>): Ask =>
  async <T>(method: string, path: string, body?: unknown, session?: string) => {
    const bytes = body instanceof Uint8Array
    const type = bytes ? 'application/octet-stream' : 'application/json'
    const answer = await fetch(`${url}/portal/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${credential}`,
        ...(session ? { 'portal-session': session } : {}),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    if (answer.ok && answer.headers.get('content-type')?.startsWith('application/pdf'))
      return new Uint8Array(await answer.arrayBuffer()) as T
    const said = (await answer.json()) as T & { code?: string }
    if (answer.ok) return said
    const code = said.code ?? String(answer.status)
    refused.set(code, (refused.get(code) ?? 0) + 1)
    return undefined
  }
