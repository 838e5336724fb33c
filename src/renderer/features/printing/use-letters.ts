import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PostedReminders } from '../../../shared/contract/views.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'

interface Round {
  /** Letters that were due when it began. */
  readonly all: number
  readonly made: number
  readonly refused: PostedReminders['refused']
  /** Letters in the file of the day. */
  readonly inFile: number
}

/**
 * Makes all of the day's letters, some with each call, then hands over their file. What is made is noted at once: whoever
 * pauses gets the file of what is made, whoever leaves finds the rest still due.
 */
export function useLetters() {
  const { printQueue } = useDesk()
  const queries = useQueryClient()
  const [round, setRound] = useState<Round>()
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<unknown>()
  const here = useRef(true)
  const going = useRef(false)
  const pause = useCallback(() => {
    going.current = false
  }, [])
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      going.current = false
    }
  }, [])

  async function make(): Promise<void> {
    for (let after: string | undefined; ; ) {
      const { made, refused, next } = await printQueue.postLetters.call(after ? { after } : {})
      setRound((now) => now && { ...now, made: now.made + made, refused: [...now.refused, ...refused] })
      if (!next || !going.current) return
      after = next
    }
  }

  async function takeFiles(): Promise<void> {
    for (let from: number | undefined = 0; from !== undefined && here.current; ) {
      const { file, count, next }: Awaited<ReturnType<typeof printQueue.lettersFile.call>> =
        await printQueue.lettersFile.call({ from })
      // Whoever left meanwhile, or is behind the lock, is handed nothing.
      if (!here.current) return
      takeFile(file)
      setRound((now) => now && { ...now, inFile: now.inFile + count })
      from = next
    }
  }

  async function start(all: number): Promise<void> {
    going.current = true
    setRunning(true)
    setError(undefined)
    setRound({ all, made: 0, refused: [], inFile: 0 })
    await make().then(takeFiles).catch(setError)
    setRunning(false)
    await queries.invalidateQueries({ queryKey: printQueue.lettersDue.queryKey() })
  }

  return { round, running, error, start: (all: number) => void start(all), pause }
}
