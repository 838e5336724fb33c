import { useEffect, useRef, useState } from 'react'
import type { SealVerdictView } from '../../../shared/contract/views.ts'
import { useClient } from '../../app/desk.tsx'

/** One verification at a time: a newer one, or Escape, takes its place. */
export type Verifying =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'watching' }
  | { readonly phase: 'done'; readonly verdict: SealVerdictView }
  | { readonly phase: 'failed'; readonly error: unknown }

export function useVerifying() {
  const client = useClient()
  const [state, setState] = useState<Verifying>({ phase: 'idle' })
  const running = useRef<AbortController>(undefined)
  const stop = () => {
    running.current?.abort()
    running.current = undefined
  }
  useEffect(() => () => running.current?.abort(), [])
  const ask = async (call: (options: { signal: AbortSignal }) => Promise<SealVerdictView>) => {
    stop()
    const own = new AbortController()
    running.current = own
    setState({ phase: 'reading' })
    const now = await call({ signal: own.signal }).then(
      (verdict): Verifying => ({ phase: 'done', verdict }),
      (error: unknown): Verifying => ({ phase: 'failed', error }),
    )
    if (running.current === own) setState(now)
  }
  return {
    state,
    verifyFile: (file: File) => void ask((options) => client.seals.verify({ file }, options)),
    verifyText: (text: string) => void ask((options) => client.seals.verifyText({ text }, options)),
    /** Before the camera; what it found is shown like every verdict. */
    watch: () => {
      stop()
      setState({ phase: 'watching' })
    },
    show: (verdict: SealVerdictView) => setState({ phase: 'done', verdict }),
    cancel: () => {
      stop()
      setState({ phase: 'idle' })
    },
  }
}
