import { Button } from '@mantine/core'
import { IconCheck, IconSend } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import type { CheckId } from '../../../shared/photos/checks.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useAriaKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { Alarm } from './Alarm.tsx'
import { Checks } from './Checks.tsx'
import { CropPanel } from './CropPanel.tsx'
import { Decision } from './Decision.tsx'
import { Earlier } from './Earlier.tsx'
import css from './Photos.module.css'
import { ReturnPanel } from './ReturnPanel.tsx'
import { SuggestionPill } from './SuggestionPill.tsx'
import type { Cropping } from './use-cropping.ts'
import { useDeciding } from './use-deciding.ts'
import type { Decisions } from './use-decisions.ts'

interface Props {
  readonly view: PhotoReview
  /** Why what is shown could not be read again. */
  readonly stale: unknown
  readonly aim: (ahead: number) => string | undefined
  readonly decisions: Decisions
  readonly cropping: Cropping
  readonly onCheck: (check: CheckId | undefined) => void
  readonly onShow: (photoId: string) => void
  readonly onDecided: () => void
}

/** Who is in the picture, what is to be noticed, what can be done, and every check. */
export function Side({ view, stale, aim, decisions, cropping, onCheck, onShow, onDecided }: Props) {
  const deciding = useDeciding({ view, aim, decisions, onDecided, off: cropping.frame !== undefined })
  return (
    <div className={css.side}>
      <FailureNotice error={stale} />
      <Who view={view} onShow={onShow} />
      <Alarm view={view} onShow={onShow} />
      <Decision view={view} onShow={onShow} />
      {cropping.frame ? (
        <CropPanel view={view} cropping={cropping} frame={cropping.frame} />
      ) : deciding.open ? (
        <ReturnPanel
          view={view}
          draft={deciding.draft}
          onChange={deciding.change}
          onSend={deciding.giveBack}
          onClose={deciding.close}
          tried={deciding.tried}
        />
      ) : (
        <Acts view={view} onApprove={deciding.approve} onReturn={deciding.giveBack} />
      )}
      <Checks key={view.row.photoId} view={view} onShow={onCheck} />
      <Earlier view={view} onShow={onShow} />
    </div>
  )
}

function Who({ view: { row, applicant, claimId, answers }, onShow }: Pick<Props, 'view' | 'onShow'>) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  return (
    <header>
      <h2>
        <bdi>{row.name || row.applicationNumber}</bdi>
      </h2>
      <p className={css.facts}>
        <span>{groupSerial(row.applicationNumber)}</span>
        {applicant.birthDate && <span>{t('photos.born', { date: applicant.birthDate })}</span>}
        <span>{t(`photos.profile_${row.profile}`)}</span>
      </p>
      <p className={css.facts}>
        <span>{t('photos.submitted', { at: instantText(row.submittedAt, zone) })}</span>
        <span>{t(`photos.source_${row.source}`)}</span>
        <span>{t('photos.pixels', { width: row.width, height: row.height })}</span>
        {claimId && (
          <Link to="/claims/$claimId" params={{ claimId }}>
            {t('photos.open_claim')}
          </Link>
        )}
      </p>
      {answers && (
        <p className={css.facts}>
          <span>{t('photos.answers')}</span>
          <Button size="compact-xs" variant="default" onClick={() => onShow(answers)}>
            {t('photos.show_that')}
          </Button>
        </p>
      )}
      <p className={css.suggests}>
        <span className={css.quiet}>{t('photos.suggests')}</span> <SuggestionPill suggestion={row.suggestion} />
      </p>
    </header>
  )
}

function Acts({ view, onApprove, onReturn }: { view: PhotoReview; onApprove: () => void; onReturn: () => void }) {
  const t = useText()
  const keys = { approve: useAriaKeys('a'), giveBack: useAriaKeys('r') }
  if (!view.allowed.includes('approve')) return null
  return (
    <section className={css.acts} aria-label={t('photos.acts')}>
      <Button
        leftSection={<IconCheck size={18} aria-hidden />}
        rightSection={<KeyHint keys="a" />}
        aria-keyshortcuts={keys.approve}
        onClick={onApprove}
      >
        {t('photos.approve')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconSend size={18} aria-hidden />}
        rightSection={<KeyHint keys="r" />}
        aria-keyshortcuts={keys.giveBack}
        onClick={onReturn}
      >
        {t('photos.return')}
      </Button>
    </section>
  )
}
