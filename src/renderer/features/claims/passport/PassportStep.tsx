import { Button } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'
import { Step } from '../Step.tsx'
import { useGoStep } from '../StepRail.tsx'
import { DocumentRead } from './DocumentRead.tsx'
import css from './Passport.module.css'
import { useReading } from './reading.tsx'
import { ScanBox } from './ScanBox.tsx'

/** The machine-readable zone: from a reader, by paste or by hand; and the way for who has no document. */
export function PassportStep() {
  const t = useText()
  const { view, mayEdit } = useClaim()
  const [again, setAgain] = useState(false)
  const { read, pending, error, filled } = useReading()
  const readAt = view.read?.at
  // biome-ignore lint/correctness/useExhaustiveDependencies: every reading, from here or from the reader, ends it
  useEffect(() => setAgain(false), [readAt])
  const scanning = mayEdit && (again || view.read === undefined)
  return (
    <Step step="passport" lead={scanning ? t('mrz.lead') : undefined}>
      {scanning && <ScanBox pending={pending} onRead={read} />}
      <FailureNotice error={error} />
      {view.read && !again && <DocumentRead read={view.read} filled={filled} />}
      {view.read && mayEdit && !again && (
        <Button variant="default" onClick={() => setAgain(true)}>
          {t('mrz.read_again')}
        </Button>
      )}
      {scanning && !view.read && <NoDocument />}
    </Step>
  )
}

function NoDocument() {
  const t = useText()
  const go = useGoStep()
  return (
    <section className={css.without}>
      <IconUserQuestion size={28} stroke={1.5} aria-hidden />
      <div>
        <h3>{t('mrz.no_document')}</h3>
        <p>{t('mrz.no_document_lead')}</p>
      </div>
      <Button variant="default" onClick={() => go('identity')}>
        {t('mrz.no_document_go')}
      </Button>
    </section>
  )
}
