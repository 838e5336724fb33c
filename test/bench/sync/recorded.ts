/** Answers of a central that are kept in a file, and given again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { Http } from '../../../src/main/sync/http.ts'
import { net } from './client.ts'

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

/** HTTP that keeps what was answered. */
export function recording(): { readonly http: Http; readonly keep: (file: string) => void } {
  const answers: Answered[] = []
  const http: Http = async (request) => {
    const { status, header, body } = await net(request)
    const headers = Object.fromEntries(['content-type', 'content-encoding'].map((name) => [name, header(name)]))
    answers.push({ status, headers, body: Uint8Array.from(body) })
    return { status, header, body }
  }
  return { http, keep: (file) => writeFileSync(file, serialize(answers)) }
}

/** HTTP that answers what was answered, in the same order. */
export function replaying(answers: Answered[]): Http {
  return async () => {
    const answer = answers.shift()
    if (!answer) throw new Error('More was asked for than is recorded')
    const { status, headers, body } = answer
    return { status, header: (name) => headers[name], body }
  }
}

export const answersIn = (file: string): Answered[] => deserialize(readFileSync(file))
