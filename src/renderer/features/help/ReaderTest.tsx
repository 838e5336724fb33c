import { Stack, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { mrzFields } from '../../../shared/mrz/warnings.ts'
import type { Keystroke } from '../../../shared/reader/decode.ts'
import type { ReaderLayout } from '../../../shared/reader/layouts.ts'
import { type ReaderReport, reportOn, tellingLayouts } from '../../../shared/reader/report.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useScanTarget } from '../../app/reader/targets.ts'
import { Notice } from '../../components/Notice.tsx'
import passportCss from '../claims/passport/Passport.module.css'
import css from './HelpDialogs.module.css'
import { useSlowKeys } from './use-slow-keys.ts'

/** Takes whatever a reader sends, nothing of which is kept, and says whether it works and what to set. */
export function ReaderTest() {
  const t = useText()
  const today = useStatus()?.today ?? ''
  const area = useRef<HTMLElement>(null)
  const [report, setReport] = useState<ReaderReport>()
  const take = (strokes: readonly Keystroke[]) => setReport(reportOn(strokes, today))
  useScanTarget('any', ({ strokes }) => take(strokes), { within: area })
  const onKeyDown = useSlowKeys(take)
  useEffect(() => area.current?.focus(), [])
  return (
    <Stack>
      {/* The focus is here, where the keys of a slow reader do nothing. */}
      <section
        ref={area}
        aria-label={t('reader.area')}
        tabIndex={-1}
        className={css.catch}
        data-autofocus
        onKeyDown={onKeyDown}
      >
        <p>{t('reader.lead')}</p>
      </section>
      <div role="status">{report && <Verdict report={report} />}</div>
      {report && <Details report={report} />}
    </Stack>
  )
}

/** In plain words: works or not, and what to set. */
function Verdict({ report }: { report: ReaderReport }) {
  const t = useText()
  const { works, advice } = report
  const tone = !works ? 'bad' : advice.length > 0 ? 'attention' : 'good'
  return (
    <Notice tone={tone} title={t(works ? 'reader.works' : 'reader.works_not')}>
      {advice.length > 0 && (
        <ul className={css.advice}>
          {advice.map((each) => (
            <li key={each}>{t(`reader.advice_${each}`)}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

function Details({ report }: { report: ReaderReport }) {
  const t = useText()
  const { scan, zone, keys, keysPerSecond, slowest, lineEnds } = report
  const ends = lineEnds.length === 0 ? t('reader.ends_none') : lineEnds.map((end) => t(`reader.end_${end}`)).join(', ')
  return (
    <>
      <dl className={css.facts}>
        <Fact name={t('reader.kind')} value={t(`reader.kind_${scan.kind}`)} />
        <Fact name={t('reader.keys')} value={String(keys)} />
        <Fact name={t('reader.speed')} value={t('reader.speed_value', { n: keysPerSecond })} />
        <Fact name={t('reader.slowest')} value={t('reader.slowest_value', { n: slowest })} />
        <Fact name={t('reader.ends')} value={ends} />
        <LayoutFact name={t('reader.set_for')} layouts={scan.reader} />
        <LayoutFact name={t('reader.computer')} layouts={scan.computer} />
      </dl>
      <section>
        <h2 className={css.heading}>{t('reader.raw')}</h2>
        <pre className={css.arrived}>{scan.raw.replace(/\n/g, '⏎\n').trimEnd()}</pre>
      </section>
      {scan.kind !== 'text' && (
        <section>
          <h2 className={css.heading}>{t('reader.decoded')}</h2>
          <pre className={css.arrived}>{scan.text}</pre>
        </section>
      )}
      {zone && <Checks checks={zone.checks} />}
      <Text size="sm" c="dimmed">
        {t('reader.not_kept')}
      </Text>
    </>
  )
}

function LayoutFact({ name, layouts }: { name: string; layouts: readonly ReaderLayout[] }) {
  const t = useText()
  const telling = tellingLayouts(layouts)
  const some = telling.map((layout) => t(`reader.layout_${layout}`)).join(t('reader.layout_or'))
  return <Fact name={name} value={some || t(layouts.length === 0 ? 'reader.layout_unknown' : 'reader.layout_any')} />
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className={css.row}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Checks({ checks }: { checks: NonNullable<ReaderReport['zone']>['checks'] }) {
  const { t, language } = useLanguage()
  return (
    <section>
      <h2 className={css.heading}>{t('mrz.checks')}</h2>
      <ul className={passportCss.checks}>
        {checks.map(({ field, ok, found, expected }) => (
          <li key={field} data-tone={ok ? 'good' : 'bad'}>
            {ok ? <IconCheck size={18} aria-hidden /> : <IconX size={18} aria-hidden />}
            <span>
              {mrzFields[field][language]} {ok ? t('mrz.check_ok') : t('mrz.check_wrong', { found, expected })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
