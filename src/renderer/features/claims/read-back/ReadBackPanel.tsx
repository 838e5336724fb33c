import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconRotate2, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReadBackView } from '../../../../shared/contract/views.ts'
import { readBackHeads } from '../../../../shared/domain/read-back.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useAriaKeys, useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { useClaim } from '../claim.tsx'
import css from './ReadBack.module.css'
import { ReadBackDialog } from './ReadBackDialog.tsx'

/** Has the claimant seen what the paper will say? And the key that turns the screen to them. */
export function ReadBackPanel() {
  const t = useText()
  const { view, mayComplete } = useClaim()
  const [turned, setTurned] = useState(false)
  const barred = !mayComplete || readBackHeads(view.person).length === 0
  const turn = () => {
    if (!barred) setTurned(true)
  }
  const turnKey = useAriaKeys('r')
  useKeys([{ keys: 'r', label: 'readback.turn', where: 'here', run: turn }])
  return (
    <section className={css.panel} aria-label={t('readback.title')}>
      <Standing said={view.readBack} />
      <Button
        variant="default"
        leftSection={<IconRotate2 size={18} aria-hidden />}
        rightSection={<KeyHint keys="r" />}
        aria-keyshortcuts={turnKey}
        disabled={barred}
        onClick={turn}
      >
        {t(view.readBack ? 'readback.again' : 'readback.turn')}
      </Button>
      {turned && <ReadBackDialog onClose={() => setTurned(false)} />}
    </section>
  )
}

function Standing({ said }: { said: ReadBackView | undefined }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const state = standingOf(said)
  const Icon = {
    none: IconUserCheck,
    confirmed: IconCircleCheck,
    changed: IconAlertTriangle,
    wrong: IconAlertTriangle,
  }[state]
  const at = said ? instantText(said.at, zone) : ''
  const what = (said?.wrong ?? [])
    .map((part) => (part === 'photo' ? t('readback.photo') : t(`field.${part}`)))
    .join(', ')
  return (
    <p className={css.standing} data-state={state}>
      <Icon size={20} aria-hidden />
      {state === 'none' ? t('readback.none') : t(`readback.${state}`, { at, what } as never)}
    </p>
  )
}

function standingOf(said: ReadBackView | undefined): 'none' | 'confirmed' | 'changed' | 'wrong' {
  if (!said) return 'none'
  if (!said.current) return 'changed'
  return said.wrong.length > 0 ? 'wrong' : 'confirmed'
}
