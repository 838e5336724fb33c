import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { explain, type Failure } from '../../shared/errors.ts'
import { troubleOf } from '../app/desk.tsx'
import { useLanguage } from '../app/language.tsx'

interface Notice {
  /** A failure that the desk gave, or ... */
  readonly failure?: Failure | undefined
  /** ... whatever a query or command threw. Null and undefined show nothing. */
  readonly error?: unknown
  /** Buttons below the text. */
  readonly children?: ReactNode
}

/** What went wrong in plain words and what to do next. The one way failures are shown. */
export function FailureNotice({ failure, error, children }: Notice) {
  const words = useFailureWords(failure, error)
  if (!words) return null
  const Icon = words.connection ? IconPlugConnectedX : IconAlertTriangle
  return (
    <Alert role="alert" color="red" icon={<Icon aria-hidden />} title={words.message}>
      <Text size="sm">{words.next}</Text>
      {children}
    </Alert>
  )
}

/** Message and next step of a failure or of whatever a call threw; undefined when there is nothing wrong. */
export function useFailureWords(failure: Failure | undefined, error: unknown) {
  const { t, language } = useLanguage()
  if (!failure && (error === null || error === undefined)) return undefined
  const trouble = failure ? { kind: 'failure' as const, failure } : troubleOf(error)
  if (trouble.kind === 'connection')
    return { message: t('connection.lost'), next: t('connection.lost_next'), connection: true }
  return { ...explain(trouble.failure, language), connection: false }
}
