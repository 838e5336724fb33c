import { useMutation } from '@tanstack/react-query'
import { takeFile } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { PeriodStatistics } from '../../components/statistics/PeriodStatistics.tsx'
import { Charts } from './Charts.tsx'

/** What came, what was decided and what waits, in a period: each chart with its table. */
export function StatisticsScreen() {
  const t = useText()
  const desk = useDesk()
  return (
    <PeriodStatistics
      title={t('statistics.title')}
      name="claims"
      allowed={useMay()('claim.statistics')}
      numbers={(input) => desk.casework.statistics.queryOptions({ input })}
      csv={useMutation(desk.casework.statisticsCsv.mutationOptions({ onSuccess: takeFile }))}
    >
      {(view) => <Charts view={view} />}
    </PeriodStatistics>
  )
}
