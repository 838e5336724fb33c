/** The window's address. Standard and secure, so that it is an origin of its own with camera and WebAssembly. */
export const scheme = 'app'
export const home = 'app://desk/'

/** Is this the window's own origin? Exact, by parsing: `app://desk.example` and `app://desk@example` are not. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address) // Node gives a scheme of our own no `origin` to compare
  return url?.protocol === 'app:' && url.host === 'desk'
}
