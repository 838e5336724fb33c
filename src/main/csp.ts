/**
 * The Content-Security-Policy of every document, the same in both hosts.
 * `connect-src 'self'` reaches only this program: its own loopback server, or in Electron the `app://` scheme, which
 * answers with files of the package and nothing else (pdf.js and zxing fetch their WebAssembly through it).
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Where Vite writes the nonce into the page; each document that is served gets one of its own. */
export const noncePlaceholder = '__CSP_NONCE__'
