import type { EventName } from './catalogue.ts'

/** Fields of bodies that name a picture or a paper by the SHA-256 of its bytes. Other digests name nothing that is kept. */
export const blobFields = ['original', 'print', 'photo', 'picture', 'pdf', 'thumbnail'] as const

/** Types whose `file` is the digest of bytes that are kept: evidence, files of cards. */
export const keptAsFile: ReadonlySet<string> = new Set<EventName>([
  'claim.evidence_added',
  'card_file.sent',
  'card_file.taken',
])
/** Types whose `file` or `files` say of bytes that somebody sent what they are: `sha256` beside size and kind. */
export const sentAsFile: ReadonlySet<string> = new Set<EventName>([
  'claim.evidence_sent',
  'claim.photo_sent',
  'claim.message_sent',
  'confirmation.photo_sent',
])

const digest = /^[0-9a-f]{64}$/

/** SHA-256 (lower-case hex) of the pictures, papers and files that an event names: what a reader of it wants to see. */
export function blobsNamedIn({ type, body }: { readonly type: string; readonly body: unknown }): string[] {
  if (typeof body !== 'object' || body === null) return []
  const said = body as Readonly<Record<string, unknown>>
  const named: unknown[] = blobFields.map((field) => said[field])
  if (keptAsFile.has(type)) named.push(said.file)
  if (sentAsFile.has(type)) named.push(...[said.file, said.files].flat().map(shaOf))
  return [...new Set(named.filter((value): value is string => typeof value === 'string' && digest.test(value)))]
}

const shaOf = (file: unknown): unknown => (file as { readonly sha256?: unknown } | null | undefined)?.sha256
