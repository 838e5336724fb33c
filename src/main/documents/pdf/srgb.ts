/** The colour space sRGB as an ICC profile of version 2, which every part of PDF/A takes (ICC.1:2001-04). */

/** Primaries and white seen under D50, IEC 61966-2-1 adapted by Bradford's matrix. */
const white = [0.9642, 1, 0.8249]
const red = [0.43607, 0.22249, 0.01392]
const green = [0.38515, 0.71687, 0.09708]
const blue = [0.14307, 0.06061, 0.7141]

const curvePoints = 1024

/** Made once by whoever keeps it: 2.6 KB. */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve()
  const tags: [name: string, data: Buffer][] = [
    ['desc', description('sRGB')],
    ['cprt', Buffer.concat([typed('text'), Buffer.from('No copyright\0')])],
    ['wtpt', xyz(white)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + 12 * tags.length)
  table.writeUInt32BE(tags.length)
  const body: Buffer[] = []
  const places = new Map<Buffer, number>()
  let end = headerLength + table.length
  tags.forEach(([name, data], index) => {
    const place = places.get(data) ?? end
    if (place === end) {
      const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
      body.push(padded)
      places.set(data, place)
      end += padded.length
    }
    table.write(name, 4 + 12 * index, 'latin1')
    table.writeUInt32BE(place, 8 + 12 * index)
    table.writeUInt32BE(data.length, 12 + 12 * index)
  })
  return new Uint8Array(Buffer.concat([header(end), table, ...body]))
}

const headerLength = 128

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerLength)
  bytes.writeUInt32BE(size)
  bytes.writeUInt32BE(0x02100000, 8) // version 2.1
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  for (const [at, part] of [1998, 2, 9].entries()) bytes.writeUInt16BE(part, 24 + 2 * at) // of no use, yet asked for
  bytes.write('acsp', 36, 'latin1')
  xyz(white).copy(bytes, 68, 8)
  return bytes
}

/** A tag's data begin with their type and four zeros. */
function typed(type: string): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.write(type, 0, 'latin1')
  return bytes
}

/** Three numbers of 16 bits before the point and 16 behind it. */
function xyz(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(12)
  values.forEach((value, at) => {
    bytes.writeInt32BE(Math.round(value * 65536), 4 * at)
  })
  return Buffer.concat([typed('XYZ '), bytes])
}

/** ASCII alone: no Unicode, and 67 bytes that an old Macintosh wanted. */
function description(text: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length + 1)
  return Buffer.concat([typed('desc'), length, Buffer.from(`${text}\0`), Buffer.alloc(8 + 3 + 67)])
}

function toneCurve(): Buffer {
  const bytes = Buffer.alloc(4 + 2 * curvePoints)
  bytes.writeUInt32BE(curvePoints)
  for (let point = 0; point < curvePoints; point++) {
    const value = point / (curvePoints - 1)
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    bytes.writeUInt16BE(Math.round(65535 * linear), 4 + 2 * point)
  }
  return Buffer.concat([typed('curv'), bytes])
}
