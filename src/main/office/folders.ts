import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import type { FolderChoice, FolderEntry, FolderView } from '../../shared/contract/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Dialogs } from '../ports/types.ts'

/**
 * Folders for a host that has no dialog of the system: names of folders and nothing else, below the places where
 * somebody keeps backups: their own folder, and disks, sticks and shares that are mounted.
 */

/** More folders than these in one place are no help; the name is then typed. */
const most = 500

/** What may be looked into. Tests hand in their own. */
export function folderRoots(platform = process.platform): FolderEntry[] {
  const home: FolderEntry = { name: homedir(), path: homedir(), kind: 'home' }
  return [home, ...(platform === 'win32' ? letters() : mounted(platform)).filter(({ path }) => isFolder(path))]
}

const letters = (): FolderEntry[] =>
  [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({
    name: `${letter}:`,
    path: `${letter}:\\`,
    kind: 'drive' as const,
  }))

function mounted(platform: NodeJS.Platform): FolderEntry[] {
  const { username } = userInfo()
  const places = platform === 'darwin' ? ['/Volumes'] : [`/media/${username}`, `/run/media/${username}`, '/mnt']
  return places.flatMap((place) => foldersIn(place) ?? []).map((entry) => ({ ...entry, kind: 'drive' as const }))
}

/**
 * The folders in one place; without a place, the roots. Links and hidden folders are left out, so nothing outside the
 * roots is reached. Errors: host.folder_unreadable.
 */
export function listFolders(place: string | undefined, roots: readonly FolderEntry[]): Result<FolderView> {
  if (!place) return ok({ folders: roots, more: false })
  const folder = realPath(place)
  const root = folder && roots.find(({ path }) => isWithin(realPath(path) ?? path, folder))
  if (!folder || !root) return fail('host.folder_unreadable')
  const folders = foldersIn(folder)
  if (!folders) return fail('host.folder_unreadable')
  const isRoot = realPath(root.path) === folder
  const shown = folders.sort((a, b) => a.name.localeCompare(b.name)).slice(0, most)
  return ok({
    folder,
    ...(isRoot ? {} : { parent: resolve(folder, '..') }),
    folders: shown,
    more: folders.length > shown.length,
  })
}

/** Undefined where nothing may be read. */
function foldersIn(folder: string): FolderEntry[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => ({ name, path: join(folder, name), kind: 'folder' as const }))
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined
    throw error
  }
}

/** Asks with the system's dialog; `window` where the host has none. */
export async function chooseFolder(dialogs: Dialogs): Promise<Result<FolderChoice>> {
  const chosen = await dialogs.openFolder()
  if (!chosen.ok) return chosen.failure.code === 'host.dialog_unavailable' ? ok({ by: 'window' }) : chosen
  return ok(chosen.value === null ? { by: 'cancelled' } : { by: 'done', folder: chosen.value })
}

/** The folder without links; undefined where there is none. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined
    throw error
  }
}

function isWithin(root: string, folder: string): boolean {
  const way = relative(root, folder)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()
