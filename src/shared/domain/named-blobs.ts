/** Fields of bodies that name a picture or a paper by the SHA-256 of its bytes. Other digests name nothing that is kept. */
export const blobFields = ['original', 'print', 'photo', 'picture', 'pdf'] as const

const digest = /^[0-9a-f]{64}$/

/** SHA-256 (lower-case hex) of the pictures and papers that the body of an event names: what a reader of it wants to see. */
export function blobsNamedIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  const said = body as Readonly<Record<string, unknown>>
  return [...new Set(blobFields.flatMap((field) => digestsOf(said[field])))]
}

const digestsOf = (value: unknown): string[] => (typeof value === 'string' && digest.test(value) ? [value] : [])
