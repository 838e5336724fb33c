import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Step } from '../../shared/ports.ts'

/**
 * Puts a whole file in its place or leaves what was there: written beside it, forced to the disk, renamed, and the
 * folder forced to the disk as well. `name` names the steps for the tests that cut it short.
 */
export function writeWhole(path: string, chunks: Iterable<Uint8Array>, step: Step, name: string): void {
  const partial = `${path}.partial`
  try {
    const file = openSync(partial, 'w', 0o600)
    try {
      step(`${name}.write`, () => {
        for (const chunk of chunks) writeAll(file, chunk)
      })
      step(`${name}.fsync`, () => fsyncSync(file))
    } finally {
      closeSync(file)
    }
    step(`${name}.rename`, () => renameSync(partial, path))
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
  step(`${name}.fsync_folder`, () => fsyncFolder(dirname(path)))
}

function writeAll(file: number, chunk: Uint8Array): void {
  for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at)
}

/** Forces the names in a folder to the disk. Windows has no such call and needs none. */
export function fsyncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export function fsyncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Removes what nobody needs any more, with all that is in it. What the system holds on to stays and goes another time: it
 * must not stand in the way of what was to be said.
 */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Still held.
  }
}

/** Makes a folder that only its owner may enter. */
export const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** The wanted path, or with `-2`, `-3` ... when it is taken. */
export function freePath(wanted: string): string {
  let path = wanted
  for (let n = 2; existsSync(path); n++) path = `${wanted}-${n}`
  return path
}
