import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'
import { PdfPages } from './PdfPages.tsx'

/** Each return of the claimant's photo, with the letter that says why; the letter is made when it is first asked for. */
export function PhotoLetters() {
  const t = useText()
  const { view } = useClaim()
  const zone = useStatus()?.office?.zone
  if (view.returnedPhotos.length === 0) return null
  return (
    <section>
      <h3 className={css.heading}>{t('paper.photo_letters')}</h3>
      <ul className={css.history}>
        {view.returnedPhotos.map(({ photoId, at }) => (
          <Letter key={photoId} photoId={photoId} title={t('paper.photo_letter', { at: instantText(at, zone) })} />
        ))}
      </ul>
    </section>
  )
}

function Letter({ photoId, title }: { photoId: string; title: string }) {
  const t = useText()
  const mayOpen = useMay()('photo.review')
  const letter = useMutation(useDesk().photoReview.letter.mutationOptions())
  return (
    <li>
      <strong>{title}</strong>
      {mayOpen && (
        <div className={css.historyActions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('paper.photo_letter_show')}, ${title}`}
            loading={letter.isPending}
            onClick={() => letter.mutate({ photoId })}
          >
            {t('paper.photo_letter_show')}
          </Button>
        </div>
      )}
      <FailureNotice error={letter.error} />
      <Modal
        opened={letter.data !== undefined}
        onClose={letter.reset}
        title={title}
        size="60rem"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {letter.data && <PdfPages file={letter.data} label={title} />}
      </Modal>
    </li>
  )
}
