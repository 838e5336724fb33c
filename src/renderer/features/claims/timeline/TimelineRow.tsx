import { IconBan, IconEye, IconEyeOff, IconLock, type TablerIcon } from '@tabler/icons-react'
import type { TimelineEntry } from '../../../../shared/contract/views.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import { useFieldName, useSayValue } from '../values.ts'
import css from './Timeline.module.css'

const eyes: Readonly<Record<TimelineEntry['visibility'], TablerIcon>> = {
  public: IconEye,
  internal: IconEyeOff,
  restricted: IconLock,
}

/** One event: when, by whom, what, who may see it, and which fields it changed from what to what. */
export function TimelineRow({ entry }: { entry: TimelineEntry }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const Eye = eyes[entry.visibility]
  return (
    <li className={css.entry}>
      <time dateTime={entry.at} className={css.when}>
        {instantText(entry.at, zone)}
      </time>
      <div className={css.what}>
        <p>
          <strong>{say(entry.text)}</strong>
        </p>
        {entry.withoutEffect && (
          <StatePill tone="attention" icon={IconBan}>
            {t('timeline.without_effect')}
          </StatePill>
        )}
        {entry.changes.length > 0 && <Changes changes={entry.changes} />}
      </div>
      <div className={css.who}>
        {entry.by}
        <span className={css.visibility} data-visibility={entry.visibility}>
          <Eye size={16} aria-hidden /> {t(`timeline.visibility_${entry.visibility}`)}
        </span>
      </div>
    </li>
  )
}

function Changes({ changes }: Pick<TimelineEntry, 'changes'>) {
  const t = useText()
  const nameOf = useFieldName()
  const say = useSayValue()
  const value = (field: string, held: unknown) =>
    say(field, held) || <span className={css.empty}>{t('timeline.empty')}</span>
  return (
    <table className={css.changes}>
      <thead>
        <tr>
          <th scope="col">{t('timeline.field')}</th>
          <th scope="col">{t('timeline.before')}</th>
          <th scope="col">{t('timeline.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{nameOf(field)}</th>
            <td dir="auto">{value(field, before)}</td>
            <td dir="auto">{value(field, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
