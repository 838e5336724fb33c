import type { CountedName, Stretch } from '../../../shared/casework-statistics.ts'
import type { BacklogAge, CaseworkStatistics } from '../../../shared/contract/views.ts'
import { useLanguage } from '../../app/language.tsx'
import { useShare } from '../../app/share.ts'
import { NumbersSections } from '../../components/statistics/NumbersSection.tsx'
import { type Bars, ChartWithTable } from './ChartWithTable.tsx'

/** The charts of a period. */
export function Charts({ view }: { view: CaseworkStatistics }) {
  const { t } = useLanguage()
  const share = useShare()
  const total = (name: CountedName) => view.stretches.reduce((sum, stretch) => sum + stretch[name], 0)
  const [photos, returned] = [total('photosApproved') + total('photosReturned'), total('photosReturned')]
  const [due, absent] = [total('came') + total('noShows'), total('noShows')]
  return (
    <NumbersSections>
      <ChartWithTable
        title={t('statistics.arrivals')}
        summary={t('statistics.arrivals_total', { n: total('arrivals') })}
        bars={useStretches(view.stretches, ['arrivals'])}
      />
      <ChartWithTable
        title={t('statistics.decisions')}
        summary={t('statistics.decisions_total', { referred: total('referred'), ineligible: total('ineligible') })}
        bars={useStretches(view.stretches, ['referred', 'ineligible'])}
      />
      <Backlog backlog={view.backlog} oldestDays={view.oldestDays} />
      <Standard standard={view.standard} />
      <ChartWithTable
        title={t('statistics.photos')}
        summary={t('statistics.share', { part: returned, all: photos, percent: share(returned, photos) })}
        bars={useStretches(view.stretches, ['photosReturned', 'photosApproved'])}
      />
      <ChartWithTable
        title={t('statistics.no_shows')}
        summary={t('statistics.share', { part: absent, all: due, percent: share(absent, due) })}
        bars={useStretches(view.stretches, ['noShows', 'came'])}
      />
    </NumbersSections>
  )
}

function useStretches(stretches: readonly Stretch[], names: readonly CountedName[]): Bars {
  const { t } = useLanguage()
  return {
    by: t('statistics.when'),
    series: names.map((name) => t(`statistics.${name}`)),
    rows: stretches.map((stretch) => ({
      label: stretch.from === stretch.to ? stretch.from : `${stretch.from} – ${stretch.to}`,
      short: stretch.from.slice(5),
      values: names.map((name) => stretch[name]),
    })),
  }
}

function Backlog({ backlog, oldestDays }: { backlog: readonly BacklogAge[]; oldestDays: number }) {
  const { t } = useLanguage()
  const labelOf = ({ from, to }: BacklogAge) =>
    to === undefined ? t('today.age_over', { from }) : t('today.age_range', { from, to })
  const bars: Bars = {
    by: t('today.age'),
    series: [t('today.claims_series')],
    rows: backlog.map((age) => ({ label: labelOf(age), short: labelOf(age), values: [age.claims] })),
  }
  const total = backlog.reduce((sum, { claims }) => sum + claims, 0)
  return (
    <ChartWithTable
      title={t('today.backlog')}
      summary={t('statistics.backlog_total', { n: total, days: oldestDays })}
      bars={bars}
    />
  )
}

function Standard({ standard }: { standard: CaseworkStatistics['standard'] }) {
  const { t } = useLanguage()
  const share = useShare()
  const names = ['met', 'late', 'missed', 'running'] as const
  const bars: Bars = {
    by: t('statistics.outcome'),
    series: [t('statistics.reviews')],
    rows: names.map((name) => ({
      label: t(`statistics.${name}`),
      short: t(`statistics.${name}`),
      values: [standard[name]],
    })),
  }
  const ended = standard.met + standard.late + standard.missed
  return (
    <ChartWithTable
      title={t('statistics.standard')}
      summary={t('statistics.standard_share', {
        met: standard.met,
        all: ended,
        percent: share(standard.met, ended),
      })}
      bars={bars}
    />
  )
}
