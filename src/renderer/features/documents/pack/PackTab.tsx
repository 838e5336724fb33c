import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { PackView } from '../../../../shared/contract/views.ts'
import { isIdentityKind } from '../../../../shared/domain/vocabulary.ts'
import { announce } from '../../../app/announce.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { groupSerial } from '../../../app/numbers.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Loaded } from '../../../components/states.tsx'
import css from './Pack.module.css'
import { PackList } from './PackList.tsx'
import { PackScan } from './PackScan.tsx'
import { dueLines, type Job, type Refused, toPrint, usePack } from './use-pack.ts'

/** Every paper of every member with one key, and what became of each sheet. */
export function PackTab() {
  const { pack, work, refused } = usePack()
  return (
    <Loaded query={pack}>
      {(shown) => (
        <Pack
          pack={shown}
          refused={refused}
          pending={work.isPending}
          error={work.error}
          run={(job) => work.mutateAsync(job)}
        />
      )}
    </Loaded>
  )
}

interface Props {
  readonly pack: PackView
  readonly refused: Refused
  readonly pending: boolean
  readonly error: unknown
  readonly run: (job: Job) => Promise<PackView>
}

function Pack({ pack, refused, pending, error, run }: Props) {
  const t = useText()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const due = may('document.issue') ? dueLines(pack) : []
  const waiting = may('document.print') ? toPrint(pack) : []
  // Failures are shown on the screen: nothing waits for these promises.
  const start = (job: Job) => void run(job).catch(() => undefined)
  const main = () => {
    if (pending) return
    if (due.length > 0) setAsking(true)
    else if (waiting.length > 0) start({ do: 'print', documentIds: waiting })
  }
  useKeys([{ keys: 'ctrl+p', label: 'pack.key', where: 'here', run: main }])
  const issue = async () => {
    await run({ do: 'issue' }).catch(() => undefined)
    setAsking(false)
  }
  const scan = async (scanned: string) => {
    const after = await run({ do: 'scan', scanned })
    const line = after.lines.find(({ paper }) => 'documentId' in after && paper?.documentId === after.documentId)
    if (line) announce(t('pack.sheet_confirmed', { what: t(`paper.kind_${line.kind}`) }))
  }
  return (
    <section className={css.pack}>
      <Head pack={pack} />
      <div className={css.act}>
        {(due.length > 0 || waiting.length > 0) && (
          <Button
            size="md"
            leftSection={<IconPrinter size={20} aria-hidden />}
            rightSection={<KeyHint keys="ctrl+p" />}
            loading={pending}
            onClick={main}
          >
            {due.length > 0 ? t('pack.issue') : t('pack.print', { count: waiting.length })}
          </Button>
        )}
        <PackScan pack={pack} onScan={scan} />
      </div>
      <FailureNotice error={error} />
      {refused.map(({ claimId, kind, failure }) => (
        <div key={`${claimId}.${kind}`} className={css.refused}>
          <strong>{t('pack.refused', { what: t(`paper.kind_${kind}`) })}</strong>
          <FailureNotice failure={failure} />
        </div>
      ))}
      <Finished pack={pack} />
      <PackList pack={pack} pending={pending} start={start} />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('pack.issue_title')}
        body={<WillUse pack={pack} />}
        confirmLabel={t('pack.issue')}
        pending={pending}
        onConfirm={() => void issue()}
      />
    </section>
  )
}

function Head({ pack: { lines } }: { pack: PackView }) {
  const t = useText()
  const papers = lines.filter(({ shown }) => shown !== 'barred')
  const confirmed = papers.filter(({ shown }) => shown === 'confirmed').length
  return (
    <header>
      <h2 className={css.title}>{t('pack.title')}</h2>
      <p className={css.about}>
        {papers.length === 0 ? t('pack.none') : t('pack.about')}{' '}
        {papers.length > 0 && (
          <strong className={css.progress}>{t('pack.progress', { confirmed, total: papers.length })}</strong>
        )}
      </p>
    </header>
  )
}

function Finished({ pack: { lines } }: { pack: PackView }) {
  const t = useText()
  const papers = lines.filter(({ shown }) => shown !== 'barred')
  if (papers.length === 0 || papers.some(({ shown }) => shown !== 'confirmed')) return null
  const barred = papers.length < lines.length
  return (
    <Notice tone="good" role="status" title={t('pack.all_confirmed')}>
      {t('pack.all_confirmed_next')} {barred && t('pack.but_barred')}
    </Notice>
  )
}

/** What the one key takes for good, and in which order the sheets lie in the printer. */
function WillUse({ pack }: { pack: PackView }) {
  const t = useText()
  const due = dueLines(pack)
  const sheets = due.flatMap(({ sheet }) => sheet ?? [])
  const numbers = due.filter(({ kind, shown }) => isIdentityKind(kind) && shown === 'due').length
  const nameOf = (claimId: string) => pack.members.find((member) => member.claimId === claimId)
  return (
    <div className={css.will}>
      <strong>{t('pack.will_issue')}</strong>
      <ol className={css.order} aria-label={t('pack.load')}>
        {due.map((line) => (
          <li key={`${line.claimId}.${line.kind}.${line.about.join()}`}>
            {t(`paper.kind_${line.kind}`)} <span className={css.quiet}>{nameOf(line.claimId)?.givenNames}</span>{' '}
            <span className={css.quiet}>({line.sheet ? groupSerial(line.sheet) : t('pack.plain')})</span>
          </li>
        ))}
      </ol>
      <p>
        {sheets.length > 0
          ? t('pack.will_use', { numbers, sheets: sheets.map(groupSerial).join(', ') })
          : t('pack.will_use_none')}
      </p>
    </div>
  )
}
