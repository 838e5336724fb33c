import { Button } from '@mantine/core'
import { IconListCheck, IconPlayerPause, IconPrinter, IconPrinterOff } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrintQueueView } from '../../../shared/contract/views.ts'
import { takeDelivery } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { SelectField } from '../../components/fields.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Empty, NoPermission } from '../../components/states.tsx'
import { ConfirmScan } from './ConfirmScan.tsx'
import { Due } from './Due.tsx'
import { Jobs } from './Jobs.tsx'
import css from './Printing.module.css'
import { Reminders } from './Reminders.tsx'

/** While sheets come out, and while nothing happens (another window may print). */
const pollMs = { running: 700, idle: 5000 }

/** A day's notices in one go: what is issued, the queue, how far it is, and each sheet confirmed by its scan. */
export function PrintingScreen() {
  return useMay()('document.print') ? <Printing /> : <NoPermission />
}

function Printing() {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const queue = useQuery({
    ...desk.printQueue.view.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.running ? pollMs.running : pollMs.idle),
  })
  const take = (view: PrintQueueView) => queries.setQueryData(desk.printQueue.view.queryKey(), view)
  const adding = useMutation(desk.printQueue.add.mutationOptions({ onSuccess: take }))
  if (!queue.data) return <FailureNotice error={queue.error} />
  const { jobs, left, due, running } = queue.data
  return (
    <>
      <PageHeader title={t('printing.title')} subtitle={t('printing.about')} />
      <div className={css.screen}>
        <Due due={due} take={take} />
        <Reminders />
        <section aria-label={t('printing.left')}>
          <h2 className={css.heading}>{t('printing.left')}</h2>
          {left.length === 0 && <p className={css.quiet}>{t('printing.left_none')}</p>}
          {left.length > 0 && (
            <Button
              leftSection={<IconListCheck size={18} aria-hidden />}
              loading={adding.isPending}
              onClick={() => adding.mutate({ documentIds: left.map(({ documentId }) => documentId) })}
            >
              {t('printing.add', { count: left.length })}
            </Button>
          )}
          <FailureNotice error={adding.error} />
        </section>
        <section aria-label={t('printing.queue')}>
          <h2 className={css.heading}>{t('printing.queue')}</h2>
          {jobs.length === 0 ? (
            <Empty
              icon={<IconPrinterOff aria-hidden />}
              title={t('printing.queue_none')}
              next={t('printing.queue_none_next')}
            />
          ) : (
            <>
              <Controls jobs={jobs} running={running} take={take} />
              <ConfirmScan take={take} />
              <Jobs jobs={jobs} take={take} />
            </>
          )}
        </section>
      </div>
    </>
  )
}

interface ControlsProps {
  readonly jobs: PrintQueueView['jobs']
  readonly running: boolean
  readonly take: (view: PrintQueueView) => void
}

/** How far it is; start, pause, go on. */
function Controls({ jobs, running, take }: ControlsProps) {
  const t = useText()
  const desk = useDesk()
  const [printer, setPrinter] = useState<string>()
  const printers = useQuery({ ...desk.documents.printers.queryOptions(), staleTime: 300_000 }).data ?? []
  const resuming = useMutation(
    desk.printQueue.resume.mutationOptions({
      onSuccess: ({ delivery, ...view }) => {
        if (delivery) takeDelivery(delivery)
        take(view)
      },
    }),
  )
  const pausing = useMutation(desk.printQueue.pause.mutationOptions({ onSuccess: take }))
  const done = jobs.filter(({ state }) => state === 'sent' || state === 'confirmed').length
  const waits = jobs.some(({ state }) => state === 'waiting')
  const run = () => {
    if (running) pausing.mutate(undefined)
    else if (waits && !resuming.isPending) resuming.mutate(printer ? { printer } : {})
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'printing.resume', where: 'here', run }])
  return (
    <div className={css.actions}>
      <p role="status">{t('printing.progress', { done: String(done), all: String(jobs.length) })}</p>
      {printers.length > 1 && (
        <SelectField
          label={t('paper.printer')}
          placeholder={t('paper.printer_default')}
          clearable
          data={[...printers]}
          value={printer ?? null}
          onChange={(next) => setPrinter(next ?? undefined)}
        />
      )}
      <Button
        leftSection={running ? <IconPlayerPause size={18} aria-hidden /> : <IconPrinter size={18} aria-hidden />}
        rightSection={<KeyHint keys="ctrl+Enter" />}
        disabled={!running && !waits}
        loading={resuming.isPending || pausing.isPending}
        onClick={run}
      >
        {t(running ? 'printing.pause' : 'printing.resume')}
      </Button>
      <FailureNotice error={resuming.error ?? pausing.error} />
    </div>
  )
}
