import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleDashed, IconLock, IconMapOff } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../app/language.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import { PageHeader } from './PageHeader.tsx'
import css from './states.module.css'

interface PlainProps {
  readonly title: string
  readonly next?: string | undefined
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

/** An empty, missing or forbidden screen: icon, what it is, what to do. */
function Plain({ title, next, icon, heading = false, children }: PlainProps & { heading?: boolean }) {
  return (
    <Center className={css.plain}>
      <Stack align="center" gap="xs" maw={480}>
        <span className={css.icon}>{icon}</span>
        {heading ? <PageHeader title={title} /> : <Text fw={650}>{title}</Text>}
        {next && (
          <Text c="dimmed" ta="center">
            {next}
          </Text>
        )}
        {children && <Group mt="xs">{children}</Group>}
      </Stack>
    </Center>
  )
}

/** Nothing to show, which is no error. */
export function Empty({ icon = <IconCircleDashed aria-hidden />, ...rest }: PlainProps) {
  return <Plain icon={icon} {...rest} />
}

export function NotFound() {
  const t = useText()
  return (
    <Plain heading icon={<IconMapOff aria-hidden />} title={t('common.not_found')} next={t('common.not_found_next')}>
      <Link to="/">{t('common.go_today')}</Link>
    </Plain>
  )
}

export function NoPermission() {
  const t = useText()
  return (
    <Plain
      heading
      icon={<IconLock aria-hidden />}
      title={t('common.no_permission')}
      next={t('common.no_permission_next')}
    />
  )
}

/** Appears only when the wait is long enough to notice. */
export function Loading({ label }: { label?: string }) {
  const t = useText()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Center className={css.plain} role="status">
      {late && (
        <Group gap="sm">
          <Loader size="sm" aria-hidden />
          <Text c="dimmed">{label ?? t('common.loading')}</Text>
        </Group>
      )}
    </Center>
  )
}

/** A failure in place of a screen, with a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText()
  return (
    <div className={css.error}>
      <FailureNotice error={error}>
        {onRetry && (
          <Button mt="sm" variant="default" onClick={onRetry}>
            {t('common.again')}
          </Button>
        )}
      </FailureNotice>
    </div>
  )
}

/** A screen threw: a bug. What was saved is safe. */
export function Crashed({ reset }: { reset: () => void }) {
  const t = useText()
  return (
    <Plain heading icon={<IconAlertTriangle aria-hidden />} title={t('common.crashed')} next={t('common.crashed_next')}>
      <Button variant="default" onClick={reset}>
        {t('common.again')}
      </Button>
    </Plain>
  )
}

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data, unknown>
  readonly children: (data: Data) => ReactNode
}

/**
 * What a query gave, or its loading or error state. Data once shown stays on the screen when a later reading fails:
 * a failure then stands above it, so that nothing that was typed disappears.
 */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data === undefined)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  return (
    <>
      {query.error !== null && <FailureNotice error={query.error} />}
      {children(query.data)}
    </>
  )
}
