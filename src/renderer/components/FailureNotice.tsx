import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { explain, type Failure } from '../../shared/errors.ts'
import { troubleOf } from '../app/desk.tsx'
import { useLanguage } from '../app/language.tsx'
import { Notice } from './Notice.tsx'

interface Props {
  /** A failure that the desk gave, or ... */
  readonly failure?: Failure | undefined
  /** ... whatever a query or command threw. Null and undefined show nothing. */
  readonly error?: unknown
  /** Buttons below the text. */
  readonly children?: ReactNode
}

/** What went wrong in plain words and what to do next. The one way failures are shown. */
export function FailureNotice({ failure, error, children }: Props) {
  const words = useFailureWords(failure, error)
  if (!words) return null
  const icon = words.connection ? IconPlugConnectedX : IconAlertTriangle
  return (
    <Notice role="alert" tone="bad" icon={icon} title={words.message}>
      {words.next}
      {children && <div>{children}</div>}
    </Notice>
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
