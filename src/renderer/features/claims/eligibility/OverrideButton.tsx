import { Button, Radio, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { effective, type Finding } from '../../../../shared/rules/index.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useClaim } from '../claim.tsx'
import css from './Eligibility.module.css'
import { outcomeWord } from './FindingList.tsx'

/** The officer's own finding in place of a rule's, with the reason. */
export function OverrideButton({ finding }: { finding: Finding }) {
  const { t, say } = useLanguage()
  const may = useMay()
  const { mayEdit } = useClaim()
  const [opened, setOpened] = useState(false)
  if (!mayEdit || !may('finding.override') || finding.outcome.kind === 'not_applicable') return null
  return (
    <>
      <Button
        className={css.override}
        size="compact-sm"
        variant="subtle"
        aria-label={t('elig.override_of', { rule: say(finding.title) })}
        onClick={() => setOpened(true)}
      >
        {t('elig.override')}
      </Button>
      {opened && <OverrideDialog finding={finding} onClose={() => setOpened(false)} />}
    </>
  )
}

function OverrideDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t, say } = useLanguage()
  const { claimId, take, inTurn } = useClaim()
  const [to, setTo] = useState<'met' | 'not_met'>(effective(finding).kind === 'met' ? 'not_met' : 'met')
  const override = useMutation(
    useDesk().eligibility.override.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('elig.override_title')}
      body={
        <Stack gap="sm">
          <Text fw={650}>{say(finding.title)}</Text>
          <Text>{t('elig.override_body', { finding: t(outcomeWord[finding.outcome.kind]) })}</Text>
          <Radio.Group
            label={t('elig.override_to')}
            value={to}
            onChange={(next) => setTo(next === 'met' ? 'met' : 'not_met')}
          >
            <Stack gap="xs" mt={4}>
              <Radio value="met" label={t('elig.met')} />
              <Radio value="not_met" label={t('elig.not_met')} />
            </Stack>
          </Radio.Group>
        </Stack>
      }
      confirmLabel={t('elig.override')}
      withReason
      pending={override.isPending}
      error={override.error}
      onConfirm={(reason) => override.mutate({ claimId, rule: finding.rule, to, reason })}
    />
  )
}
