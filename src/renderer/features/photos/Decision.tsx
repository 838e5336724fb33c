import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { PhotoDecision, PhotoReview } from '../../../shared/contract/views.ts'
import { codeLabel, reasonLabel } from '../../../shared/photos/reason-texts.ts'
import { announce } from '../../app/announce.tsx'
import { instantText } from '../../app/dates.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage } from '../../app/language.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { Notice } from '../../components/Notice.tsx'
import css from './Photos.module.css'
import { useTakeReview } from './review.tsx'

/** The standing decision: who, when, why, and what the applicant was told. A supervisor opens it again. */
export function Decision({ view, onShow }: { view: PhotoReview; onShow: (photoId: string) => void }) {
  const { t } = useLanguage()
  const zone = useStatus()?.office?.zone
  const { decision, answeredBy } = view
  if (!decision) return null
  const { outcome, at, by } = decision
  return (
    <Notice
      tone={outcome === 'approved' ? 'good' : 'attention'}
      title={t(`photos.decided_${outcome}`, { at: instantText(at, zone), by })}
    >
      <Why decision={decision} language={view.applicant.language} />
      {answeredBy && (
        <p className={css.facts}>
          <span>{t('photos.answered')}</span>
          <Button size="compact-xs" variant="default" onClick={() => onShow(answeredBy)}>
            {t('photos.show_that')}
          </Button>
        </p>
      )}
      {view.allowed.includes('letter') && <Letter view={view} />}
      {view.allowed.includes('reopen') && <Reopen view={view} />}
    </Notice>
  )
}

function Why({ decision, language }: { decision: PhotoDecision; language: 'en' | 'fr' }) {
  const { t, say } = useLanguage()
  const why = [...decision.reasons.map((reason) => reasonLabel[reason]), ...decision.codes.map(codeLabel)]
  if (decision.outcome === 'approved') return null
  return (
    <>
      {why.map(say).join(', ')}
      {decision.text && (
        <details>
          <summary>{t('photos.was_sent', { language: t(`photos.lang_${language}`) })}</summary>
          <p className={css.told} lang={`${language}-CA`}>
            {decision.text[language]}
          </p>
        </details>
      )}
    </>
  )
}

/** What the applicant gets, in their language; made once and kept. */
function Letter({ view }: { view: PhotoReview }) {
  const { t } = useLanguage()
  const letter = useMutation(useDesk().photoReview.letter.mutationOptions({ onSuccess: takeFile }))
  return (
    <>
      <Button
        size="compact-sm"
        mt="xs"
        me="xs"
        variant="default"
        leftSection={<IconFileText size={16} aria-hidden />}
        loading={letter.isPending}
        onClick={() => letter.mutate({ photoId: view.row.photoId })}
      >
        {t('photos.letter')}
      </Button>
      <FailureNotice error={letter.error} />
    </>
  )
}

function Reopen({ view }: { view: PhotoReview }) {
  const { t } = useLanguage()
  const take = useTakeReview()
  const [open, setOpen] = useState(false)
  const { photoId } = view.row
  const reopen = useMutation(
    useDesk().photoReview.reopen.mutationOptions({
      onSuccess: (answer) => {
        take(answer)
        announce(t('photos.reopened'))
        setOpen(false)
      },
    }),
  )
  useKeys([{ keys: 'x', label: 'photos.reopen', where: 'here', run: () => setOpen(true) }])
  return (
    <>
      <Button
        size="compact-sm"
        mt="xs"
        variant="default"
        rightSection={<KeyHint keys="x" />}
        onClick={() => setOpen(true)}
      >
        {t('photos.reopen')}
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t('photos.reopen_title')}
        body={t('photos.reopen_body')}
        confirmLabel={t('photos.reopen')}
        withReason
        pending={reopen.isPending}
        error={reopen.error}
        onConfirm={(reason) => reopen.mutate({ photoId, reason })}
      />
    </>
  )
}
