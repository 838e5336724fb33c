import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { BulkAct } from '../../../shared/domain/bulk.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { actFrom, BulkOptions, type Draft, draftOf } from './BulkOptions.tsx'
import { BulkRows } from './BulkRows.tsx'
import { useBulkRun } from './use-bulk-run.ts'

interface Props {
  readonly name: BulkAct['do']
  readonly claimIds: readonly string[]
  readonly onClose: () => void
}

/** What is to be done, what would happen to each claim, then each by its own command with a report at the end. */
export function BulkDialog({ name, claimIds, onClose }: Props) {
  const t = useText()
  const [draft, setDraft] = useState<Draft>(draftOf(name))
  const preview = useMutation(useDesk().casework.preview.mutationOptions())
  const run = useBulkRun()
  const act = actFrom(draft)
  const rows = preview.data?.rows
  const doing = rows?.filter((row) => 'will' in row) ?? []
  const change = (next: Draft) => {
    setDraft(next)
    preview.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!act) return
    if (!rows) preview.mutate({ claimIds: claimIds.slice(0, 200), act })
    else if (doing.length > 0) run.start(act, doing)
  }
  return (
    <Modal
      opened
      size="xl"
      onClose={run.state === 'running' ? run.stop : onClose}
      title={t(`bulk.${name}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {run.state === 'idle' && <BulkOptions draft={draft} onDraft={change} />}
          <FailureNotice error={preview.error} />
          {rows && <BulkRows rows={rows} run={run} />}
          <Group justify="flex-end">
            {run.state === 'running' && (
              <Button variant="default" onClick={run.stop}>
                {t('bulk.stop')}
              </Button>
            )}
            {run.state === 'ended' && (
              <Button onClick={onClose} data-autofocus>
                {t('bulk.close')}
              </Button>
            )}
            {run.state === 'idle' && (
              <Button
                type="submit"
                disabled={!act || (rows !== undefined && doing.length === 0)}
                loading={preview.isPending}
              >
                {rows ? t('bulk.run', { count: doing.length }) : t('bulk.preview')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
