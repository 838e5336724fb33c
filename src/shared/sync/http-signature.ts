/**
 * Requests that their sender signed: HTTP Message Signatures (RFC 9421) with Ed25519. A subset: components are field
 * names and `@method`, `@path`, `@query`, `@authority` without parameters; one signature a request.
 */

/** A request as its signature sees it. */
export interface SignedRequest {
  readonly method: string
  /** Path and query as they went over the wire, such as `/v1/sync/pull?after=5`. */
  readonly target: string
  /** A field by its lower-case name; undefined when there is none. */
  header(name: string): string | undefined
}

/** What the desk signs of its requests. The body by its digest; not the authority, which a proxy may rewrite. */
export const signedComponents = ['@method', '@path', '@query', 'content-digest'] as const

export interface SignatureParams {
  /** Seconds since 1970, by the central's clock as the desk reckons it. */
  readonly created: number
  readonly keyid: string
  readonly nonce: string
}

/** The signature base of RFC 9421, section 2.5; undefined when a component is missing. */
export function signatureBase(
  request: SignedRequest,
  components: readonly string[],
  parameters: string,
): string | undefined {
  const lines: string[] = []
  for (const name of components) {
    const value = componentOf(request, name)
    if (value === undefined) return undefined
    lines.push(`"${name}": ${value}`)
  }
  return [...lines, `"@signature-params": ${parameters}`].join('\n')
}

function componentOf(request: SignedRequest, name: string): string | undefined {
  const [path = '', ...query] = request.target.split('?')
  if (name === '@method') return request.method.toUpperCase()
  if (name === '@path') return path === '' ? '/' : path
  if (name === '@query') return `?${query.join('?')}`
  if (name === '@authority') return request.header('host')?.toLowerCase()
  return name.startsWith('@') ? undefined : request.header(name)?.trim()
}

/** A signer: Ed25519 over bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array
export type Verify = (signature: Uint8Array, bytes: Uint8Array) => boolean

const label = 'passerelle'
const utf8 = new TextEncoder()

/** The two fields that sign a request: `signature-input` and `signature`. Its content-digest must be among its fields. */
export function signRequest(
  request: SignedRequest,
  { created, keyid, nonce }: SignatureParams,
  sign: Sign,
): { 'signature-input': string; signature: string } {
  const list = `(${signedComponents.map((name) => `"${name}"`).join(' ')})`
  const parameters = `${list};created=${created};keyid="${keyid}";nonce="${nonce}";alg="ed25519"`
  const base = signatureBase(request, signedComponents, parameters)
  if (base === undefined) throw new Error('A request is signed with its content-digest')
  return {
    'signature-input': `${label}=${parameters}`,
    signature: `${label}=:${base64(sign(utf8.encode(base)))}:`,
  }
}

/** What a signature claims, before anybody checked it. */
export interface ReadSignature {
  readonly components: readonly string[]
  readonly created?: number
  readonly keyid?: string
  readonly nonce?: string
  readonly alg?: string
  readonly base: string
  readonly signature: Uint8Array
}

/** Reads the one signature of a request; undefined when there is none, several, or one that is not written as it must. */
export function readSignature(request: SignedRequest): ReadSignature | undefined {
  const input = /^([a-z][a-z0-9_.*-]{0,40})=(\(("[a-z0-9@-]+"( "[a-z0-9@-]+")*)?\)[^,]{0,400})$/.exec(
    request.header('signature-input') ?? '',
  )
  const given = /^([a-z][a-z0-9_.*-]{0,40})=:([A-Za-z0-9+/=]{1,200}):$/.exec(request.header('signature') ?? '')
  if (!input?.[1] || !input[2] || !given?.[2] || given[1] !== input[1]) return undefined
  const parameters = input[2]
  const components = [...(input[3] ?? '').matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
  if (new Set(components).size !== components.length) return undefined
  const base = signatureBase(request, components, parameters)
  const signature = bytesOf(given[2])
  if (base === undefined || !signature) return undefined
  const text = (name: string) => new RegExp(`;${name}="([^"\\\\]*)"`).exec(parameters)?.[1]
  const created = /;created=(\d{1,12})(;|$)/.exec(parameters)?.[1]
  const [keyid, nonce, alg] = [text('keyid'), text('nonce'), text('alg')]
  return {
    components,
    base,
    signature,
    ...(created === undefined ? {} : { created: Number(created) }),
    ...(keyid === undefined ? {} : { keyid }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(alg === undefined ? {} : { alg }),
  }
}

/** Do the claimed components cover everything that a desk must sign? */
export const coversRequest = ({ components }: ReadSignature): boolean =>
  signedComponents.every((name) => components.includes(name))

/** Is it the signature of whoever holds the key? */
export const verifies = ({ base, signature }: ReadSignature, verify: Verify): boolean =>
  verify(signature, utf8.encode(base))

/** The Content-Digest field (RFC 9530) for a SHA-256. */
export const contentDigest = (sha256: Uint8Array): string => `sha-256=:${base64(sha256)}:`

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined // not base64
  }
}
