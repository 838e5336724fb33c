import { VisuallyHidden } from '@mantine/core'
import { IconPhotoDown } from '@tabler/icons-react'
import { troubleOf } from '../app/desk.tsx'
import { useText } from '../app/language.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import css from './OnItsWay.module.css'

/** Is the picture or paper only not here yet? It is shown by itself when it arrives. */
export function isOnItsWay(error: unknown): boolean {
  if (error === null || error === undefined) return false
  const trouble = troubleOf(error)
  return trouble.kind === 'failure' && trouble.failure.code === 'sync.blob_on_its_way'
}

/** In the place of a picture that could not be had: calmly where it is on its way, else what went wrong. */
export function PictureTrouble({ error }: { error: unknown }) {
  return isOnItsWay(error) ? <OnItsWay /> : <FailureNotice error={error} />
}

/** A picture or paper of another desk that has not arrived yet; `small`: the words are only spoken. */
export function OnItsWay({ small = false }: { small?: boolean }) {
  const t = useText()
  return (
    <span className={css.waits}>
      <IconPhotoDown size={20} aria-hidden />
      {small ? <VisuallyHidden>{t('sync.on_its_way')}</VisuallyHidden> : t('sync.on_its_way')}
    </span>
  )
}
