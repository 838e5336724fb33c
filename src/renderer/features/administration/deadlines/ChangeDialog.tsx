import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DeadlineChange } from '../../../../shared/rules/index.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextField } from '../../../components/fields.tsx'
import { type Rule, usePeriod } from './RuleTable.tsx'

interface Props {
  readonly rule: Rule
  readonly changes: readonly DeadlineChange[]
  readonly onClose: () => void
}

/** A period that counts from a day on, with its authority; the newest change can be taken back. */
export function ChangeDialog({ rule, changes, onClose }: Props) {
  const { t, say } = useLanguage()
  const period = usePeriod()
  const desk = useDesk()
  const queries = useQueryClient()
  const [from, setFrom] = useState<string | undefined>(useStatus()?.today)
  const [count, setCount] = useState<number | string>(rule.count)
  const [citation, setCitation] = useState('')
  const keep = useMutation(
    desk.settings.set.mutationOptions({
      onSuccess: (view) => {
        queries.setQueryData(desk.settings.get.queryKey(), view)
        onClose()
      },
    }),
  )
  const others = (day: string | undefined) => changes.filter((each) => each.rule !== rule.id || each.from !== day)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!from || typeof count !== 'number' || citation.trim().length < 3) return
    keep.mutate({ deadlineChanges: [...others(from), { rule: rule.id, from, count, citation: citation.trim() }] })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deadline.change_title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text fw={650}>{say(rule.title)}</Text>
          {changes
            .filter((each) => each.rule === rule.id)
            .map((each) => (
              <Group key={each.from} justify="space-between">
                <Text>
                  {t('deadline.changed', { period: period(rule, each.count), date: each.from })} · {each.citation}
                </Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => keep.mutate({ deadlineChanges: others(each.from) })}
                >
                  {t('deadline.take_back')}
                </Button>
              </Group>
            ))}
          <NumberInput
            label={t('deadline.change_count')}
            value={count}
            onChange={setCount}
            min={0}
            max={730}
            allowDecimal={false}
            data-autofocus
          />
          <DateField label={t('deadline.change_from')} value={from} onValue={setFrom} />
          <TextField
            label={t('deadline.change_citation')}
            value={citation}
            onChange={(event) => setCitation(event.currentTarget.value)}
          />
          <FailureNotice error={keep.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={keep.isPending} disabled={!from || citation.trim().length < 3}>
              {t('deadline.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
