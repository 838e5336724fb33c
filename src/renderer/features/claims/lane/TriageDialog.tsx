import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { ClaimView } from '../../../../shared/contract/views.ts'
import { laneFor } from '../../../../shared/domain/lane.ts'
import type { Translate } from '../../../../shared/i18n/index.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea, useFieldWords } from '../../../components/fields.tsx'
import { KeyHint, Keys } from '../../../components/KeyHint.tsx'
import { useClaim } from '../claim.tsx'
import css from './Lane.module.css'

/** Low risk? Low need? Why? Both together open the One Touch lane. */
export function TriageDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('lane.triage')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <TriageForm onClose={onClose} />
    </Modal>
  )
}

function TriageForm({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const [lowRisk, setLowRisk] = useState<boolean>()
  const [lowNeed, setLowNeed] = useState<boolean>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const triage = useMutation(
    useDesk().lanes.triage.mutationOptions({
      ...inTurn,
      onSuccess: async (view: ClaimView) => {
        await take(view)
        announce(t(`lane.${view.lane.lane}`))
        onClose()
      },
    }),
  )
  const answered = lowRisk !== undefined && lowNeed !== undefined
  const short = reason.trim().length < 3
  const send = () => {
    setTried(true)
    if (answered && !short && !triage.isPending) triage.mutate({ claimId, lowRisk, lowNeed, reason: reason.trim() })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'lane.choose', where: 'here', run: send }])
  return (
    <form onSubmit={submit} onKeyDown={readyByNumber(setReason, t)}>
      <Stack>
        <YesNo name="low_risk" value={lowRisk} onChange={setLowRisk} first />
        <YesNo name="low_need" value={lowNeed} onChange={setLowNeed} />
        <ReadyReasons onChoose={setReason} />
        <TextArea
          label={t('common.reason')}
          help={t('common.reason_help')}
          error={tried && short ? t('common.reason_short') : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {answered ? (
          <p className={css.gives} role="status">
            {t('lane.gives', { lane: t(`lane.${laneFor({ lowRisk, lowNeed })}`) })}
          </p>
        ) : (
          tried && (
            <p className={css.bad} role="alert">
              {t('lane.both_needed')}
            </p>
          )
        )}
        <FailureNotice error={triage.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={triage.isPending} rightSection={<KeyHint keys="ctrl+Enter" />}>
            {t('lane.choose')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Usual reasons, so that nobody types them forty times a day; none is chosen until the officer chooses. */
const ready = ['lane.ready_passport', 'lane.ready_identity', 'lane.ready_no_document', 'lane.ready_help'] as const

/** The number of a ready reason puts it into the field, wherever in the dialog the focus is but in the field itself. */
const readyByNumber = (onChoose: (reason: string) => void, t: Translate) => (event: KeyboardEvent) => {
  const chosen = ready[Number(event.key) - 1]
  if (!chosen || event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  onChoose(t(chosen))
}

function ReadyReasons({ onChoose }: { onChoose: (reason: string) => void }) {
  const t = useText()
  return (
    <Group gap="xs" role="group" aria-label={t('lane.ready')}>
      {ready.map((each, at) => (
        <Button
          key={each}
          size="compact-sm"
          variant="default"
          className={css.ready}
          rightSection={<Keys keys={String(at + 1)} quiet />}
          aria-keyshortcuts={String(at + 1)}
          onClick={() => onChoose(t(each))}
        >
          {t(each)}
        </Button>
      ))}
    </Group>
  )
}

interface YesNoProps {
  readonly name: 'low_risk' | 'low_need'
  readonly value: boolean | undefined
  readonly onChange: (value: boolean) => void
  readonly first?: boolean
}

function YesNo({ name, value, onChange, first = false }: YesNoProps) {
  const t = useText()
  const words = useFieldWords({ label: t(`lane.${name}`), help: t(`lane.${name}_help`) })
  return (
    <Radio.Group
      {...words}
      name={name}
      value={value === undefined ? '' : value ? 'yes' : 'no'}
      onChange={(next) => onChange(next === 'yes')}
    >
      <Group gap="lg" mt={4}>
        <Radio value="yes" label={t('common.yes')} data-autofocus={first || undefined} />
        <Radio value="no" label={t('common.no')} />
      </Group>
    </Radio.Group>
  )
}
