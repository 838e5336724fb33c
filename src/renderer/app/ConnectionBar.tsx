import { IconHourglass, IconPlugConnectedX } from '@tabler/icons-react'
import { useIsFetching, useIsMutating } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { announce } from './announce.tsx'
import css from './ConnectionBar.module.css'
import { useText } from './language.tsx'
import { useConnection } from './live.ts'

/** Says so when the desk does not answer or takes long. Nothing that was typed is lost meanwhile. */
export function ConnectionBar() {
  const t = useText()
  const connection = useConnection()
  const slow = useSlow()
  const wasLost = useRef(false)
  useEffect(() => {
    if (connection === 'open' && wasLost.current) announce(t('connection.back'))
    wasLost.current = connection === 'lost'
  }, [connection, t])
  if (connection === 'lost')
    return (
      <p className={css.lost} role="alert">
        <IconPlugConnectedX size={18} aria-hidden />
        <span>
          <strong>{t('connection.lost')}.</strong> {t('connection.lost_next')}
        </span>
      </p>
    )
  if (!slow) return null
  return (
    <p className={css.slow} role="status">
      <IconHourglass size={18} aria-hidden /> {t('connection.slow')}
    </p>
  )
}

const noticeable = 4000

function useSlow(): boolean {
  const busy = useIsFetching() + useIsMutating() > 0
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!busy) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), noticeable)
    return () => clearTimeout(timer)
  }, [busy])
  return slow
}
