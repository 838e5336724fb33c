import { useEffect, useRef, useState } from 'react'
import type { PartialEntry } from './EntryRow.tsx'

interface Keyed {
  readonly key: number
  readonly row: PartialEntry
}

/** Rows under work: those of the claim, or the half-filled ones that a draft kept from before. */
export function useRows(
  held: readonly PartialEntry[],
  draft: string | undefined,
  { save }: { readonly save: (rows: readonly PartialEntry[]) => void },
) {
  const counter = useRef(0)
  const keyed = (rows: readonly PartialEntry[]): Keyed[] => rows.map((row) => ({ key: counter.current++, row }))
  const [rows, setRows] = useState<readonly Keyed[]>(() => keyed(draftRows(draft) ?? held))
  const own = useRef(JSON.stringify(held))
  const heldText = JSON.stringify(held)

  // Another window changed the entries: what is shown follows, unless a row is half filled here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the rows
  useEffect(() => {
    if (heldText === own.current) return
    own.current = heldText
    // A row keeps its key, and with it the focus: while an answer comes in, the older entries can show for a moment.
    const follow = (now: readonly Keyed[]) =>
      held.map((row, at): Keyed => ({ key: now[at]?.key ?? counter.current++, row }))
    setRows((now) => (now.every(({ row }) => row.date && row.manner) ? follow(now) : now))
  }, [heldText])

  const put = (next: readonly Keyed[]) => {
    setRows(next)
    const plain = next.map(({ row }) => row)
    own.current = JSON.stringify(plain.filter((row) => row.date && row.manner))
    save(plain)
  }
  return {
    rows,
    add: () => setRows([...rows, ...keyed([{}])]),
    change: (key: number, row: PartialEntry) => put(rows.map((each) => (each.key === key ? { key, row } : each))),
    remove: (key: number) => put(rows.filter((each) => each.key !== key)),
  }
}

function draftRows(draft: string | undefined): readonly PartialEntry[] | undefined {
  if (!draft) return undefined
  try {
    const rows: unknown = JSON.parse(draft)
    return Array.isArray(rows) ? (rows as PartialEntry[]) : undefined
  } catch {
    return undefined
  }
}
