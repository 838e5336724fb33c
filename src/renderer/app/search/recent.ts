import { useEffect } from 'react'
import { useKept } from '../kept.ts'

/** A record that was on the screen, as one line of it. */
export interface RecentRecord {
  readonly kind: 'claim' | 'confirmation'
  readonly id: string
  readonly name: string
  readonly birthDate: string | undefined
  readonly number: string
}

const most = 6

/** The records that this officer had on the screen last, the newest first. */
export const useRecent = (): readonly RecentRecord[] => useKept<readonly RecentRecord[]>('recent', [])[0]

/** Notes that a record is on the screen. */
export function useNoteRecent(record: RecentRecord | undefined): void {
  const [recent, keep] = useKept<readonly RecentRecord[]>('recent', [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what is shown of it
  useEffect(() => {
    if (record) keep([record, ...recent.filter(({ id }) => id !== record.id)].slice(0, most))
  }, [record?.id, record?.name, record?.birthDate])
}
