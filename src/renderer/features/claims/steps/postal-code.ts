/** `j0j1v0` becomes `J0J 1V0`. */
export function tidyPostalCode(text: string): string {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return bare.length === 6 ? `${bare.slice(0, 3)} ${bare.slice(3)}` : text.trim().toUpperCase()
}
