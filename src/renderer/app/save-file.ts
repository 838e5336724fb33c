/** How long an address stays good: the browser reads the file when it saves it, not before. */
const lifetime = 60_000

/** Hands a file of the desk to the officer: the browser or the desktop asks where it is to be saved. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), lifetime)
}
