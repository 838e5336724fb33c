import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../../app/desk.tsx'

/** The sheet to print on: the next one of the pile unless the officer says another. */
export function useSerial() {
  const ledger = useQuery(useDesk().stock.ledger.queryOptions())
  const [typed, setTyped] = useState<string>()
  const ready = ledger.data?.ready ?? []
  const low = ledger.data !== undefined && ready.length < ledger.data.warnAt
  return {
    serial: typed ?? ready[0] ?? '',
    setSerial: setTyped,
    /** After a sheet was taken, the next one is proposed again. */
    reset: () => setTyped(undefined),
    none: ledger.data !== undefined && ready.length === 0,
    left: ready.length,
    low,
  }
}
