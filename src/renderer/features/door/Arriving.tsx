import { Button, Loader } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useText } from '../../app/language.tsx'
import type { Later } from '../../app/later.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { Door } from './Door.tsx'

/** The door while something that it needs is on its way, or did not come. */
export function Starting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText()
  return error ? (
    <Door title={t('connection.starting')}>
      <FailureNotice error={error} />
      <Button onClick={onRetry}>{t('common.again')}</Button>
    </Door>
  ) : (
    <Door title={t('connection.starting')}>
      <Loader aria-hidden />
    </Door>
  )
}

interface Props<Part> {
  readonly part: Later<Part>
  readonly children: (part: Part) => ReactNode
}

/** Shows a part of the program at once when it is at hand, as it is after the door was idle for a moment. */
export function Arriving<Part>({ part, children }: Props<Part>) {
  const [loaded, setLoaded] = useState(part.atHand)
  const [error, setError] = useState<unknown>()
  const fetch = useCallback(() => {
    setError(undefined)
    part.fetch().then((arrived) => setLoaded(() => arrived), setError)
  }, [part])
  useEffect(() => {
    if (loaded === undefined) fetch()
  }, [loaded, fetch])
  return loaded === undefined ? <Starting error={error} onRetry={fetch} /> : children(loaded)
}
