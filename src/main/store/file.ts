import Database from 'better-sqlite3'

export type Sqlite = Database.Database

/**
 * Ciphers of database files, the one of new files first. AEGIS costs a page about a tenth of what the other
 * authenticated ciphers do, and what a commit costs is mostly its pages. A file of an earlier version keeps its own:
 * converting it would mean to write all of it anew.
 */
export const ciphers = ['aegis', 'chacha20'] as const

interface FileOptions {
  readonly create?: boolean
  readonly readonly?: boolean
}

/**
 * Opens a file with its key, in whichever of the ciphers it is. A wrong key, or no database at all, shows at the first
 * read. Throws what SQLite throws.
 */
export function openFile(path: string, key: Uint8Array, options: FileOptions = {}): Sqlite {
  const [first, ...older] = ciphers
  const sqlite = openAs(first, path, key, options)
  if (isDatabase(sqlite)) return sqlite
  for (const cipher of older) {
    const other = openAs(cipher, path, key, options)
    if (isDatabase(other)) {
      sqlite.close()
      return other
    }
    other.close()
  }
  return sqlite
}

function openAs(cipher: (typeof ciphers)[number], path: string, key: Uint8Array, options: FileOptions): Sqlite {
  if (key.length !== 32) throw new RangeError('The database key has 32 bytes')
  const sqlite = new Database(path, {
    fileMustExist: !options.create,
    readonly: options.readonly ?? false,
    timeout: 2000,
  })
  sqlite.pragma(`cipher='${cipher}'`)
  sqlite.pragma(`key="${keyText(key)}"`)
  return sqlite
}

/** Attaches an encrypted file to a connection, in whichever of the ciphers it is. Throws what SQLite throws. */
export function attachFile(sqlite: Sqlite, name: string, path: string, key: Uint8Array): void {
  for (const [i, cipher] of ciphers.entries()) {
    sqlite.pragma(`cipher='${cipher}'`)
    try {
      sqlite.prepare(`ATTACH ? AS "${name}" KEY ?`).run(path, keyText(key))
      return
    } catch (error) {
      const another = error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB'
      if (!another || i === ciphers.length - 1) throw error
    }
  }
}

/** Hexadecimal digits only: nothing typed by a person ever gets into this text. */
const keyText = (key: Uint8Array): string => `raw:${Buffer.from(key).toString('hex')}`

/** Other errors than "not a database" come again at the caller's first read, who knows what they mean. */
function isDatabase(sqlite: Sqlite): boolean {
  try {
    sqlite.pragma('schema_version')
    return true
  } catch (error) {
    return !(error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB')
  }
}

/** What every connection that writes needs, after the key was proved right. */
export function prepareForWriting(sqlite: Sqlite): void {
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'checkpoint_fullfsync = ON',
    // 16 MB: pages that every commit touches are copied once in a few hundred commits, not once in fifty.
    'wal_autocheckpoint = 4000',
    'secure_delete = ON',
    'foreign_keys = ON',
    'trusted_schema = OFF',
    'temp_store = MEMORY',
    // 64 MB at most, of which a small record takes little. The numbers of all queues read 20 MB of indexes at a hundred
    // thousand claims: where they do not fit, every page is read and deciphered again each time.
    'cache_size = -64000',
  ])
    sqlite.pragma(pragma)
}

/** Opens a file that was proved right before, for writing: as a whole or not at all. Throws what SQLite throws. */
export function openForWriting(path: string, key: Uint8Array): Sqlite {
  const sqlite = openFile(path, key)
  try {
    prepareForWriting(sqlite)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** Statements of a file by their SQL text, each prepared once. */
export interface Statements {
  prepare<Row>(text: string): Database.Statement<unknown[], Row>
}

/** More statements than the whole program has; a bound in case SQL text is ever made with values in it. */
export const mostStatements = 1000

export function createStatements(sqlite: Sqlite): Statements {
  const statements = new Map<string, Database.Statement<unknown[], unknown>>()
  return {
    prepare<Row>(text: string) {
      let statement = statements.get(text)
      if (!statement) {
        if (statements.size >= mostStatements) statements.clear()
        statement = sqlite.prepare<unknown[], unknown>(text)
        statements.set(text, statement)
      }
      return statement as Database.Statement<unknown[], Row>
    },
  }
}
