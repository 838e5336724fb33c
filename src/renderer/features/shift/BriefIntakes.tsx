import { Link } from '@tanstack/react-router'
import type { BriefView } from '../../../shared/contract/views.ts'
import type { StepName } from '../../../shared/domain/steps.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import css from './Shift.module.css'

type Intake = BriefView['intakes'][number]

/** Half-done intakes: what each lacks, since when nobody touched it, whose it is. */
export function BriefIntakes({ brief: { intakes, intakesInAll } }: { brief: BriefView }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const columns: Column<Intake>[] = [
    { key: 'name', header: t('today.name'), cell: (row) => <Whose row={row} /> },
    { key: 'lacks', header: t('shift.lacks'), cell: ({ lacks }) => <Lacks steps={lacks} /> },
    {
      key: 'touched',
      header: t('shift.touched'),
      tight: true,
      cell: ({ touched, over }) => (
        <span className={css.when}>
          {instantText(touched, zone)}
          {over && <StatePill tone="attention">{t('shift.over')}</StatePill>}
        </span>
      ),
    },
    { key: 'owner', header: t('shift.owner'), tight: true, cell: ({ owner }) => owner ?? '–' },
  ]
  const more = intakesInAll - intakes.length
  return (
    <section>
      <h3 className={css.heading}>
        {t('shift.intakes')} <span className={css.count}>{intakesInAll}</span>
      </h3>
      <DataTable
        label={t('shift.intakes')}
        columns={columns}
        rows={intakes}
        rowKey={({ claimId }) => claimId}
        empty={<p className={css.quiet}>{t('shift.intakes_none')}</p>}
      />
      {more > 0 && <p className={css.quiet}>{t('shift.more', { count: more })}</p>}
    </section>
  )
}

function Whose({ row: { claimId, name, applicationNumber } }: { row: Intake }) {
  const t = useText()
  if (!applicationNumber) return <span className={css.quiet}>{t('shift.gone')}</span>
  return (
    <Link to="/claims/$claimId" params={{ claimId }}>
      {[name || t('claims.no_name'), groupSerial(applicationNumber)].join(' · ')}
    </Link>
  )
}

/** Names of the steps that an intake lacks. */
export function Lacks({ steps }: { steps: readonly StepName[] }) {
  const t = useText()
  if (steps.length === 0) return t('shift.nothing_lacks')
  return steps.map((step) => t(`step.${step}`)).join(', ')
}
