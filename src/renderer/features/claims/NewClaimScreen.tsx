import { UnstyledButton } from '@mantine/core'
import { IconBarrierBlock, IconBuildingCommunity, type TablerIcon } from '@tabler/icons-react'
import { useAriaKeys, useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { NoPermission } from '../../components/states.tsx'
import css from './Claims.module.css'
import { type Channel, useChannels, useOpenClaim } from './use-open-claim.ts'

/** Opens a claim: where it is made decides the channel; the office's own kind stands first. */
export function NewClaimScreen() {
  const t = useText()
  const may = useMay()
  const order = useChannels()
  const { start, pending, error } = useOpenClaim()
  useKeys([
    { keys: 'p', label: 'claims.new_poe', where: 'here', run: () => start({ channel: 'port_of_entry' }) },
    { keys: 'i', label: 'claims.new_inland', where: 'here', run: () => start({ channel: 'inland' }) },
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
            disabled={pending}
            onChoose={() => start({ channel })}
          />
        ))}
      </div>
      <FailureNotice error={error} />
      <p className={css.foot}>{t('claims.new_number')}</p>
    </div>
  )
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
      aria-keyshortcuts={useAriaKeys(key)}
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
