import { useEffect, useRef, useState } from 'react'

interface Keyed<Row> {
  readonly key: number
  readonly row: Row
  /** Just added by hand. */
  readonly fresh: boolean
}

interface Options<Row> {
  /** Is the row one that the claim can hold? */
  readonly isWhole: (row: Row) => boolean
  readonly save: (rows: readonly Row[]) => void
  /** Keeps rows as a draft without making them a value. */
  readonly keep?: (rows: readonly Row[]) => void
  readonly blank: (rows: readonly Row[]) => Row
}

/** Rows under work: those of the claim, or the half-filled ones that a draft kept from before. */
export function useRows<Row extends object>(
  held: readonly Row[],
  draft: string | undefined,
  { isWhole, save, keep, blank }: Options<Row>,
) {
  const counter = useRef(0)
  const keyed = (rows: readonly Row[], fresh = false): Keyed<Row>[] =>
    rows.map((row) => ({ key: counter.current++, row, fresh }))
  const [rows, setRows] = useState<readonly Keyed<Row>[]>(() => keyed(draftRows<Row>(draft) ?? held))
  const own = useRef(JSON.stringify(held))
  const heldText = JSON.stringify(held)

  // Another window changed the rows: what is shown follows, unless a row is half filled here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the rows
  useEffect(() => {
    if (heldText === own.current) return
    own.current = heldText
    // A row keeps its key, and with it the focus: while an answer comes in, the older rows can show for a moment.
    const follow = (now: readonly Keyed<Row>[]) =>
      held.map((row, at): Keyed<Row> => ({ key: now[at]?.key ?? counter.current++, row, fresh: false }))
    setRows((now) => (now.every(({ row }) => isWhole(row)) ? follow(now) : now))
  }, [heldText])

  const put = (next: readonly Keyed<Row>[]) => {
    setRows(next)
    const plain = next.map(({ row }) => row)
    own.current = JSON.stringify(plain.filter(isWhole))
    save(plain)
  }
  const replaced = (key: number, row: Row) => rows.map((each) => (each.key === key ? { ...each, row } : each))
  return {
    rows,
    add: () => setRows([...rows, ...keyed([blank(rows.map(({ row }) => row))], true)]),
    change: (key: number, row: Row) => put(replaced(key, row)),
    keep: (key: number, row: Row) => keep?.(replaced(key, row).map((each) => each.row)),
    remove: (key: number) => put(rows.filter((each) => each.key !== key)),
  }
}

function draftRows<Row>(draft: string | undefined): readonly Row[] | undefined {
  if (!draft) return undefined
  try {
    const rows: unknown = JSON.parse(draft)
    return Array.isArray(rows) ? (rows as Row[]) : undefined
  } catch {
    return undefined
  }
}
