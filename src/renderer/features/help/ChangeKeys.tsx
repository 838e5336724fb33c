import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type KeyAction, keyActions, keyGroups, keyIdOf, keysNow, refusalOf } from '../../../shared/keys/actions.ts'
import { announce } from '../../app/announce.tsx'
import { useRegisteredKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { usePreference } from '../../app/preferences.ts'
import { Keys } from '../../components/KeyHint.tsx'
import { Notice } from '../../components/Notice.tsx'
import css from './HelpDialogs.module.css'
import { useKeyCapture } from './use-key-capture.ts'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Every action with its key; a press of the new key changes it. */
export function ChangeKeys({ opened, onClose }: Props) {
  const t = useText()
  const [waiting, setWaiting] = useState<string>()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('keys.change')}
      // Escape takes back the choice of a key first.
      closeOnEscape={waiting === undefined}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Actions waiting={waiting} onWait={setWaiting} />
    </Modal>
  )
}

interface Choice {
  /** Id of the action that waits for its new key. */
  readonly waiting: string | undefined
  readonly onWait: (id: string | undefined) => void
}

function Actions(choice: Choice) {
  const t = useText()
  const all = useAllActions()
  const [changed, setChanged] = usePreference('keys')
  const [refused, setRefused] = useState<{ id: string; text: string }>()
  const change = (action: KeyAction, keys: string) => {
    const id = keyIdOf(action)
    const refusal = keys === '' ? undefined : refusalOf(action, keys, changed, all)
    if (refusal) {
      const text =
        refusal.why === 'reserved' ? t('keys.reserved') : t('keys.taken', { action: t(refusal.by.label as never) })
      return setRefused({ id, text })
    }
    setRefused(undefined)
    const { [id]: _, ...rest } = changed
    setChanged(keys === action.keys ? rest : { ...rest, [id]: keys })
    announce(t('keys.changed', { action: t(action.label as never) }))
  }
  return (
    <Stack>
      <Text>{t('keys.change_about')}</Text>
      {[...keyGroups, 'rest' as const].map((group) => {
        const actions = all.filter((each) => each.group === group)
        return (
          actions.length > 0 && (
            <section key={group}>
              <h2 className={css.heading}>{t(`keys.group_${group}`)}</h2>
              <ul className={css.actions}>
                {actions.map((action) => (
                  <Row
                    key={keyIdOf(action)}
                    {...choice}
                    action={action}
                    now={keysNow(action, changed)}
                    refused={refused?.id === keyIdOf(action) ? refused.text : undefined}
                    onKeys={(keys) => change(action, keys)}
                  />
                ))}
              </ul>
            </section>
          )
        )
      })}
      <Group justify="flex-end">
        <Button
          variant="default"
          disabled={Object.keys(changed).length === 0}
          onClick={() => {
            setChanged({})
            setRefused(undefined)
            announce(t('keys.all_reset'))
          }}
        >
          {t('keys.reset_all')}
        </Button>
      </Group>
    </Stack>
  )
}

/** The known ones, and what the screen below has beside them. */
function useAllActions(): readonly KeyAction[] {
  const known = new Set(keyActions.map(keyIdOf))
  const here = useRegisteredKeys().map(({ label, comesWith }): KeyAction => ({ label, keys: comesWith, group: 'rest' }))
  const more = new Map(here.filter((each) => !known.has(keyIdOf(each))).map((each) => [keyIdOf(each), each]))
  return [...keyActions, ...more.values()]
}

interface RowProps extends Choice {
  readonly action: KeyAction
  readonly now: string
  readonly refused: string | undefined
  readonly onKeys: (keys: string) => void
}

function Row({ action, now, refused, onKeys, waiting, onWait }: RowProps) {
  const t = useText()
  const id = keyIdOf(action)
  const name = t(action.label as never) as string
  const mine = waiting === id
  useKeyCapture(mine, (keys) => {
    onWait(undefined)
    if (keys !== undefined) onKeys(keys)
  })
  return (
    <li>
      <div className={css.action}>
        <span className={css.actionName}>{name}</span>
        <span>{now === '' ? t('keys.none') : <Keys keys={now} />}</span>
        <Button
          size="compact-sm"
          variant={mine ? 'filled' : 'default'}
          aria-label={mine ? undefined : t('keys.change_of', { action: name })}
          onClick={() => onWait(mine ? undefined : id)}
          onBlur={() => mine && onWait(undefined)}
        >
          {mine ? t('keys.press') : t('keys.change_this')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t(now === action.keys ? 'keys.take_away_of' : 'keys.reset_of', { action: name })}
          onClick={() => onKeys(now === action.keys ? '' : action.keys)}
        >
          {t(now === action.keys ? 'keys.take_away' : 'keys.reset')}
        </Button>
      </div>
      {refused && <Notice tone="bad" role="alert" title={refused} />}
    </li>
  )
}
