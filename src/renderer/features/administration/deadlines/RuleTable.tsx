import { Button, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type DeadlineChange, deadlineRules, triggers } from '../../../../shared/rules/index.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import { Loaded } from '../../../components/states.tsx'
import css from '../Administration.module.css'
import { ChangeDialog } from './ChangeDialog.tsx'

export type Rule = (typeof deadlineRules)[number]

/** How long a period is, in its unit. */
export function usePeriod() {
  const { t } = useLanguage()
  return ({ unit, direction }: Rule, count: number): string =>
    [t(`deadline.unit_${unit}`, { count }), direction === 'before' && t('deadline.before')].filter(Boolean).join(' ')
}

/** Every deadline with its period, trigger and source; an administrator changes a period from a day on. */
export function RuleTable() {
  const { t } = useLanguage()
  const query = useQuery(useDesk().settings.get.queryOptions())
  return (
    <section aria-label={t('deadline.table')} className={css.part} style={{ maxWidth: 'none', marginTop: '2rem' }}>
      <h2>{t('deadline.table')}</h2>
      <Loaded query={query}>{({ deadlineChanges }) => <Rules changes={deadlineChanges} />}</Loaded>
    </section>
  )
}

function Rules({ changes }: { changes: readonly DeadlineChange[] }) {
  const { t, say } = useLanguage()
  const mayChange = useMay()('settings.change')
  const period = usePeriod()
  const [asked, setAsked] = useState<Rule>()
  const columns: Column<Rule>[] = [
    {
      key: 'what',
      header: t('deadline.col_what'),
      cell: ({ title, proposed }) => (
        <>
          {say(title)} {proposed && <StatePill tone="neutral">{t('deadline.proposed')}</StatePill>}
        </>
      ),
    },
    {
      key: 'period',
      header: t('deadline.col_period'),
      cell: (rule) => (
        <>
          {period(rule, rule.count)}
          {changes
            .filter((change) => change.rule === rule.id)
            .map(({ from, count }) => (
              <div key={from}>
                <strong>{t('deadline.changed', { period: period(rule, count), date: from })}</strong>
              </div>
            ))}
        </>
      ),
    },
    { key: 'from', header: t('deadline.col_from'), cell: ({ trigger }) => say(triggers[trigger]) },
    {
      key: 'source',
      header: t('deadline.col_source'),
      cell: ({ citation, source }) => `${say(citation)} (${t(`overview.source_${source}`)})`,
    },
    ...(mayChange
      ? [
          {
            key: 'change',
            header: t('deadline.change'),
            tight: true,
            cell: (rule: Rule) => (
              <Button size="compact-sm" variant="default" onClick={() => setAsked(rule)}>
                {t('deadline.change')}
                <VisuallyHidden component="span"> {say(rule.title)}</VisuallyHidden>
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <DataTable label={t('deadline.table')} columns={columns} rows={deadlineRules} rowKey={({ id }) => id} />
      {asked && <ChangeDialog rule={asked} changes={changes} onClose={() => setAsked(undefined)} />}
    </>
  )
}
