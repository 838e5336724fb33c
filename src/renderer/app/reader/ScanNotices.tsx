import { notifications } from '@mantine/notifications'
import { useText } from '../language.tsx'
import { useUnplacedScans } from './targets.ts'

/** Says that a scan changed nothing, and what to do. Never what it held: others may see the screen. */
export function ScanNotices() {
  const t = useText()
  useUnplacedScans(({ why }) => {
    notifications.show({
      id: 'scan',
      message: t(why === 'dialog' ? 'scan.in_dialog' : 'scan.outside'),
      color: 'yellow.9',
      autoClose: 8000,
    })
  })
  return null
}
