import { useRef, useState } from 'react'
import type { AnyField } from '../use-field.ts'
import type { Correction } from './correction.ts'
import { fieldsOf, type Topic } from './topics.ts'

/** What a correction is to change, until it is sent or dropped. */
export function useCorrection() {
  const [topics, setTopics] = useState<readonly Topic[]>([])
  const [values, setValues] = useState<ReadonlyMap<AnyField, unknown>>(new Map())
  // Read at the press of a key, right after the field that held the focus put its value in.
  const latest = useRef(values)
  const wrong = useRef(new Set<AnyField>())
  const keep = (next: ReadonlyMap<AnyField, unknown>) => {
    latest.current = next
    setValues(next)
  }
  const correction: Correction = {
    values,
    put(name, value) {
      wrong.current.delete(name)
      keep(new Map(latest.current).set(name, value))
    },
    refuse(name) {
      wrong.current.add(name)
    },
    accept(name) {
      wrong.current.delete(name)
    },
  }
  const forget = (topic: Topic) => {
    const without = new Map(latest.current)
    for (const field of fieldsOf(topic)) {
      without.delete(field)
      wrong.current.delete(field)
    }
    keep(without)
  }
  return {
    correction,
    topics,
    addTopic: (topic: Topic) => setTopics((now) => [...now, topic]),
    removeTopic(topic: Topic) {
      forget(topic)
      setTopics((now) => now.filter((each) => each !== topic))
    },
    changes: (): readonly (readonly [AnyField, unknown])[] => [...latest.current],
    refused: () => wrong.current.size > 0,
  }
}
