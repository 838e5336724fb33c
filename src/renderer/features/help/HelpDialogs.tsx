import { Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useSyncExternalStore } from 'react'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { ChangePasswordForm } from '../door/ChangePasswordForm.tsx'
import { ChangeKeys } from './ChangeKeys.tsx'
import css from './HelpDialogs.module.css'
import { KeysHelp } from './KeysHelp.tsx'
import { ReaderTest } from './ReaderTest.tsx'

type Dialog = 'keys' | 'change_keys' | 'reader' | 'about' | 'password'

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

/** Keys, the test of a reader, about, own password: reachable from every screen. */
export function HelpDialogs() {
  const t = useText()
  const dialog = useSyncExternalStore(subscribe, () => open)
  const common = { onClose: close, closeButtonProps: { 'aria-label': t('common.close') } }
  return (
    <>
      <Modal opened={dialog === 'keys'} title={t('keys.title')} size="lg" {...common}>
        <KeysHelp onChange={() => show('change_keys')} />
      </Modal>
      <ChangeKeys opened={dialog === 'change_keys'} onClose={close} />
      <Modal opened={dialog === 'reader'} title={t('reader.title')} size="xl" {...common}>
        <ReaderTest />
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
