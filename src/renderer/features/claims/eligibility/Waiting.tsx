import { Button, Group } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EligibilityWorksheet, ProposalView } from '../../../../shared/contract/views.ts'
import { announce } from '../../../app/announce.tsx'
import { instantText } from '../../../app/dates.ts'
import { useDesk, useOfficer, useStatus } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { useSeat } from '../../../app/seat.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { useClaim } from '../claim.tsx'
import { useGoStep } from '../StepRail.tsx'
import css from './Eligibility.module.css'

/** A claim that one officer found ineligible: another one confirms or returns it, the first can only withdraw it. */
export function Waiting({ sheet, proposal }: { sheet: EligibilityWorksheet; proposal: ProposalView }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const mine = useOfficer().id === proposal.officer
  const grounds = sheet.evaluation.findings.filter(({ rule }) => proposal.grounds.includes(rule))
  return (
    <div className={css.proposed} data-outcome="suspended">
      <IconUsers size={36} stroke={1.5} aria-hidden />
      <div>
        <div role="status">
          <span className={css.quiet}>
            {t('elig.proposed_by', { by: proposal.by, at: instantText(proposal.at, zone) })}
          </span>
          <p className={css.outcome}>{t('elig.waits_for_second')}</p>
          {grounds.map(({ rule, title, citation }) => (
            <p key={rule} className={css.ground}>
              {say(title)} <span className={css.quiet}>({say(citation)})</span>
            </p>
          ))}
          {proposal.reason && <p className={css.ground}>{proposal.reason}</p>}
          <p className={css.quiet}>{t(mine ? 'elig.second_not_you' : 'elig.second_you')}</p>
        </div>
        {mine ? <First /> : <Second sheet={sheet} />}
      </div>
    </div>
  )
}

/** What the officer who proposed it may do: give up the seat, give the letter, think again. */
function First() {
  const t = useText()
  const go = useGoStep()
  const { lock } = useSeat()
  return (
    <Group gap="xs" mt="xs">
      <Button rightSection={<KeyHint keys="ctrl+shift+l" />} onClick={lock}>
        {t('elig.switch_officer')}
      </Button>
      <Button variant="default" onClick={() => go('document')}>
        {t('elig.give_letter')}
      </Button>
      <Return label={t('elig.withdraw')} />
    </Group>
  )
}

function Second({ sheet }: { sheet: EligibilityWorksheet }) {
  const t = useText()
  const may = useMay()
  const [seen, setSeen] = useState<string>()
  const mayConfirm = may('claim.confirm_decision')
  const ask = () => setSeen(sheet.digest)
  useKeys(mayConfirm ? [{ keys: 'ctrl+Enter', label: 'elig.confirm_ineligible', where: 'here', run: ask }] : [])
  if (!mayConfirm) return null
  return (
    <Group gap="xs" mt="xs">
      <Button color="red.9" rightSection={<KeyHint keys="ctrl+Enter" />} onClick={ask}>
        {t('elig.confirm_ineligible')}
      </Button>
      <Return label={t('elig.return')} />
      {seen && <ConfirmIneligible seen={seen} onClose={() => setSeen(undefined)} />}
    </Group>
  )
}

function ConfirmIneligible({ seen, onClose }: { seen: string; onClose: () => void }) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const confirming = useMutation(
    useDesk().eligibility.confirm.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        announce(t('elig.outcome_ineligible'))
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('elig.confirm_title')}
      body={t('elig.decide_final')}
      confirmLabel={t('elig.confirm_ineligible')}
      tone="bad"
      pending={confirming.isPending}
      error={confirming.error}
      onConfirm={() => confirming.mutate({ claimId, seen })}
    />
  )
}

function Return({ label }: { label: string }) {
  const t = useText()
  const may = useMay()
  const { claimId, take, inTurn } = useClaim()
  const [asking, setAsking] = useState(false)
  const returning = useMutation(
    useDesk().eligibility.returnProposal.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        announce(t('elig.returned'))
        setAsking(false)
      },
    }),
  )
  if (!may('claim.confirm_decision')) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={label}
        body={t('elig.return_about')}
        confirmLabel={label}
        withReason
        pending={returning.isPending}
        error={returning.error}
        onConfirm={(reason) => returning.mutate({ claimId, reason })}
      />
    </>
  )
}
