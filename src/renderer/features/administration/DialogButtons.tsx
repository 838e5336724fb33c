import { Button, Group } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import css from './DialogButtons.module.css'

interface Props {
  /** The verb of what will happen. */
  readonly label: string
  readonly pending: boolean
  readonly ready: boolean
  readonly onClose: () => void
}

/** Cancel, and the button that sends the dialog's form. */
export function DialogButtons({ label, pending, ready, onClose }: Props) {
  const t = useText()
  return (
    <Group justify="flex-end" className={css.bar}>
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={pending} disabled={!ready}>
        {label}
      </Button>
    </Group>
  )
}
