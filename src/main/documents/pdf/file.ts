import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/**
 * Objects of one PDF file as its text has them (ISO 32000-1, 7.3 and 7.5). Ours because every paper waits for it: a
 * library of objects takes several times as long for the same bytes. Nothing comes from a clock or from chance.
 */

/** Where an object is: `12 0 R`. */
export type Ref = string

export interface PdfFile {
  /** A number for an object that is put later. */
  reserve(): Ref
  put(body: string, at?: Ref): Ref
  /** A stream whose dictionary has these entries; its bytes are as the entry `Filter` says. */
  putStream(entries: string, bytes: Uint8Array, at?: Ref): Ref
  /** The file. `objectStreams` lay the objects together and compressed, as version 1.5 and later may. */
  write(known: { readonly root: Ref; readonly info: Ref; readonly objectStreams: boolean }): Uint8Array
}

interface Stream {
  readonly entries: string
  readonly bytes: Uint8Array
}

const numberOf = (ref: Ref): number => Number.parseInt(ref, 10)

export function newPdf(): PdfFile {
  let last = 0
  const bodies: [number, string][] = []
  const streams: [number, Stream][] = []
  const reserve = (): Ref => `${++last} 0 R`
  return {
    reserve,
    put(body, at = reserve()) {
      bodies.push([numberOf(at), body])
      return at
    },
    putStream(entries, bytes, at = reserve()) {
      streams.push([numberOf(at), { entries, bytes }])
      return at
    },
    write({ root, info, objectStreams }) {
      const out = output(objectStreams ? '1.7' : '1.4')
      for (const [number, stream] of streams) out.stream(number, stream)
      const pointers = `/Root ${root}/Info ${info}`
      return objectStreams ? endPacked(out, bodies, last, pointers) : endPlain(out, bodies, last, pointers)
    },
  }
}

type Bodies = readonly (readonly [number: number, body: string])[]

/** Each object by itself, and the table of version 1.4, 7.5.4. */
function endPlain(out: Output, bodies: Bodies, last: number, pointers: string): Uint8Array {
  for (const [number, body] of bodies) out.object(number, body)
  const size = last + 1
  const rows = textTable(out.places, last)
  return out.end((id) => [`xref\n0 ${size}\n${rows}trailer\n<</Size ${size}${pointers}${id}>>\n`])
}

/** All objects in one stream, and the table as another. */
function endPacked(out: Output, bodies: Bodies, last: number, pointers: string): Uint8Array {
  const [objects, table] = [last + 1, last + 2]
  out.stream(objects, pack(bodies))
  bodies.forEach(([number], index) => {
    out.places.set(number, { packed: objects, index })
  })
  out.places.set(table, { offset: out.length() })
  const bytes = deflateSync(binaryTable(out.places, table))
  const entries = `/Type/XRef/Size ${table + 1}/W[1 4 2]${pointers}/Filter/FlateDecode`
  return out.end((id) => streamParts(table, { entries: entries + id, bytes }))
}

/** Where an object lies: at a byte of the file, or in an object stream. */
type Place = { readonly offset: number } | { readonly packed: number; readonly index: number }

type Output = ReturnType<typeof output>

function output(version: string) {
  const parts: Uint8Array[] = []
  let length = 0
  const hash = createHash('sha256')
  const places = new Map<number, Place>()
  const write = (more: readonly (string | Uint8Array)[]) => {
    for (const part of more) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
      parts.push(bytes)
      length += bytes.length
    }
  }
  // Four bytes that are no text, so that nobody takes the file for one.
  write([`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`])
  return {
    places,
    length: () => length,
    stream(number: number, stream: Stream) {
      places.set(number, { offset: length })
      write(streamParts(number, stream))
    },
    object(number: number, body: string) {
      places.set(number, { offset: length })
      write([`${number} 0 obj\n${body}\nendobj\n`])
    },
    /** The table of objects comes last; the id of the file in it is a digest of all that comes before. */
    end(table: (id: string) => readonly (string | Uint8Array)[]): Uint8Array {
      const start = length
      for (const part of parts) hash.update(part)
      const id = `<${hash.digest('hex').slice(0, 32).toUpperCase()}>`
      write([...table(`/ID[${id}${id}]`), `startxref\n${start}\n%%EOF\n`])
      const file = new Uint8Array(length)
      let at = 0
      for (const part of parts) {
        file.set(part, at)
        at += part.length
      }
      return file
    },
  }
}

const streamParts = (number: number, { entries, bytes }: Stream): (string | Uint8Array)[] => [
  `${number} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`,
  bytes,
  '\nendstream\nendobj\n',
]

/** Objects in one stream: their numbers and places first, 7.5.7. */
function pack(bodies: Bodies): Stream {
  let at = 0
  const heads = bodies.map(([number, body]) => {
    const head = `${number} ${at}`
    at += body.length + 1
    return head
  })
  const first = `${heads.join(' ')}\n`
  const entries = `/Type/ObjStm/N ${bodies.length}/First ${first.length}/Filter/FlateDecode`
  return { entries, bytes: deflateSync(first + bodies.map(([, body]) => body).join('\n')) }
}

const numbers = (last: number) => Array.from({ length: last }, (_, at) => at + 1)

/** Twenty bytes a row. */
function textTable(places: ReadonlyMap<number, Place>, last: number): string {
  const rows = numbers(last).map((number) => {
    const place = places.get(number)
    if (!place || !('offset' in place)) throw new Error(`Object ${number} was not put`)
    return `${String(place.offset).padStart(10, '0')} 00000 n \n`
  })
  return `0000000000 65535 f \n${rows.join('')}`
}

/** Seven bytes a row, 7.5.8. */
function binaryTable(places: ReadonlyMap<number, Place>, last: number): Uint8Array {
  const rows = new DataView(new ArrayBuffer(7 * (last + 1)))
  rows.setUint16(5, 0xffff)
  for (const number of numbers(last)) {
    const place = places.get(number)
    if (!place) throw new Error(`Object ${number} was not put`)
    const [kind, where, index] = 'offset' in place ? [1, place.offset, 0] : [2, place.packed, place.index]
    rows.setUint8(7 * number, kind)
    rows.setUint32(7 * number + 1, where)
    rows.setUint16(7 * number + 5, index)
  }
  return new Uint8Array(rows.buffer)
}
