import { Button, List, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AuditReport } from '../../../shared/contract/views.ts'
import { paramWord } from '../../../shared/errors/param-words.ts'
import { explain } from '../../../shared/errors.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { Notice } from '../../components/Notice.tsx'
import css from './Administration.module.css'
import { Settle } from './Settle.tsx'

/** Is the store whole, and was any log altered? Each answer in words. */
export function Checks() {
  const mayDo = useMay()
  return (
    <>
      <Settle />
      {mayDo('audit.verify') && <Audit />}
      {mayDo('store.check') && <Store />}
    </>
  )
}

function Audit() {
  const t = useText()
  const verify = useMutation(useDesk().store.verify.mutationOptions())
  return (
    <Part
      title={t('checks.audit')}
      about={t('checks.audit_about')}
      label={t('checks.audit_do')}
      pending={verify.isPending}
      error={verify.error}
      onRun={() => verify.mutate(undefined)}
    >
      {verify.data && <Verdict report={verify.data} />}
    </Part>
  )
}

function Verdict({ report: { ok, events, accesses, broken } }: { report: AuditReport }) {
  const { t, language } = useLanguage()
  const count = (value: number) => new Intl.NumberFormat(`${language}-CA`).format(value)
  if (ok || !broken) return <Good>{t('checks.audit_ok', { events: count(events), accesses: count(accesses) })}</Good>
  const { log, sequence, device, reason } = broken
  return (
    <Bad title={t(`checks.audit_bad_${log}`, { sequence, device: device.slice(0, 8) })}>
      {t('checks.audit_next', { reason: paramWord('reason', reason, language) })}
    </Bad>
  )
}

function Store() {
  const { t, language } = useLanguage()
  const check = useMutation(useDesk().store.check.mutationOptions())
  const seconds = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 1 })
  return (
    <Part
      title={t('checks.store')}
      about={t('checks.store_about')}
      label={t('checks.store_do')}
      pending={check.isPending}
      error={check.error}
      onRun={() => check.mutate(undefined)}
    >
      {check.data?.ok && <Good>{t('checks.store_ok', { seconds: seconds.format(check.data.ms / 1000) })}</Good>}
      {check.data && !check.data.ok && (
        <Bad title={t('checks.store_bad', { count: check.data.problems.length })}>
          <Text>{t('checks.store_next')}</Text>
          <List>
            {check.data.problems.map((problem) => (
              <List.Item key={`${problem.code}${JSON.stringify(problem.params)}`}>
                {explain(problem, language).message}
              </List.Item>
            ))}
          </List>
        </Bad>
      )}
    </Part>
  )
}

interface PartProps {
  readonly title: string
  readonly about: string
  readonly label: string
  readonly pending: boolean
  readonly error: unknown
  readonly onRun: () => void
  readonly children: ReactNode
}

function Part({ title, about, label, pending, error, onRun, children }: PartProps) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      <p className={css.quiet}>{about}</p>
      <Button variant="default" mb="sm" loading={pending} onClick={onRun}>
        {label}
      </Button>
      <FailureNotice error={error} />
      <div role="status">{children}</div>
    </section>
  )
}

const Good = ({ children }: { children: ReactNode }) => <Notice tone="good" title={children} />

const Bad = ({ title, children }: { title: string; children: ReactNode }) => (
  <Notice tone="bad" title={title}>
    {children}
  </Notice>
)
