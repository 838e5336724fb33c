import { Modal, Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useSyncExternalStore } from 'react'
import { useStatus } from '../../app/desk.tsx'
import { useRegisteredKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { usePreference } from '../../app/preferences.ts'
import { KeyHint } from '../../components/KeyHint.tsx'
import { ChangePasswordForm } from '../door/ChangePasswordForm.tsx'
import css from './HelpDialogs.module.css'

type Dialog = 'keys' | 'about' | 'password'

let open: Dialog | undefined
const listeners = new Set<() => void>()
const show = (dialog: Dialog | undefined) => {
  open = dialog
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens one of the dialogs of the frame. */
export const openHelp = (dialog: Dialog) => show(dialog)
const close = () => show(undefined)

/** Keys, about, own password: reachable from every screen. */
export function HelpDialogs() {
  const t = useText()
  const dialog = useSyncExternalStore(subscribe, () => open)
  const common = { onClose: close, closeButtonProps: { 'aria-label': t('common.close') } }
  return (
    <>
      <Modal opened={dialog === 'keys'} title={t('keys.title')} size="lg" {...common}>
        <Keys />
      </Modal>
      <Modal opened={dialog === 'about'} title={t('shell.about')} {...common}>
        <About />
      </Modal>
      <Modal opened={dialog === 'password'} title={t('shell.change_password')} {...common}>
        <ChangePasswordForm
          onDone={() => {
            close()
            notifications.show({ message: t('shell.password_changed'), color: 'green.9' })
          }}
        />
      </Modal>
    </>
  )
}

function Keys() {
  const t = useText()
  const registered = useRegisteredKeys()
  const [single, setSingle] = usePreference('shortcuts')
  const everywhere = registered.filter(({ where = 'everywhere' }) => where === 'everywhere')
  const here = registered.filter(({ where }) => where === 'here')
  return (
    <Stack>
      <KeyList
        title={t('keys.everywhere')}
        rows={everywhere.map(({ keys, label }) => ({ keys: [keys], label: t(label as never) }))}
      />
      {here.length > 0 && (
        <KeyList
          title={t('keys.here')}
          rows={here.map(({ keys, label }) => ({ keys: [keys], label: t(label as never) }))}
        />
      )}
      <KeyList
        title={t('keys.lists')}
        rows={[
          { keys: ['ArrowUp', 'ArrowDown', 'Home', 'End'], label: t('keys.list_move') },
          { keys: ['Enter'], label: t('keys.list_open') },
        ]}
      />
      <Switch
        label={t('keys.single')}
        description={t('keys.single_about')}
        checked={single}
        onChange={(event) => setSingle(event.currentTarget.checked)}
      />
    </Stack>
  )
}

interface KeyRow {
  readonly keys: readonly string[]
  readonly label: string
}

/** One line an action, with all its keys. */
function KeyList({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  const t = useText()
  const labels = [...new Set(rows.map(({ label }) => label))]
  const keysOf = (label: string) => [...new Set(rows.filter((row) => row.label === label).flatMap(({ keys }) => keys))]
  return (
    <section>
      <h2 className={css.heading}>{title}</h2>
      <dl className={css.list}>
        {labels.map((label) => (
          <div key={label} className={css.row}>
            <dt>{label}</dt>
            <dd>
              {keysOf(label).map((keys, at) => (
                <span key={keys}>
                  {at > 0 && <span className={css.or}>{t('keys.or')}</span>}
                  <KeyHint keys={keys} quiet={false} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function About() {
  const { t, say } = useLanguage()
  const status = useStatus()
  if (!status) return null
  return (
    <Stack>
      <Text>{t('about.what')}</Text>
      <Text>{t('about.unofficial')}</Text>
      <dl className={css.list}>
        <Fact name={t('about.version')} value={status.version} />
        <Fact name={t('about.host')} value={t(`about.host_${status.host}`)} />
        {status.office && <Fact name={t('about.office')} value={say(status.office.name)} />}
      </dl>
    </Stack>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className={css.row}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
