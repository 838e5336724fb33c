import { Button, SegmentedControl } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import type { CheckId } from '../../../shared/photos/checks.ts'
import { announce } from '../../app/announce.tsx'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea } from '../../components/fields.tsx'
import css from './Checks.module.css'
import { useTakeReview } from './review.tsx'

const said = ['as_found', 'fine', 'fault'] as const
type Says = (typeof said)[number]

/** The officer's own word on a check: it is kept beside the machine's and feeds the agreement of both. */
export function OverrideForm({ check, view, onDone }: { check: CheckId; view: PhotoReview; onDone: () => void }) {
  const t = useText()
  const take = useTakeReview()
  const own = view.overrides.findLast((each) => each.check === check)
  const [says, setSays] = useState<Says>(own?.says ?? 'as_found')
  const [note, setNote] = useState(own?.note ?? '')
  const save = useMutation(
    useDesk().photoReview.override.mutationOptions({
      onSuccess: (answer) => {
        take(answer)
        announce(t('common.saved'))
        onDone()
      },
    }),
  )
  if (!view.allowed.includes('override')) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const words = note.trim()
    save.mutate({ photoId: view.row.photoId, check, says, ...(words ? { note: words } : {}) })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <strong>{t('photos.override')}</strong>
      <SegmentedControl
        size="xs"
        aria-label={t('photos.override_says')}
        value={says}
        onChange={(value) => setSays(said.find((each) => each === value) ?? 'as_found')}
        data={said.map((value) => ({ value, label: t(`photos.override_${value}`) }))}
      />
      <TextArea
        label={t('photos.override_note')}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FailureNotice error={save.error} />
      <Button type="submit" size="compact-sm" variant="default" loading={save.isPending}>
        {t('photos.override_save')}
      </Button>
    </form>
  )
}
