import { Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { DeskStatus } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { startAtToday } from '../../app/screens-at-hand.ts'
import { useTakeStatus } from '../../app/seat.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { PasswordField } from '../../components/text-fields.tsx'
import { BadgeField } from './BadgeField.tsx'
import { Door } from './Door.tsx'

/**
 * The lock of a kiosk. Nothing of the screen before is left below it. A badge and its password open it or hand it over,
 * as at the door; the officer who locked may leave the badge out. The focus is not in the password: a badge that is
 * scanned there would be typed into it.
 */
export function KioskLock({ status: { officer, demo } }: { status: DeskStatus }) {
  const t = useText()
  const desk = useDesk()
  const takeStatus = useTakeStatus()
  const field = useRef<HTMLInputElement>(null)
  const [colleague, setColleague] = useState('')
  const [password, setPassword] = useState('')
  const options = {
    onSuccess: (status: DeskStatus) => {
      if (status.officer?.id !== officer?.id) startAtToday()
      takeStatus(status)
    },
    onError: () => {
      setPassword('')
      field.current?.focus()
    },
  }
  const unlock = useMutation(desk.seat.unlock.mutationOptions(options))
  const signIn = useMutation(desk.seat.signIn.mutationOptions(options))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = password || (demo ? 'demo' : '')
    if (!typed) return field.current?.focus()
    if (colleague.trim()) signIn.mutate({ userName: colleague, password: typed })
    else unlock.mutate({ password: typed })
  }
  return (
    <Door title={t('lock.title')} about={t('kiosk.locked', { name: officer?.displayName ?? '' })}>
      <form onSubmit={submit}>
        <Stack>
          <BadgeField
            label={t('kiosk.colleague')}
            help={t('kiosk.colleague_help', { name: officer?.displayName ?? '' })}
            value={colleague}
            onValue={setColleague}
            onScanned={() => field.current?.focus()}
            autoFocus
          />
          <PasswordField
            ref={field}
            label={t('door.password')}
            help={demo ? t('lock.demo') : undefined}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <FailureNotice error={signIn.error ?? unlock.error} />
          <Button type="submit" loading={unlock.isPending || signIn.isPending}>
            {colleague.trim() ? t('kiosk.take_over') : t('lock.unlock')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('kiosk.kept')}
          </Text>
        </Stack>
      </form>
    </Door>
  )
}
