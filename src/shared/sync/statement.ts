import { z } from 'zod'

/**
 * What the central says and signs with its own key: a wipe order, a certificate of erasure, a checkpoint. The signature
 * covers the content to the letter, behind a line that says what it is, so that one kind never passes for another.
 */
export const statementKinds = ['wipe', 'erasure', 'checkpoint'] as const
export type StatementKind = (typeof statementKinds)[number]

export const statement = z.object({
  kind: z.enum(statementKinds),
  /** JSON. */
  content: z.string().max(4000),
  /** Ed25519, base64. */
  signature: z.base64().length(88),
  /** Of the key that signed (32 bytes, base64). */
  key: z.base64().length(44),
})
export type Statement = z.infer<typeof statement>

/** The device is to destroy its keys, then its files. */
export const wipeContent = z.object({ device: z.uuid(), at: z.iso.datetime() })

/** Bodies of a subject were erased here: how many, by which event. Names nobody. */
export const erasureContent = z.object({
  stream: z.uuid(),
  subject: z.object({ kind: z.string(), id: z.uuid() }),
  event: z.uuid(),
  bodies: z.int().nonnegative(),
  at: z.iso.datetime(),
})

/** How a stream stood: the digest over its events up to a position (32 bytes, base64). */
export const checkpointContent = z.object({
  stream: z.uuid(),
  position: z.int().nonnegative(),
  hash: z.base64().length(44),
  at: z.iso.datetime(),
})

const utf8 = new TextEncoder()

/** The bytes that are signed. */
export const statementBytes = (kind: StatementKind, content: string): Uint8Array =>
  utf8.encode(`passerelle/${kind}/1\n${content}`)
