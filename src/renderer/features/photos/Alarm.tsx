import { Button } from '@mantine/core'
import type { PhotoLikeness, PhotoReview } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { Notice } from '../../components/Notice.tsx'
import css from './Photos.module.css'

/** The same picture, or one much like it, under another name; or one that the person sent before. */
export function Alarm({ view, onShow }: { view: PhotoReview; onShow: (photoId: string) => void }) {
  const t = useText()
  const others = view.likenesses.filter(({ person }) => person === 'other')
  const same = others.some(({ sameFile }) => sameFile)
  const again = view.likenesses.some(({ person, sameFile }) => person === 'same' && sameFile)
  return (
    <>
      {others.length > 0 && (
        <Notice tone="bad" title={t(same ? 'photos.alarm' : 'photos.alarm_like')}>
          {t('photos.alarm_body')}
          <ul className={css.alarm}>
            {others.map((one) => (
              <Other key={one.photoId} one={one} onShow={onShow} />
            ))}
          </ul>
        </Notice>
      )}
      {again && <Notice tone="attention" title={t('photos.same_again')} />}
    </>
  )
}

function Other({ one, onShow }: { one: PhotoLikeness; onShow: (photoId: string) => void }) {
  const t = useText()
  const { name, applicationNumber, photoId, sameFile, difference } = one
  return (
    <li>
      <strong>
        <bdi>{name ?? t('photos.alarm_hidden')}</bdi>
      </strong>{' '}
      {applicationNumber && `${groupSerial(applicationNumber)} · `}
      {sameFile ? t('photos.alarm_same_file') : t('photos.alarm_bits', { bits: difference })}{' '}
      {name !== undefined && (
        <Button size="compact-xs" variant="default" onClick={() => onShow(photoId)}>
          {t('photos.show_that')}
        </Button>
      )}
    </li>
  )
}
