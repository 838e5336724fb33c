import { Autocomplete, Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useScanTarget } from '../../app/reader/targets.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea, TextField } from '../../components/fields.tsx'

interface Base {
  readonly opened: boolean
  readonly onClose: () => void
}

const titles = { receive: 'stock.receive_title', checkOut: 'stock.check_out_title' } as const
const verbs = { receive: 'stock.receive', checkOut: 'stock.check_out' } as const

/** A run of sheets comes into the office, or from the office to this desk. */
export function RangeDialog({ kind, opened, onClose }: Base & { kind: 'receive' | 'checkOut' }) {
  const t = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(titles[kind])}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RangeForm kind={kind} onClose={onClose} />
    </Modal>
  )
}

function useLedgerMutationDone(onClose: () => void) {
  const queries = useQueryClient()
  const desk = useDesk()
  return () => {
    void queries.invalidateQueries({ queryKey: desk.stock.key() })
    onClose()
  }
}

function RangeForm({ kind, onClose }: { kind: 'receive' | 'checkOut'; onClose: () => void }) {
  const t = useText()
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const move = useMutation(useDesk().stock[kind].mutationOptions({ onSuccess: useLedgerMutationDone(onClose) }))
  const form = useRef<HTMLFormElement>(null)
  const take = ({ text }: { text: string }) => (first.trim() ? setLast(text) : setFirst(text))
  useScanTarget('number', take, { within: form })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (first.trim() && last.trim()) move.mutate({ first: first.trim(), last: last.trim() })
  }
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <TextField
          label={t('stock.first')}
          help={t('stock.range_help')}
          data-autofocus
          maxLength={20}
          autoComplete="off"
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        <TextField
          label={t('stock.last')}
          maxLength={20}
          autoComplete="off"
          value={last}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
        <FailureNotice error={move.error} />
        <Actions label={t(verbs[kind])} pending={move.isPending} ready={Boolean(first && last)} onClose={onClose} />
      </Stack>
    </form>
  )
}

/** One sheet leaves the ledger for good: spoiled, lost or sent back, with the reason. */
export function EndDialog({ opened, onClose, ready }: Base & { ready: readonly string[] }) {
  const t = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('stock.end_title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <EndForm onClose={onClose} pile={ready} />
    </Modal>
  )
}

const ends = ['spoiled', 'lost', 'returned'] as const

function EndForm({ onClose, pile }: { onClose: () => void; pile: readonly string[] }) {
  const t = useText()
  const [serial, setSerial] = useState('')
  const [state, setState] = useState<(typeof ends)[number]>('spoiled')
  const [reason, setReason] = useState('')
  const end = useMutation(useDesk().stock.end.mutationOptions({ onSuccess: useLedgerMutationDone(onClose) }))
  const form = useRef<HTMLFormElement>(null)
  useScanTarget('number', ({ text }) => setSerial(text), { within: form })
  const ready = serial.trim() !== '' && reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) end.mutate({ serial: serial.trim(), state, reason })
  }
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <Autocomplete
          label={t('stock.serial')}
          description={t('stock.end_help')}
          data={[...pile]}
          limit={50}
          maxLength={20}
          // Escape closes the dialog at once: no list stands open before anything was typed.
          openOnFocus={false}
          data-autofocus
          value={serial}
          onChange={setSerial}
        />
        <Radio.Group
          label={t('stock.state')}
          value={state}
          onChange={(next) => setState(ends.find((each) => each === next) ?? 'spoiled')}
        >
          <Group mt="xs">
            {ends.map((each) => (
              <Radio key={each} value={each} label={t(`stock_state.${each}`)} />
            ))}
          </Group>
        </Radio.Group>
        <TextArea
          label={t('common.reason')}
          help={t('common.reason_help')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureNotice error={end.error} />
        <Actions label={t('stock.end')} pending={end.isPending} ready={ready} onClose={onClose} />
      </Stack>
    </form>
  )
}

interface ActionsProps {
  readonly label: string
  readonly pending: boolean
  readonly ready: boolean
  readonly onClose: () => void
}

function Actions({ label, pending, ready, onClose }: ActionsProps) {
  const t = useText()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={pending} disabled={!ready}>
        {label}
      </Button>
    </Group>
  )
}
