import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ClaimView } from '../../../../shared/contract/views.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { groupSerial } from '../../../app/numbers.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea, TextField } from '../../../components/fields.tsx'
import { useClaim } from '../claim.tsx'
import { nameOf } from '../name.tsx'
import css from './Family.module.css'

/** Finds the claim of a relative and links this one to it, with the reason. */
export function LinkDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('family.link')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <LinkForm onClose={onClose} />
    </Modal>
  )
}

function LinkForm({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const desk = useDesk()
  const [text, setText] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const link = useMutation(
    desk.families.link.mutationOptions({
      ...inTurn,
      onSuccess: async (view: ClaimView) => {
        await take(view)
        onClose()
      },
    }),
  )
  const ready = to !== '' && reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) link.mutate({ claimId, to, reason: reason.trim() })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextField
          label={t('family.link_find')}
          help={t('family.link_find_help')}
          value={text}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Found text={text} value={to} onChange={setTo} />
        <TextArea
          label={t('common.reason')}
          help={t('common.reason_help')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureNotice error={link.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={link.isPending} disabled={!ready}>
            {t('family.link')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const shown = 8
const typingPause = 200

function Found({ text, value, onChange }: { text: string; value: string; onChange: (claimId: string) => void }) {
  const t = useText()
  const { claimId } = useClaim()
  const [asked] = useDebouncedValue(text.trim(), typingPause)
  const input = { text: asked, limit: shown }
  const query = useQuery({ ...useDesk().claims.search.queryOptions({ input }), enabled: asked !== '' })
  const rows = (asked === '' ? [] : (query.data?.rows ?? [])).filter((row) => row.claimId !== claimId)
  if (asked === '' || !query.data) return null
  if (rows.length === 0) return <p className={css.quiet}>{t('family.link_none')}</p>
  return (
    <Radio.Group value={value} onChange={onChange} aria-label={t('family.link_find')}>
      <div className={css.found}>
        {rows.map((row) => (
          <Radio
            key={row.claimId}
            value={row.claimId}
            label={[nameOf(row) || t('claims.no_name'), row.birthDate, groupSerial(row.applicationNumber)]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
