import { oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { Failure } from '../../errors.ts'

/** What every part of the contract is made of: a call, and the shapes that several calls take. */

export const base = oc.errors({ FAILURE: { status: 422, data: type<Failure>() } })
/** Answers come from our own desk: typed, not parsed again. */
const answer = <Out>() => z.custom<Out>()
/** The platform's File, without needing the DOM's types here. */
export type File = z.infer<ReturnType<typeof z.file>>
/** A call: what it takes (always an object) and what it gives. */
export const call = <Out>() => ({
  takes: <Shape extends z.core.$ZodLooseShape>(shape: Shape) => base.input(z.strictObject(shape)).output(answer<Out>()),
  takesNothing: () => base.output(answer<Out>()),
})

export const id = z.uuid()
/** SHA-256 in lower-case hexadecimal. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/)
export const reason = z.string().trim().min(3).max(2000)
export const password = z.string().min(1).max(256)
export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/)
export const displayName = z.string().trim().min(1).max(100)
export const limit = z.number().int().min(1).max(200).default(50)
export const cursor = z.string().max(500).optional()
export const factValues = z.record(z.string().max(80), z.json())
