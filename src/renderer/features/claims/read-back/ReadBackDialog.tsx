import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ReadBackPart, readBackHeads } from '../../../../shared/domain/read-back.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { languageName } from '../../../app/names.ts'
import { LanguageSelect } from '../../../components/CountrySelect.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'
import { type Labels, labelsFor } from './labels.ts'
import css from './ReadBack.module.css'
import { ReadBackSheet } from './ReadBackSheet.tsx'

/** The screen as the claimant sees it: nothing but their own data, in their language, and two answers. */
export function ReadBackDialog({ onClose }: { onClose: () => void }) {
  const { t, language: officers } = useLanguage()
  const { view } = useClaim()
  const official = view.claim.officialLanguage?.value ?? officers
  const [spoken, setSpoken] = useState(view.claim.spokenLanguage?.value)
  const labels = labelsFor(spoken, official)
  const reading = useReading(labels)
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('readback.title') } }}
      classNames={{ body: css.body ?? '' }}
    >
      <aside className={css.officer} aria-label={t('readback.officer')}>
        <LanguageSelect label={t('readback.language')} value={spoken} onValue={setSpoken} />
        <p>
          {spoken && labels.language !== spoken
            ? t('readback.no_phrases', {
                language: languageName(spoken, officers),
                shown: languageName(labels.language, officers),
              })
            : !['en', 'fr'].includes(labels.language) && t('readback.unverified')}
        </p>
        <Button variant="default" onClick={onClose}>
          {t('readback.back')}
        </Button>
      </aside>
      {reading.done ? (
        <p className={css.thanks} lang={labels.language} dir={labels.direction} role="status">
          {labels.phrases.thanks}
        </p>
      ) : (
        <ReadBackSheet labels={labels} official={official} pending={reading.pending} onAnswer={reading.answer} />
      )}
      <FailureNotice error={reading.error} />
    </Modal>
  )
}

/** Sends what the claimant said, with the events that were on the screen when it opened. */
function useReading(labels: Labels) {
  const { t } = useLanguage()
  const { claimId, view, take, inTurn } = useClaim()
  const saying = useMutation(
    useDesk().claims.readBack.mutationOptions({
      ...inTurn,
      onSuccess: async (after) => {
        await take(after)
        announce(t('claims.saved_all'))
      },
    }),
  )
  const photo = view.row.photo
  const answer = (wrong: readonly ReadBackPart[]) =>
    saying.mutate({
      claimId,
      bases: readBackHeads(view.person),
      language: labels.language,
      wrong: [...wrong],
      ...(photo ? { photo } : {}),
    })
  return { answer, done: saying.isSuccess, pending: saying.isPending, error: saying.error }
}
