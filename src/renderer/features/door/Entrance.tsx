import { Button, Group } from '@mantine/core'
import { IconDatabaseX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { explain, type Failure } from '../../../shared/errors.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { later } from '../../app/later.ts'
import { Arriving, Starting } from './Arriving.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import css from './Door.module.css'
import { Door } from './Door.tsx'
import { KioskLock } from './KioskLock.tsx'
import { Recovery } from './Recovery.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { SignIn } from './SignIn.tsx'

const setUpPart = later(() => import('./set-up-part.ts'))

/** Everything before the shell: what the desk's phase asks for. */
export function Entrance() {
  const t = useText()
  const { data: status, error, refetch } = useQuery(useDesk().status.queryOptions())
  const [aside, setAside] = useState<'recovery' | 'restore'>()
  if (!status) return <Starting error={error} onRetry={() => void refetch()} />
  if (status.phase === 'refused')
    return aside === 'restore' ? (
      <Arriving part={setUpPart}>
        {({ Restore }) => <Restore backLabel={t('common.back')} onBack={() => setAside(undefined)} />}
      </Arriving>
    ) : (
      <Refused problem={status.problem} onRetry={() => void refetch()} onRestore={() => setAside('restore')} />
    )
  if (status.phase === 'needs_setup' && status.kiosk) return <NoSetUp />
  if (status.phase === 'locked') return <KioskLock status={status} />
  if (status.phase === 'needs_setup') return <Arriving part={setUpPart}>{({ SetUp }) => <SetUp />}</Arriving>
  if (status.phase === 'needs_second_factor') return <SecondFactor />
  if (status.phase === 'must_change_password')
    return (
      <Door title={t('door.change_title')} about={t('door.change_about')}>
        <ChangePasswordForm />
      </Door>
    )
  if (aside === 'recovery') return <Recovery onBack={() => setAside(undefined)} />
  return <SignIn status={status} onRecover={() => setAside('recovery')} />
}

interface RefusedProps {
  readonly problem: Failure | undefined
  readonly onRetry: () => void
  readonly onRestore: () => void
}

/** The store cannot be opened: what is wrong and what to do, large, with nothing else to click by mistake. */
function Refused({ problem, onRetry, onRestore }: RefusedProps) {
  const { t, language } = useLanguage()
  const words = problem && explain(problem, language)
  return (
    <Door title={t('connection.refused')} icon={<IconDatabaseX aria-hidden />}>
      <p role="alert">
        <strong>{words?.message ?? t('connection.refused_unknown')}</strong>
      </p>
      <p>{words?.next ?? t('connection.refused_next')}</p>
      {problem && <p className={css.quiet}>{problem.code}</p>}
      <Group>
        <Button onClick={onRetry}>{t('common.again')}</Button>
        {problem?.code !== 'sync.wiped' && (
          <Button variant="default" onClick={onRestore}>
            {t('setup.restore_title')}
          </Button>
        )}
      </Group>
    </Door>
  )
}

/** A kiosk that was never set up: an administrator does it at a desk. */
function NoSetUp() {
  const { language } = useLanguage()
  const { message, next } = explain({ code: 'desk.not_at_kiosk', params: {} }, language)
  return (
    <Door title={message}>
      <p>{next}</p>
    </Door>
  )
}
