import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import type { CheckId } from '../../../shared/photos/checks.ts'
import type { CheckResult } from '../../../shared/photos/report.ts'
import { groupTitle } from '../../../shared/photos/words.ts'
import { announce } from '../../app/announce.tsx'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { PhotoFindings } from '../../components/Findings.tsx'
import { Notice } from '../../components/Notice.tsx'
import { CheckRow } from './CheckRow.tsx'
import css from './Checks.module.css'
import { groupChecks } from './check-groups.ts'
import { useTakeReview } from './review.tsx'

interface Props {
  readonly view: PhotoReview
  /** The check whose place is shown in the picture. */
  readonly onShow: (check: CheckId | undefined) => void
}

/** What the machine found, worst first; a check that could not be made is never shown as one that passed. */
export function Checks({ view, onShow }: Props) {
  const { t, say } = useLanguage()
  if (!view.report) return <NoReport view={view} />
  const { open, ok } = groupChecks(view.report.checks)
  return (
    <section aria-label={t('photos.checks')} className={css.checks}>
      <h3 className={css.heading}>{t('photos.checks')}</h3>
      {open.length === 0 && <p className={css.quiet}>{t('photos.checks_none')}</p>}
      {open.map(({ group, checks }) => (
        <section key={group} aria-label={say(groupTitle[group])}>
          <h4 className={css.group}>{say(groupTitle[group])}</h4>
          <ul className={css.list}>
            {checks.map((check) => (
              <CheckRow key={check.id} check={check} view={view} onShow={onShow} />
            ))}
          </ul>
        </section>
      ))}
      {ok.length > 0 && <InOrder checks={ok} view={view} onShow={onShow} />}
      <Again view={view} />
    </section>
  )
}

/** What is in order, folded away and drawn when it is unfolded: there are some thirty of them, and a next photo waits. */
function InOrder({ checks, view, onShow }: Props & { checks: readonly CheckResult[] }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <details className={css.fine} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('photos.checks_ok', { count: checks.length })}</summary>
      {open && (
        <ul className={css.list}>
          {checks.map((check) => (
            <CheckRow key={check.id} check={check} view={view} onShow={onShow} />
          ))}
        </ul>
      )}
    </details>
  )
}

/** Until the machine has looked: what the file itself shows. */
function NoReport({ view }: { view: PhotoReview }) {
  const { t } = useLanguage()
  return (
    <section aria-label={t('photos.checks')} className={css.checks}>
      {view.checkFailure ? (
        <>
          <Notice tone="attention" title={t('photos.not_looked')} />
          <FailureNotice failure={view.checkFailure} />
          <Again view={view} />
        </>
      ) : (
        <Notice tone="info" title={t('photos.looking')}>
          {t('photos.looking_next')}
        </Notice>
      )}
      <h3 className={css.heading}>{t('photos.file_findings')}</h3>
      <PhotoFindings findings={view.findings} />
    </section>
  )
}

/** Measured anew, for one whose report was made by an older machine or failed. */
function Again({ view }: { view: PhotoReview }) {
  const { t } = useLanguage()
  const take = useTakeReview()
  const again = useMutation(
    useDesk().photoReview.check.mutationOptions({
      onSuccess: (answer) => {
        take(answer)
        announce(t('photos.checked_again'))
      },
    }),
  )
  if (!view.allowed.includes('check')) return null
  return (
    <div>
      <FailureNotice error={again.error} />
      <Button
        size="compact-xs"
        variant="subtle"
        loading={again.isPending}
        onClick={() => again.mutate({ photoId: view.row.photoId })}
      >
        {t('photos.check_again')}
      </Button>
    </div>
  )
}
