import { fail, ok } from '../../shared/result.ts'
import { deadlineCsv } from '../../shared/rules/deadlines/report-csv.ts'
import { deadlineReport } from '../casework/deadline-report.ts'
import type { Core } from '../seat/core.ts'
import { allowed, os, withAllowed } from './calls.ts'

/** What became of the deadlines of the office. */
export function deadlineRoutes(core: Core) {
  return {
    deadlines: {
      report: os.deadlines.report.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'deadline.report'), errors, ({ desk }) => ok(deadlineReport(desk, input.month))),
      ),
      reportCsv: os.deadlines.reportCsv.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'deadline.report'), errors, ({ desk }) => {
          if (core.options.kiosk) return fail('host.no_files_at_kiosk')
          const csv = deadlineCsv(deadlineReport(desk, input.month), input.language)
          return ok(new File([csv], `deadlines-${input.month}.csv`, { type: 'text/csv' }))
        }),
      ),
    },
  }
}
