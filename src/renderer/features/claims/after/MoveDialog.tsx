import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import { officeId, offices } from '../../../../shared/domain/ports-of-entry.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { SelectField, TextArea } from '../../../components/fields.tsx'
import { useClaim } from '../claim.tsx'

/** Gives the claim to another office: to which, and why. Says what follows before it is done. */
export function MoveDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useLanguage()
  const { claimId, take, inTurn } = useClaim()
  const own = useStatus()?.office?.id
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const choices = useMemo(
    () =>
      offices
        .filter(({ slug }) => officeId(slug) !== own)
        .map(({ slug, name }) => ({ value: slug, label: name[language] }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    [own, language],
  )
  const move = useMutation(
    useDesk().casework.move.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        onClose()
      },
    }),
  )
  const whole = to !== null && reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (whole) move.mutate({ claimId, to, reason: reason.trim() })
  }
  return (
    <Modal opened onClose={onClose} title={t('move.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit}>
        <Stack>
          <Text>{t('move.body')}</Text>
          <Text>{t('move.offline')}</Text>
          <SelectField
            label={t('move.to')}
            placeholder={t('move.choose')}
            data={choices}
            searchable
            value={to}
            onChange={setTo}
          />
          <TextArea
            label={t('common.reason')}
            help={t('common.reason_help')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FailureNotice error={move.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={move.isPending} disabled={!whole}>
              {t('move.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
