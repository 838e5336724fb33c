import { NumberInput } from '@mantine/core'
import type { PhotoPolicy } from '../../../../shared/photos/policy.ts'
import { basisText, limitText, metricName, metricUnit, shownLimit } from '../../../../shared/photos/words/metrics.ts'
import { checkTitle, groupTitle } from '../../../../shared/photos/words.ts'
import { useLanguage } from '../../../app/language.tsx'
import { type Draft, groupsOf, limitKey, type Outcome, type Row, sides } from './limits-draft.ts'
import { useWhat } from './names.ts'
import css from './Photos.module.css'

interface Props {
  readonly policy: PhotoPolicy
  /** With it the numbers are fields. */
  readonly draft: Draft | undefined
  readonly onType: (key: string, value: number | string) => void
}

/** Every limit with its source, by group of checks. */
export function LimitTable({ policy, draft, onType }: Props) {
  const { t, say } = useLanguage()
  return (
    <section className={css.frame} aria-label={t('photo_policy.limits', { title: say(policy.title) })}>
      <table className={css.limits}>
        <thead>
          <tr>
            <th scope="col">{t('photo_policy.check')}</th>
            <th scope="col">{t('photo_policy.fine')}</th>
            <th scope="col">{t('photo_policy.not_returned')}</th>
            <th scope="col">{t('photo_policy.source')}</th>
          </tr>
        </thead>
        {groupsOf(policy).map(({ group, rows }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={4} className={css.group}>
                {say(groupTitle[group])}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={`${row.check}.${row.metric}`}>
                <th scope="row">
                  {say(checkTitle(row.check))}
                  <div className={css.quiet}>{say(metricName[row.metric])}</div>
                </th>
                <td>
                  <Cell row={row} outcome="review" draft={draft} onType={onType} />
                  <Infants row={row} policy={policy} />
                </td>
                <td>
                  <Cell row={row} outcome="return" draft={draft} onType={onType} />
                </td>
                <td>
                  {say(basisText[row.rule.source.basis])}
                  <div className={css.quiet}>{say(row.rule.source.citation)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

interface CellProps extends Pick<Props, 'draft' | 'onType'> {
  readonly row: Row
  readonly outcome: Outcome
}

function Cell({ row, outcome, draft, onType }: CellProps) {
  const { t, say, language } = useLanguage()
  const what = useWhat()
  const bounds = row.rule[outcome]
  if (!bounds) return <span className={css.quiet}>{t('photo_policy.no_limit')}</span>
  if (!draft) return limitText(row.metric, bounds, language)
  const unit = metricUnit(row.metric)
  return (
    <div className={css.fields}>
      {sides.map((side) => {
        const kept = bounds[side]
        if (kept === undefined) return null
        const key = limitKey(row, outcome, side)
        return (
          <NumberInput
            key={side}
            size="xs"
            w={88}
            hideControls
            aria-label={t(`photo_policy.input_${outcome}_${side}`, { what: what(row) })}
            decimalSeparator={language === 'fr' ? ',' : '.'}
            allowedDecimalSeparators={['.', ',']}
            leftSection={<span aria-hidden>{side === 'min' ? '≥' : '≤'}</span>}
            value={draft[key] ?? shownLimit(row.metric, kept)}
            onChange={(value) => onType(key, value)}
          />
        )
      })}
      {unit && <span className={css.quiet}>{say(unit)}</span>}
    </div>
  )
}

function Infants({ row, policy }: { row: Row; policy: PhotoPolicy }) {
  const { t, language } = useLanguage()
  const { infants } = row.rule
  if (!infants) return null
  const years = policy.infants.underMonths / 12
  const fine = infants.review ?? infants.return
  return (
    <div className={css.quiet}>
      {fine
        ? t('photo_policy.infants', { years, fine: limitText(row.metric, fine, language) })
        : t('photo_policy.infants_free', { years })}
    </div>
  )
}
