import { UnstyledButton } from '@mantine/core'
import { IconBarrierBlock, IconBuildingCommunity, type TablerIcon } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { officeOf } from '../../../shared/domain/ports-of-entry.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { NoPermission } from '../../components/states.tsx'
import css from './Claims.module.css'

type Channel = 'port_of_entry' | 'inland'

/** Opens a claim: where it is made decides the channel; the office's own kind stands first. */
export function NewClaimScreen() {
  const t = useText()
  const may = useMay()
  const code = useStatus()?.office?.code ?? ''
  const { start, opening } = useOpening()
  const inlandOffice = officeOf(code)?.kind === 'inland'
  const order: readonly Channel[] = inlandOffice ? ['inland', 'port_of_entry'] : ['port_of_entry', 'inland']
  useKeys([
    { keys: 'p', label: 'claims.new_poe', where: 'here', run: () => start('port_of_entry') },
    { keys: 'i', label: 'claims.new_inland', where: 'here', run: () => start('inland') },
  ])
  if (!may('claim.open')) return <NoPermission />
  return (
    <div className={css.opening}>
      <PageHeader title={t('claims.new')} subtitle={t('claims.new_where')} />
      <div className={css.choices}>
        {order.map((channel, at) => (
          <Choice
            key={channel}
            channel={channel}
            focus={at === 0}
            disabled={opening.isPending}
            onChoose={() => start(channel)}
          />
        ))}
      </div>
      <FailureNotice error={opening.error} />
      <p className={css.foot}>{t('claims.new_number')}</p>
    </div>
  )
}

function useOpening() {
  const desk = useDesk()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const opening = useMutation(
    desk.claims.open.mutationOptions({
      onSuccess: (view) => {
        const { claimId } = view.row
        queries.setQueryData(desk.claims.get.queryKey({ input: { claimId } }), view)
        // Not kept in the history: "back" must not take another number.
        void navigate({ to: '/claims/$claimId/intake/$step', params: { claimId, step: 'passport' }, replace: true })
      },
    }),
  )
  const start = (channel: Channel) => {
    if (!opening.isPending) opening.mutate({ channel })
  }
  return { start, opening }
}

const looks: Readonly<Record<Channel, { icon: TablerIcon; key: string; text: 'poe' | 'inland' }>> = {
  port_of_entry: { icon: IconBarrierBlock, key: 'p', text: 'poe' },
  inland: { icon: IconBuildingCommunity, key: 'i', text: 'inland' },
}

function Choice(props: { channel: Channel; focus: boolean; disabled: boolean; onChoose: () => void }) {
  const t = useText()
  const { icon: Icon, key, text } = looks[props.channel]
  return (
    <UnstyledButton
      className={css.choice}
      // The one thing to do here: Enter takes the office's usual channel.
      autoFocus={props.focus}
      disabled={props.disabled}
      onClick={props.onChoose}
      aria-keyshortcuts={key.toUpperCase()}
    >
      <Icon size={32} stroke={1.5} aria-hidden />
      <span>
        <strong>{t(`claims.new_${text}`)}</strong>
        <span className={css.quiet}>{t(`claims.new_${text}_about`)}</span>
      </span>
      <KeyHint keys={key} />
    </UnstyledButton>
  )
}
