import type { CompiledQuery } from 'kysely'
import { type Query, query } from './query.ts'

/**
 * A query that is built once and then only filled in: for statements that run with every event, where building them
 * anew would cost more than running them.
 *
 * ```ts
 * const nameOf = prepared((given: { id: string }) => query.selectFrom('person').select('name').where('id', '=', given.id))
 * tx.first(nameOf({ id }))
 * ```
 *
 * `build` sees placeholders, never values: it must hand each on as one parameter and decide nothing by it.
 */
export function prepared<Given extends object, O>(build: (given: Given) => Query<O>): (given: Given) => Query<O> {
  let made: { compiled: CompiledQuery<O>; names: (string | undefined)[] } | undefined
  const make = () => {
    const compiled = build(placeholders as Given).compile(query)
    const names = compiled.parameters.map((value) => (value instanceof Placeholder ? value.name : undefined))
    return { compiled, names }
  }
  return (given) => {
    made ??= make()
    const { compiled, names } = made
    const parameters = compiled.parameters.map((value, i) => {
      const name = names[i]
      return name === undefined ? value : (given as Readonly<Record<string, unknown>>)[name]
    })
    return { compile: () => ({ ...compiled, parameters }) }
  }
}

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) })
