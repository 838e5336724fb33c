import { Anchor, Button, Stack, UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { DeskStatus } from '../../../shared/contract/views.ts'
import { roles } from '../../../shared/domain/vocabulary.ts'
import { mayUseKiosk } from '../../../shared/officers/badge.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useAskStatus, useTakeStatus } from '../../app/seat.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { PasswordField } from '../../components/text-fields.tsx'
import { BadgeField } from './BadgeField.tsx'
import css from './Door.module.css'
import { Door } from './Door.tsx'

/** User name and password; in the demo, where nobody has a password, a made-up officer of each role with one click. */
export function SignIn({ status, onRecover }: { status: DeskStatus; onRecover: () => void }) {
  const t = useText()
  return (
    <Door title={t('door.sign_in')} wide={status.demo}>
      {status.demo ? (
        <DemoRoles kiosk={status.kiosk} />
      ) : (
        <>
          <SignInForm kiosk={status.kiosk} />
          <Anchor component="button" type="button" mt="md" onClick={onRecover}>
            {t('door.recover')}
          </Anchor>
        </>
      )}
    </Door>
  )
}

function SignInForm({ kiosk }: { kiosk: boolean }) {
  const t = useText()
  const takeStatus = useTakeStatus()
  const askStatus = useAskStatus()
  const passwordField = useRef<HTMLInputElement>(null)
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation(
    useDesk().seat.signIn.mutationOptions({
      onSuccess: takeStatus,
      onError: () => {
        setPassword('')
        passwordField.current?.focus()
        askStatus()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (userName.trim() && password) signIn.mutate({ userName, password })
    else if (userName.trim()) passwordField.current?.focus() // A scanner ends a badge with Enter.
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <BadgeField
          label={t(kiosk ? 'kiosk.who' : 'door.user_name')}
          autoFocus
          value={userName}
          onValue={setUserName}
          onScanned={() => passwordField.current?.focus()}
        />
        <PasswordField
          ref={passwordField}
          label={t('door.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <FailureNotice error={signIn.error} />
        <Button type="submit" loading={signIn.isPending}>
          {t('door.sign_in')}
        </Button>
      </Stack>
    </form>
  )
}

function DemoRoles({ kiosk }: { kiosk: boolean }) {
  const t = useText()
  const takeStatus = useTakeStatus()
  const demo = useMutation(useDesk().seat.demo.mutationOptions({ onSuccess: takeStatus }))
  return (
    <section>
      <h2 className={css.demoTitle}>{t('door.demo_title')}</h2>
      <div className={css.demoRoles}>
        {roles
          .filter((role) => !kiosk || mayUseKiosk([role]))
          .map((role) => (
            <UnstyledButton
              key={role}
              className={css.demoRole}
              disabled={demo.isPending}
              onClick={() => demo.mutate({ role })}
            >
              <span>{t(`role.${role}`)}</span>
              <span>{t(`role.${role}.about`)}</span>
            </UnstyledButton>
          ))}
      </div>
      <FailureNotice error={demo.error} />
    </section>
  )
}
