import { randomBytes } from 'node:crypto'
import type { NamedFile } from '../../ports/types.ts'

/** A file that waits for the window to fetch it, and what the browser shall do with it. */
export interface Paper {
  readonly file: NamedFile
  readonly disposition: 'inline' | 'attachment'
}

/**
 * Files that the desk wants saved or printed, each at an address that nobody can guess and that soon ends: after two
 * minutes, or when the officer leaves the seat.
 */
export interface Papers {
  /** Keeps a file and gives the path at which the window finds it. */
  put(paper: Paper): string
  /** How often everything was closed: work that takes a while compares it, and then puts nothing for an officer who left. */
  readonly closings: number
  /** The file at that path, if it is still there. A browser's viewer may ask twice, so asking does not remove it. */
  at(pathname: string): Paper | undefined
  /** Closes every address at once. */
  clear(): void
}

export const papersPath = '/paper/'
const lifetimeMs = 120_000
/** Sixteen files of 25 MB at most; the oldest goes first. */
const most = 16

export function createPapers(): Papers {
  const papers = new Map<string, { paper: Paper; timer: NodeJS.Timeout }>()
  let closings = 0
  const remove = (path: string) => {
    clearTimeout(papers.get(path)?.timer)
    papers.delete(path)
  }
  return {
    put(paper) {
      const path = `${papersPath}${randomBytes(24).toString('base64url')}`
      papers.set(path, { paper, timer: setTimeout(() => remove(path), lifetimeMs).unref() })
      const [oldest] = papers.keys()
      if (papers.size > most && oldest) remove(oldest)
      return path
    },
    at: (pathname) => papers.get(pathname)?.paper,
    get closings() {
      return closings
    },
    clear() {
      closings++
      for (const path of [...papers.keys()]) remove(path)
    },
  }
}

/** Headers of a paper. A browser's PDF viewer needs a policy without `object-src 'none'`. */
export const paperHeaders = ({ file, disposition }: Paper): Record<string, string> => ({
  'content-type': shownTypes.has(file.type) ? file.type : 'application/octet-stream',
  'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  'content-security-policy': "frame-ancestors 'self'",
})

/** Nothing that could run as a page of our origin. */
const shownTypes = new Set(['application/pdf', 'text/plain', 'image/png', 'image/jpeg'])
