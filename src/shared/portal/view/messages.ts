import type { RequiredAction } from '../../domain/vocabulary.ts'
import type { BodiesOf } from './events.ts'

/** Messages of a claim as its person is shown them. */
export interface SentMessage {
  readonly message: string
  readonly thread: string
  readonly from: 'office' | 'claimant'
  readonly on: string
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly sha256: string; readonly name: string; readonly mime: string }[]
  readonly readOn?: string
  readonly action?: {
    readonly what: RequiredAction
    readonly due: string
    readonly acknowledgedOn?: string
    readonly settledOn?: string
  }
}

/** Oldest first. */
export function messagesOf(of: BodiesOf): SentMessage[] {
  const read = new Map<string, string>()
  for (const { messages, by, on } of of('claim.messages_read'))
    for (const message of messages) if (!read.has(`${by} ${message}`)) read.set(`${by} ${message}`, on)
  const first = (all: readonly { message: string; on: string }[]) =>
    new Map(all.toReversed().map(({ message, on }) => [message, on]))
  const acknowledged = first(of('claim.action_acknowledged'))
  const settled = first(of('claim.action_settled'))
  const all = of('claim.message_sent')
  // Two desks that write of the same thing at once name it alike: it is shown once.
  const once = all.filter(({ message }, at) => all.findIndex((each) => each.message === message) === at)
  return once.map(({ message, thread, from, on, subject, text, files, action }) => {
    const readOn = read.get(`${from === 'office' ? 'claimant' : 'office'} ${message}`)
    const acknowledgedOn = acknowledged.get(message)
    const settledOn = settled.get(message)
    return {
      ...{ message, thread, from, on, subject, text },
      files: files.map(({ sha256, name, mime }) => ({ sha256, name, mime })),
      ...(readOn ? { readOn } : {}),
      ...(action
        ? { action: { ...action, ...(acknowledgedOn ? { acknowledgedOn } : {}), ...(settledOn ? { settledOn } : {}) } }
        : {}),
    }
  })
}
