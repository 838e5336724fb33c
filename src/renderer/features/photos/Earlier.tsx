import { Button } from '@mantine/core'
import type { EarlierPhoto, PhotoReview } from '../../../shared/contract/views.ts'
import { reasonLabel } from '../../../shared/photos/reason-texts.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import checksCss from './Checks.module.css'
import css from './Photos.module.css'

/** What the person sent before, and what became of it. */
export function Earlier({ view, onShow }: { view: PhotoReview; onShow: (photoId: string) => void }) {
  const { t } = useLanguage()
  if (view.earlier.length === 0) return null
  return (
    <section aria-label={t('photos.earlier')}>
      <h3 className={checksCss.heading}>
        {t('photos.earlier')} <KeyHint keys="e" />
      </h3>
      <ul className={css.earlier}>
        {view.earlier.map((photo) => (
          <li key={photo.photoId}>
            <Told photo={photo} />{' '}
            <Button size="compact-xs" variant="default" onClick={() => onShow(photo.photoId)}>
              {t('photos.show_that')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Told({ photo: { submittedAt, decision, state } }: { photo: EarlierPhoto }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const about = () => {
    if (!decision) return t(state === 'replaced' ? 'photos.earlier_replaced' : 'photos.earlier_open')
    const what = { at: instantText(decision.at, zone), by: decision.by }
    if (decision.outcome === 'approved') return t('photos.earlier_approved', what)
    const reasons = decision.reasons.map((reason) => say(reasonLabel[reason])).join(', ')
    return t('photos.earlier_returned', { ...what, reasons })
  }
  return (
    <span>
      {t('photos.submitted', { at: instantText(submittedAt, zone) })}, {about()}
    </span>
  )
}
