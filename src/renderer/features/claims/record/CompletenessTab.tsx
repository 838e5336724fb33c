import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowRight,
  IconCircleCheck,
  IconCircleDashed,
  IconEye,
  IconMessageCircle,
  IconNote,
  IconPaperclip,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { JudgedFinding } from '../../../../shared/contract/views.ts'
import { aspects, aspectWords } from '../../../../shared/record/evidence.ts'
import type { Support } from '../../../../shared/rules/completeness/matrix.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { Empty } from '../../../components/states.tsx'
import { useClaim } from '../claim.tsx'
import { linkTo } from './place.ts'
import css from './Record.module.css'
import { ReviewLine } from './ReviewLine.tsx'
import { RecordProvider, useRecord } from './record.tsx'

const icons = { serious: IconAlertTriangle, look: IconEye, note: IconNote } as const

/** What a claim still lacks and what cannot all be true, each with what to ask; and each threat against its support. */
export function CompletenessTab() {
  return (
    <RecordProvider>
      <ReviewLine />
      <div className={css.complete}>
        <Essentials />
        <Findings />
        <Matrix />
      </div>
    </RecordProvider>
  )
}

function Essentials() {
  const { t, say } = useLanguage()
  const { essentials } = useRecord().view
  return (
    <section className={css.section}>
      <h2 className={css.title}>{t('record.essentials')}</h2>
      <ul className={css.essentials}>
        {essentials.map(({ item, name, met }) => (
          <li key={item} data-met={met ?? 'missing'}>
            {met ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
            {say(name)}
            <small>{t(`record.essential_${met ?? 'missing'}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Findings() {
  const t = useText()
  const { claimId } = useClaim()
  const { findings } = useRecord().view
  const navigate = useNavigate()
  const open = findings.filter(({ dismissed }) => dismissed === undefined)
  const dismissed = findings.filter((each) => each.dismissed !== undefined)
  const first = open[0]
  useKeys(
    first
      ? [
          {
            keys: 'Enter',
            label: 'record.key_first',
            where: 'here',
            run: () => void navigate(linkTo(claimId, first.at)),
          },
        ]
      : [],
  )
  return (
    <section className={css.section}>
      <h2 className={css.title}>{t('record.findings', { count: open.length })}</h2>
      {open.length === 0 ? (
        <Empty title={t('record.no_findings')} icon={<IconCircleCheck aria-hidden />} />
      ) : (
        <ul className={css.findings}>
          {open.map((finding) => (
            <FindingItem key={finding.key} finding={finding} />
          ))}
        </ul>
      )}
      {dismissed.length > 0 && (
        <>
          <h3 className={css.listTitle}>{t('record.dismissed_list')}</h3>
          <ul className={css.findings}>
            {dismissed.map((finding) => (
              <FindingItem key={finding.key} finding={finding} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function FindingItem({ finding }: { readonly finding: JudgedFinding }) {
  const { t, say } = useLanguage()
  const { claimId, mayEdit, inTurn } = useClaim()
  const { take } = useRecord()
  const [asking, setAsking] = useState(false)
  const { key, severity, message, ask, citation, at, against, dismissed, back, referralOnly } = finding
  const dismissing = useMutation(
    useDesk().record.dismiss.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        setAsking(false)
      },
    }),
  )
  const Icon = icons[severity]
  return (
    <li data-severity={dismissed === undefined ? severity : 'dismissed'}>
      <Icon size={20} aria-hidden />
      <div className={css.findingWords}>
        <p className={css.message}>
          <strong>{t(`record.severity_${severity}`)}.</strong> {say(message)}
        </p>
        <p>
          <IconMessageCircle size={16} aria-hidden /> {say(ask)}
        </p>
        <p className={css.citation}>
          {say(citation)}
          {referralOnly && ` · ${t('record.referral_only')}`}
          {back && ` · ${t('record.back')}`}
        </p>
        {dismissed !== undefined && <p className={css.citation}>{t('record.dismissed', { reason: dismissed })}</p>}
        <FailureNotice error={asking ? undefined : dismissing.error} />
      </div>
      <div className={css.findingActions}>
        <Link {...linkTo(claimId, at)}>
          {t('record.go')} <IconArrowRight size={16} aria-hidden />
        </Link>
        {against && <Link {...linkTo(claimId, against)}>{t('record.go_against')}</Link>}
        {mayEdit &&
          (dismissed === undefined ? (
            <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
              {t('record.dismiss')}
            </Button>
          ) : (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={dismissing.isPending}
              onClick={() => dismissing.mutate({ claimId, finding: key })}
            >
              {t('record.undismiss')}
            </Button>
          ))}
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('record.dismiss_title')}
        body={say(message)}
        confirmLabel={t('record.dismiss')}
        withReason
        pending={dismissing.isPending}
        error={dismissing.error}
        onConfirm={(reason) => dismissing.mutate({ claimId, finding: key, reason })}
      />
    </li>
  )
}

const supportIcons = {
  supported: IconPaperclip,
  explained: IconMessageCircle,
  nothing: IconCircleDashed,
} as const satisfies Record<Support, unknown>

/** Each threat against what supports it. */
function Matrix() {
  const { t, say } = useLanguage()
  const { claimId } = useClaim()
  const { matrix } = useRecord().view
  return (
    <section className={css.section}>
      <h2 className={css.title}>{t('record.matrix')}</h2>
      <p className={css.source}>{t('record.matrix_lead')}</p>
      {matrix.length === 0 ? (
        <Empty title={t('record.matrix_empty')}>
          <Link {...linkTo(claimId, { in: 'form', form: 'boc', item: 'risks' })}>{t('record.matrix_add')}</Link>
        </Empty>
      ) : (
        <table className={css.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('record.matrix_threat')}</th>
              {aspects.map((aspect) => (
                <th key={aspect} scope="col">
                  {say(aspectWords[aspect])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map(({ risk, what, cells }, at) => (
              <tr key={risk}>
                <th scope="row">
                  <Link {...linkTo(claimId, { in: 'form', form: 'boc', item: 'risks', row: risk })}>
                    {at + 1}. <bdi>{what.slice(0, 140) || t('record.matrix_unsaid')}</bdi>
                  </Link>
                </th>
                {aspects.map((aspect) => {
                  const { support, evidence } = cells[aspect]
                  const Icon = supportIcons[support]
                  return (
                    <td key={aspect} data-support={support}>
                      <Icon size={16} aria-hidden /> {t(`record.support_${support}`)}
                      {evidence.length > 0 && ` (${evidence.length})`}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
