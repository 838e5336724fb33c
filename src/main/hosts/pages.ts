import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { contentSecurityPolicy, noncePlaceholder } from '../csp.ts'

/** The files of the window, as both hosts serve them. */
export interface Page {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

const fromSource = import.meta.url.endsWith('.ts')

/** Where the built window lies: beside the folder of the built desk, also for tests that run the desk from its source. */
export const builtPages = join(import.meta.dirname, fromSource ? '../../../out/renderer' : '../renderer')
/** Fonts and models in a checkout; the installed program has them elsewhere. */
export const checkoutAssets = join(import.meta.dirname, fromSource ? '../../../assets' : '../../assets')

/**
 * The file of `root` at a URL's path (percent-encoded, as it came), or undefined if there is none.
 * Each HTML document gets a nonce and a policy of its own; files in `/assets/` carry a hash in their name and never change.
 */
export async function readPage(root: string, pathname: string): Promise<Page | undefined> {
  const file = within(root, pathname === '/' ? '/index.html' : pathname)
  if (!file) return
  const body = await readFile(file).catch(missing)
  if (!body) return
  if (extname(file) === '.html') return htmlPage(body.toString('utf8'))
  const lasting = pathname.startsWith('/assets/')
  const caching = lasting ? 'public, max-age=31536000, immutable' : 'no-cache'
  return { headers: { ...commonHeaders(randomNonce()), 'content-type': typeOf(file), 'cache-control': caching }, body }
}

/** Headers of every answer, also of refusals. Workers take their policy from their own script's answer. */
export const commonHeaders = (nonce: string): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
})

function htmlPage(html: string): Page {
  const nonce = randomNonce()
  return {
    headers: { ...commonHeaders(nonce), 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(html.replaceAll(noncePlaceholder, nonce)),
  }
}

export const randomNonce = (): string => randomBytes(16).toString('base64')

/** The path below `root`, or undefined when it would leave it (`..`, an absolute path, a drive, a NUL, bad encoding). */
function within(root: string, pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return
  }
  if (/[\0\\:]/.test(decoded)) return
  const file = join(root, decoded)
  // Not startsWith(root): a sibling such as `renderer-old` starts so too.
  const inside = relative(root, file)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? undefined : file
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'])

function missing(error: NodeJS.ErrnoException): undefined {
  if (!absent.has(error.code ?? '')) throw error
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const typeOf = (file: string): string => types[extname(file)] ?? 'application/octet-stream'
