/** Where the bytes of pictures and papers lie: a folder now, an object store when one machine is outgrown. */
export interface BlobStore {
  /** Bytes of an unfinished file that are safely here. */
  received(place: BlobPlace): Promise<number>
  /** Adds a piece behind the bytes that are here. One caller a file at a time. */
  append(place: BlobPlace, offset: number, piece: Uint8Array): Promise<void>
  /** Makes an unfinished file a whole one if its bytes have the hash that is its name; else throws its bytes away. */
  finish(place: BlobPlace): Promise<boolean>
  /** Bytes of a whole file from an offset on; undefined when it is not here. Throws `DamagedFile` where it is not as it was written. */
  read(place: BlobPlace, offset: number): AsyncIterable<Uint8Array> | undefined
  /** Removes it, whole or not; nothing happens when it is not here. */
  remove(place: BlobPlace): Promise<void>
  /** Removes unfinished files that nobody went on with since a moment (ms since epoch); gives how many. */
  removeAbandoned(before: number): Promise<number>
}

/** A file that lies in the store is not as it was written. */
export class DamagedFile extends Error {}

/** A file of an office. The hash alone opens nothing: the same picture of two offices lies there twice. */
export interface BlobPlace {
  readonly office: string
  /** SHA-256 of the plain bytes, lower-case hex. */
  readonly sha: string
}
