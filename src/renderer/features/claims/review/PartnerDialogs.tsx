import { Button, Checkbox, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { PartnerRequestView } from '../../../../shared/contract/views.ts'
import {
  type PartnerResult,
  partnerResults,
  partnerResultWords,
  partnerWords,
  purposeWords,
  type SharedField,
  sharedFieldWords,
} from '../../../../shared/partners/names.ts'
import { sharingOn } from '../../../../shared/partners/table.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea, TextField } from '../../../components/fields.tsx'
import { useClaim } from '../claim.tsx'
import css from './Review.module.css'
import type { ReviewProps } from './ReviewTab.tsx'

/** Asks a partner: only for what the table has, with the fields that it allows. */
export function AskDialog({ review, take, onClose }: ReviewProps & { onClose: () => void }) {
  const { t, say } = useLanguage()
  const { claimId, inTurn } = useClaim()
  const today = useStatus()?.today ?? ''
  const rules = sharingOn(today)
  const [chosen, setChosen] = useState(0)
  const row = rules?.rows[chosen]
  const [fields, setFields] = useState<readonly SharedField[]>(row?.fields ?? [])
  const [cited, setCited] = useState('')
  const ask = useMutation(
    useDesk().review.ask.mutationOptions({
      ...inTurn,
      onSuccess: (after) => {
        take(after)
        onClose()
      },
    }),
  )
  if (!rules || !row) return null
  const submit = () => {
    const { partner, purpose } = row
    const authority = cited.trim()
    ask.mutate({ claimId, partner, purpose, fields: [...fields], ...(authority ? { cited: authority } : {}) })
  }
  return (
    <Dialog title={t('review.ask_partner')} onClose={onClose} onSubmit={submit}>
      <Select
        label={t('review.partner')}
        value={String(chosen)}
        allowDeselect={false}
        data={rules.rows.map(({ partner, purpose }, at) => ({
          value: String(at),
          label: `${say(partnerWords[partner])}, ${say(purposeWords[purpose])}`,
        }))}
        onChange={(value) => {
          const at = Number(value)
          setChosen(at)
          setFields(rules.rows[at]?.fields ?? [])
        }}
      />
      <Checkbox.Group
        label={t('review.fields')}
        value={[...fields]}
        onChange={(next) => setFields(row.fields.filter((field) => next.includes(field)))}
      >
        <div className={css.fields}>
          {row.fields.map((field) => (
            <Checkbox key={field} value={field} label={say(sharedFieldWords[field])} />
          ))}
        </div>
      </Checkbox.Group>
      <Text size="sm">
        {say(row.authority)} · {t(`review.consent_${review.consent}`)}
        {!rules.verified && ` · ${t('review.table_unverified')}`}
      </Text>
      <TextField
        label={t('review.cited')}
        help={t('review.cited_help')}
        value={cited}
        onChange={(event) => setCited(event.currentTarget.value)}
      />
      <FailureNotice error={ask.error} />
      <Buttons onClose={onClose} verb={t('review.ask_do')} pending={ask.isPending} disabled={fields.length === 0} />
    </Dialog>
  )
}

/** What a partner answered. */
export function AnswerDialog({
  request,
  take,
  onClose,
}: Pick<ReviewProps, 'take'> & { request: PartnerRequestView; onClose: () => void }) {
  const { t, say } = useLanguage()
  const { claimId, inTurn } = useClaim()
  const [result, setResult] = useState<PartnerResult>()
  const [note, setNote] = useState('')
  const answer = useMutation(
    useDesk().review.answer.mutationOptions({
      ...inTurn,
      onSuccess: (after) => {
        take(after)
        onClose()
      },
    }),
  )
  const submit = () => {
    const said = note.trim()
    if (result) answer.mutate({ claimId, request: request.request, result, ...(said ? { note: said } : {}) })
  }
  return (
    <Dialog title={t('review.record_answer')} onClose={onClose} onSubmit={submit}>
      <Text fw={650}>
        {say(partnerWords[request.partner])}, {say(purposeWords[request.purpose])}
      </Text>
      <Radio.Group
        label={t('review.answer')}
        value={result ?? ''}
        onChange={(value) => setResult(partnerResults.find((each) => each === value))}
      >
        <Stack gap="xs" mt={4}>
          {partnerResults.map((each) => (
            <Radio key={each} value={each} label={say(partnerResultWords[each])} />
          ))}
        </Stack>
      </Radio.Group>
      <TextArea label={t('review.answer_note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <FailureNotice error={answer.error} />
      <Buttons onClose={onClose} verb={t('overview.met_do')} pending={answer.isPending} disabled={!result} />
    </Dialog>
  )
}

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly children: ReactNode
}

function Dialog({ title, onClose, onSubmit, children }: DialogProps) {
  const t = useText()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit}>
        <Stack>{children}</Stack>
      </form>
    </Modal>
  )
}

interface ButtonsProps {
  readonly onClose: () => void
  readonly verb: string
  readonly pending: boolean
  readonly disabled: boolean
}

function Buttons({ onClose, verb, pending, disabled }: ButtonsProps) {
  const t = useText()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={pending} disabled={disabled}>
        {verb}
      </Button>
    </Group>
  )
}
