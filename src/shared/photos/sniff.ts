/**
 * What a file is by its first bytes, never by its name. An own table, not the file-type library: each kind has its
 * own plain message, markup (SVG, HTML) must be told apart, an empty file is a kind, and the answer must be pure,
 * synchronous and bounded. The library is the second opinion in the tests.
 */

export const fileKinds = [
  'jpeg',
  'png',
  'heic',
  'webp',
  'gif',
  'svg',
  'tiff',
  'pdf',
  'executable',
  'archive',
  'html',
  'empty',
  'other',
] as const
export type FileKind = (typeof fileKinds)[number]

/** The kind of a file. Looks at the first 1,024 bytes only; any bytes give an answer. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const head = latin1(bytes.subarray(0, 1024))
  return (
    magic.find(([, starts]) => starts.some((start) => head.startsWith(start)))?.[0] ?? container(head) ?? markup(head)
  )
}

const magic: readonly (readonly [FileKind, readonly string[]])[] = [
  ['jpeg', ['\xff\xd8\xff']],
  ['png', ['\x89PNG\r\n\x1a\n']],
  ['gif', ['GIF87a', 'GIF89a']],
  ['tiff', ['II*\0', 'MM\0*', 'II+\0', 'MM\0+']],
  ['pdf', ['%PDF-']],
  // Windows, Linux, macOS (both byte orders and universal), scripts.
  ['executable', ['MZ', '\x7fELF', '\xfe\xed\xfa', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', '#!']],
  // ZIP (also docx, xlsx, odt), old Office, RAR, 7-Zip, gzip.
  [
    'archive',
    [
      'PK\x03\x04',
      'PK\x05\x06',
      'PK\x07\x08',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      'Rar!',
      "7z\xbc\xaf'\x1c",
      '\x1f\x8b',
    ],
  ],
]

/** Brands of ISO base media files that hold a still picture (ISO/IEC 23008-12; AVIF). */
const stillBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']

function container(head: string): FileKind | undefined {
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.slice(4, 8) === 'ftyp' && stillBrands.includes(head.slice(8, 12))) return 'heic'
  return undefined
}

/** SVG or HTML, after what may stand before its first element: byte order mark, space, XML declaration, comments. */
function markup(head: string): FileKind {
  const text = head
    .replace(/^\xef\xbb\xbf/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (!text.startsWith('<')) return 'other'
  if (/<svg[\s>]/i.test(text)) return 'svg'
  return /^<(!doctype\s+html|html|head|body|script|!--)/i.test(text) || /<html[\s>]/i.test(text) ? 'html' : 'other'
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
