import { Button } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'
import { Step } from '../Step.tsx'
import { useGoStep } from '../StepRail.tsx'
import { useFieldName } from '../values.ts'
import { DocumentRead } from './DocumentRead.tsx'
import css from './Passport.module.css'
import { ScanBox } from './ScanBox.tsx'

/** The machine-readable zone: from a reader, by paste or by hand; and the way for who has no document. */
export function PassportStep() {
  const t = useText()
  const { view, mayEdit } = useClaim()
  const [again, setAgain] = useState(false)
  const { read, reading } = useReading(() => setAgain(false))
  const scanning = mayEdit && (again || view.read === undefined)
  return (
    <Step step="passport" lead={scanning ? t('mrz.lead') : undefined}>
      {scanning && <ScanBox pending={reading.isPending} onRead={read} />}
      <FailureNotice error={reading.error} />
      {view.read && !again && <DocumentRead read={view.read} filled={reading.data?.filled} />}
      {view.read && mayEdit && !again && (
        <Button variant="default" onClick={() => setAgain(true)}>
          {t('mrz.read_again')}
        </Button>
      )}
      {scanning && !view.read && <NoDocument />}
    </Step>
  )
}

function useReading(done: () => void) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const nameOf = useFieldName()
  const reading = useMutation(
    useDesk().claims.readDocument.mutationOptions({
      ...inTurn,
      onSuccess: async ({ view, filled }) => {
        await take(view)
        announce(`${t('mrz.held')}. ${t('mrz.filled', { what: filled.map(nameOf).join(', ') })}`)
        done()
      },
    }),
  )
  return { reading, read: (text: string) => reading.mutate({ claimId, text }) }
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
