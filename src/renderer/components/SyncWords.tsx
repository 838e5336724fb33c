import { Text } from '@mantine/core'
import type { SyncView } from '../../shared/contract/views.ts'
import { instantText } from '../app/dates.ts'
import { useStatus } from '../app/desk.tsx'
import { useLanguage } from '../app/language.tsx'
import { deskCode } from './desk-code.ts'
import { FailureNotice } from './FailureNotice.tsx'

/** What waits, why, and what to do, in sentences. */
export function SyncWords({ sync }: { sync: SyncView }) {
  const { t } = useLanguage()
  const zone = useStatus()?.office?.zone
  const { state, waiting, waitsFor, problem, settledAt, daysLeft, clockOffMinutes, ended, trust, trustProblem } = sync
  if (state === 'no_central')
    return (
      <>
        <Text mt="xs">{t('sync.kept_here')}</Text>
        <Text mt="xs">{t('sync.backup')}</Text>
      </>
    )
  return (
    <>
      {problem && <FailureNotice failure={problem} />}
      {state === 'not_enrolled' && <Text mt="xs">{t('sync.enrol_anew')}</Text>}
      {waiting > 0 && <Text mt="xs">{t('sync.waiting', { count: waiting })}</Text>}
      {waitsFor && (
        <Text mt="xs">
          {waitsFor === 'other_office' ? t('sync.waits_for_office') : t('sync.waits_for', { code: deskCode(waitsFor) })}
        </Text>
      )}
      {state !== 'settled' && <Text mt="xs">{t('sync.kept_until')}</Text>}
      <Text mt="xs">{settledAt ? t('sync.last', { when: instantText(settledAt, zone) }) : t('sync.never')}</Text>
      {ended && <FailureNotice failure={{ code: 'sync.lease_ended', params: {} }} />}
      {!ended && daysLeft !== undefined && state !== 'settled' && (
        <Text mt="xs">{t('sync.days_left', { count: daysLeft })}</Text>
      )}
      {clockOffMinutes !== undefined && (
        <Text mt="xs">
          {t(clockOffMinutes > 0 ? 'sync.clock_ahead' : 'sync.clock_behind', { minutes: Math.abs(clockOffMinutes) })}
        </Text>
      )}
      {trust ? (
        <Text mt="xs">
          {t('sync.trust', { count: trust.days, version: trust.version })}{' '}
          {t(trust.late ? 'sync.trust_late' : 'sync.trust_due', { date: trust.nextUpdate })}
        </Text>
      ) : (
        <Text mt="xs">{t('sync.trust_none')}</Text>
      )}
      {trustProblem && <FailureNotice failure={trustProblem} />}
    </>
  )
}
