import { Button, Group, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { PasswordField } from '../components/fields.tsx'
import { announce } from './announce.tsx'
import { useClient, useDesk, useOfficer, useStatus } from './desk.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import css from './LockCover.module.css'
import { useText } from './language.tsx'
import { coverId, setLocked } from './lock.ts'
import { useSeat, useTakeStatus } from './seat.ts'

/**
 * The lock: covers the whole window and makes it inert. Everything below stays mounted as it was, half-typed fields and
 * open dialogs included, and the focus returns to where it was.
 */
export function LockCover() {
  const locked = useStatus()?.phase === 'locked'
  return locked ? <Cover /> : null
}

function Cover() {
  const [host] = useState(makeHost)
  useLayoutEffect(() => coverWith(host), [host])
  return createPortal(<UnlockForm />, host)
}

function makeHost(): HTMLElement {
  const host = document.createElement('div')
  host.id = coverId
  return host
}

/** Puts the cover up and everything else to sleep; gives back how to take it down. */
function coverWith(host: HTMLElement): () => void {
  const focused = document.activeElement
  const below = () => [...document.body.children].filter((each) => each !== host && each instanceof HTMLElement)
  const sleep = () => {
    for (const each of below()) each.toggleAttribute('inert', true)
  }
  document.body.append(host)
  sleep()
  setLocked(true)
  const watch = new MutationObserver(sleep)
  watch.observe(document.body, { childList: true })
  return () => {
    watch.disconnect()
    setLocked(false)
    for (const each of below()) each.removeAttribute('inert')
    host.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}

function UnlockForm() {
  const t = useText()
  const desk = useDesk()
  const { displayName } = useOfficer()
  const { signOut } = useSeat()
  const demo = useStatus()?.demo === true
  const takeStatus = useTakeStatus()
  const field = useRef<HTMLInputElement>(null)
  const [password, setPassword] = useState('')
  const [leaving, setLeaving] = useState(false)
  useEffect(() => field.current?.focus(), [])
  const unlock = useMutation(
    desk.seat.unlock.mutationOptions({
      onSuccess: (status) => {
        takeStatus(status)
        announce(t('lock.unlocked'))
      },
      onError: () => {
        setPassword('')
        field.current?.focus()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = password || (demo ? 'demo' : '')
    if (typed) unlock.mutate({ password: typed })
  }
  return (
    <div className={css.cover} role="dialog" aria-modal="true" aria-labelledby="cover-title">
      <div className={css.language}>
        <LanguageSwitch />
      </div>
      <form className={css.card} onSubmit={submit}>
        <Stack>
          <Group gap="xs">
            <IconLock aria-hidden />
            <h1 id="cover-title" className={css.title}>
              {t('lock.title')}
            </h1>
          </Group>
          <Text>
            <strong>{displayName}</strong>
            <br />
            {t('lock.about')}
          </Text>
          <PasswordField
            ref={field}
            label={t('door.password')}
            help={demo ? t('lock.demo') : undefined}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <FailureNotice error={unlock.error ?? signOut.error} />
          <Button type="submit" loading={unlock.isPending}>
            {t('lock.unlock')}
          </Button>
          {leaving ? (
            <Stack gap="xs">
              <Text>{t('lock.switch_about', { name: displayName })}</Text>
              <Group grow>
                <Button variant="default" onClick={() => setLeaving(false)}>
                  {t('common.cancel')}
                </Button>
                <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate(undefined)}>
                  {t('shell.sign_out')}
                </Button>
              </Group>
            </Stack>
          ) : (
            <Button variant="subtle" onClick={() => setLeaving(true)}>
              {t('lock.switch')}
            </Button>
          )}
        </Stack>
      </form>
    </div>
  )
}

const touchEvery = 15_000

/** Tells the desk, at most four times a minute, that somebody is at the keys. */
export function useKeepAwake() {
  const client = useClient()
  const active = useStatus()?.phase === 'active'
  useEffect(() => {
    if (!active) return
    let last = Number.NEGATIVE_INFINITY
    const touch = (event: Event) => {
      if (event.timeStamp - last < touchEvery) return
      last = event.timeStamp
      // A desk that does not answer shows in the bar of the connection; here there is nobody to tell.
      client.seat.touch().catch(() => undefined)
    }
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, touch, { capture: true, passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touch, { capture: true })
    }
  }, [active, client])
}
