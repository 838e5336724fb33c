import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { onKeysLost } from './key-waits.ts'
import { useText } from './language.tsx'

/** Says that keys did nothing, as what they were typed for did not come: a key is never lost in silence. */
export function KeyNotices() {
  const t = useText()
  useEffect(
    () =>
      onKeysLost(() => notifications.show({ id: 'keys', message: t('keys.lost'), color: 'yellow.9', autoClose: 8000 })),
    [t],
  )
  return null
}
