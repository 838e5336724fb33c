import type { ReadStream, WriteStream } from 'node:tty'

/** Asks at the terminal without an echo. Undefined where there is no terminal, or when the person gives up (Ctrl+C). */
export async function askHidden(question: string, input: ReadStream, output: WriteStream): Promise<string | undefined> {
  if (!input.isTTY || !output.isTTY) return undefined
  output.write(question)
  input.setRawMode(true)
  input.resume()
  input.setEncoding('utf8')
  try {
    return await lineOf(input)
  } finally {
    input.setRawMode(false)
    input.pause()
    output.write('\n')
  }
}

const controlC = '\u0003'
const controlD = '\u0004'
const erase = new Set(['\u007f', '\b'])

function lineOf(input: ReadStream): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  let typed: string[] = []
  const listen = (text: string) => {
    for (const key of text) {
      if (key === '\r' || key === '\n') return end(typed.join(''))
      if (key === controlC || key === controlD) return end(undefined)
      typed = erase.has(key) ? typed.slice(0, -1) : [...typed, key]
    }
  }
  const end = (answer: string | undefined) => {
    input.off('data', listen)
    resolve(answer)
  }
  input.on('data', listen)
  return promise
}
