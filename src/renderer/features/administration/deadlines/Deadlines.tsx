import { useMay } from '../../../app/may.ts'
import { Report } from './Report.tsx'
import { RuleTable } from './RuleTable.tsx'

/** What became of the office's deadlines, and how each of them is counted. */
export function Deadlines() {
  const may = useMay()
  return (
    <>
      {may('deadline.report') && <Report />}
      {may('settings.view') && <RuleTable />}
    </>
  )
}
