import { Button, Group } from '@mantine/core'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import type { Frame } from '../../../shared/photos/geometry.ts'
import { photoPolicies } from '../../../shared/photos/policy.ts'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { headLimits, headMm } from './guides.ts'
import css from './Return.module.css'
import type { Cropping } from './use-cropping.ts'

interface Props {
  readonly view: PhotoReview
  readonly frame: Frame
  readonly cropping: Cropping
}

/** What the frame is now and what it makes of the head; nothing else of the picture is ever changed. */
export function CropPanel({ view, frame, cropping }: Props) {
  const t = useText()
  const policy = photoPolicies[view.row.profile]
  const face = view.report?.face
  return (
    <section className={css.panel} aria-label={t('photos.crop')}>
      <p className={css.help}>{t('photos.crop_help')}</p>
      <p className={css.help} role="status">
        {face && `${t('photos.crop_head', { mm: headMm(face, frame, policy), ...headLimits(policy) })}. `}
        {t('photos.crop_place', { width: frame.width, height: frame.height, x: frame.x, y: frame.y })}
      </p>
      <FailureNotice error={cropping.error} />
      <Group justify="flex-end" gap="xs">
        {cropping.suggest && (
          <Button variant="default" onClick={cropping.suggest}>
            {t('photos.crop_suggested')}
          </Button>
        )}
        <Button variant="default" onClick={cropping.close}>
          {t('photos.crop_cancel')}
        </Button>
        <Button loading={cropping.pending} onClick={cropping.keep}>
          {t('photos.crop_keep')}
        </Button>
      </Group>
    </section>
  )
}
