import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { AttentionItem } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea } from '../../components/fields.tsx'

interface Props {
  readonly item: AttentionItem
  readonly paper: NonNullable<AttentionItem['paper']>
}

const answers = ['recall', 'replace', 'uphold'] as const
type Answer = (typeof answers)[number]

/** A document that rests on a decision which came second: whom to reach and how, and what becomes of it. */
export function AnswerDoubt({ item, paper }: Props) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  if (!useMay()('document.replace')) return null
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        {t('attention.doubt_answer')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t('attention.doubt_title', { number: paper.number })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <AnswerForm item={item} paper={paper} onClose={close} />
      </Modal>
    </>
  )
}

function AnswerForm({ item, paper, onClose }: Props & { onClose: () => void }) {
  const t = useText()
  const [answer, setAnswer] = useState<Answer>()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { send, pending, error } = useAnswer({ item, paper }, onClose)
  const short = reason.trim().length < 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (answer && !short && !pending) send(answer, reason.trim())
  }
  // A sheet that nobody holds yet is spoiled; only a document in a hand is replaced by another number.
  const offered = answers.filter((each) => each !== 'replace' || paper.inHand)
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{t('attention.doubt_lead')}</Text>
        <Reach item={item} />
        <Radio.Group
          label={t('attention.doubt_what')}
          value={answer ?? ''}
          onChange={(next) => setAnswer(answers.find((each) => each === next))}
          error={asked && !answer ? t('attention.doubt_what') : undefined}
        >
          <Stack gap="xs" mt={4}>
            {offered.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`attention.doubt_${each}`)}
                description={t(`attention.doubt_${each}_help`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextArea
          label={t('common.reason')}
          help={t('common.reason_help')}
          error={asked && short ? t('common.reason_short') : undefined}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={!answer}>
            {answer ? t(`attention.doubt_${answer}`) : t('attention.doubt_answer')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Reach({ item: { person, reach = {} } }: { item: AttentionItem }) {
  const t = useText()
  const { phone, email, address } = reach
  const lines = [
    ['attention.doubt_person', person ?? t('claims.no_name')],
    ['attention.doubt_phone', phone],
    ['attention.doubt_email', email],
    ['attention.doubt_address', address],
  ] as const
  return (
    <div>
      {lines.map(
        ([label, value]) =>
          value && (
            <Text key={label}>
              {t(label)}
              {': '}
              <strong>
                <bdi>{value}</bdi>
              </strong>
            </Text>
          ),
      )}
      {!phone && !email && !address && <Text c="dimmed">{t('attention.doubt_unreachable')}</Text>}
    </div>
  )
}

function useAnswer({ item: { claimId = '' }, paper: { documentId, inHand } }: Props, onClose: () => void) {
  const desk = useDesk()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const onSettled = () => queries.invalidateQueries({ queryKey: desk.attention.key() })
  const replace = useMutation(desk.documents.replace.mutationOptions({ onSettled }))
  const spoil = useMutation(desk.documents.spoil.mutationOptions({ onSettled }))
  const uphold = useMutation(desk.documents.uphold.mutationOptions({ onSettled }))
  const send = (answer: Answer, reason: string) => {
    const onSuccess = () => {
      onClose()
      // The new sheet is printed and confirmed where every sheet is.
      if (answer === 'replace') void navigate({ to: '/claims/$claimId/$tab', params: { claimId, tab: 'documents' } })
    }
    if (answer === 'uphold') return uphold.mutate({ documentId, reason }, { onSuccess })
    if (!inHand) return spoil.mutate({ documentId, reason, reissue: false }, { onSuccess })
    const why = 'error' as const
    replace.mutate({ documentId, why, note: reason, returned: false, reissue: answer === 'replace' }, { onSuccess })
  }
  return {
    send,
    pending: replace.isPending || spoil.isPending || uphold.isPending,
    error: replace.error ?? spoil.error ?? uphold.error,
  }
}
