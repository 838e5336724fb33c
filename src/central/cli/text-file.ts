import { readFileSync } from 'node:fs'

/** What a file holds, `-` for standard input; undefined when it cannot be read. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return undefined
  }
}
