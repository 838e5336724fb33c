import { Button } from '@mantine/core'
import { IconCircleCheck, IconFilePlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DocumentKind, DocumentView } from '../../../shared/contract/views.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { groupSerial } from '../../app/numbers.ts'
import { CopyableNumber } from '../../components/CopyableNumber.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { DocumentStatePill } from '../../components/StatePill.tsx'
import { ConfirmSheet } from './ConfirmSheet.tsx'
import css from './Documents.module.css'
import { PaperFindings } from './Preview.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { ReplaceButton } from './ReplaceButton.tsx'
import { CorrectedSince } from './Revoked.tsx'
import { SpoilDialog } from './SpoilDialog.tsx'

/** The paper under work: print it, confirm the sheet, or spoil it and take the next. */
export function LivePaper({ paper }: { paper: DocumentView }) {
  const t = useText()
  const may = useMay()
  const [spoiling, setSpoiling] = useState(false)
  const maySpoil = paper.allowed.includes('spoil') && may('document.spoil')
  useKeys(maySpoil ? [{ keys: 's', label: 'paper.key_spoil', where: 'here', run: () => setSpoiling(true) }] : [])
  return (
    <section className={css.live}>
      <About paper={paper} />
      {paper.findings.length > 0 && <PaperFindings findings={paper.findings} />}
      {paper.state === 'reserved' && <PrintSheet paper={paper} />}
      {paper.state === 'sent' && <ConfirmSheet paper={paper} />}
      {paper.state === 'confirmed' && <HandedOver kind={paper.kind} />}
      <CorrectedSince paper={paper} />
      <div className={css.historyActions}>
        <ReplaceButton paper={paper} />
        {maySpoil && (
          <Button
            variant="default"
            c="var(--bad)"
            rightSection={<KeyHint keys="s" />}
            onClick={() => setSpoiling(true)}
          >
            {t('paper.spoil')}
          </Button>
        )}
      </div>
      {spoiling && <SpoilDialog paper={paper} onClose={() => setSpoiling(false)} />}
    </section>
  )
}

function About({ paper }: { paper: DocumentView }) {
  const { t } = useLanguage()
  return (
    <>
      <h3 className={css.kind}>
        {t(`paper.kind_${paper.kind}`)} <DocumentStatePill state={paper.state} />
      </h3>
      <dl className={css.numbers}>
        <div>
          <dt>{t('paper.number')}</dt>
          <dd>
            <CopyableNumber shown={groupSerial(paper.number)} value={paper.number} label={t('number.document')} />
          </dd>
        </div>
        {paper.stockSerial && (
          <div>
            <dt>{t('paper.sheet')}</dt>
            <dd>{groupSerial(paper.stockSerial)}</dd>
          </div>
        )}
        {paper.validUntil && (
          <div>
            <dt>{t('paper.valid_until')}</dt>
            <dd>{paper.validUntil}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

const handedTexts = {
  RPID: 'paper.confirmed_next',
  RPCD: 'paper.confirmed_next',
  acknowledgement: 'paper.confirmed_letter',
} as const

const handedText = (kind: DocumentKind) =>
  kind in handedTexts ? handedTexts[kind as keyof typeof handedTexts] : 'letters.handed'

function HandedOver({ kind }: { kind: DocumentKind }) {
  const t = useText()
  const may = useMay()
  return (
    <div className={css.handed} role="status">
      <IconCircleCheck size={36} stroke={1.5} aria-hidden />
      <div>
        <strong>{t('paper.confirmed')}</strong>
        <p>{t(handedText(kind))}</p>
      </div>
      {may('claim.open') && (
        <Button
          component={Link}
          to="/claims/new"
          leftSection={<IconFilePlus size={18} aria-hidden />}
          rightSection={<KeyHint keys="n" />}
        >
          {t('paper.next_claim')}
        </Button>
      )}
    </div>
  )
}
