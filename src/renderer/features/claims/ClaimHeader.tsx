import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft, IconCheck, IconCloudUp, IconListCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { standingWords } from '../../../shared/domain/standing.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { useConnection } from '../../app/live.ts'
import { countryName } from '../../app/names.ts'
import { groupClientId, groupSerial } from '../../app/numbers.ts'
import { CopyableNumber } from '../../components/CopyableNumber.tsx'
import { Picture } from '../../components/Picture.tsx'
import { ClaimStatePill, StatePill } from '../../components/StatePill.tsx'
import { DueDate } from '../today/Lists.tsx'
import { serious } from './Alerts.tsx'
import { ClaimMenu } from './ClaimMenu.tsx'
import { useClaim } from './claim.tsx'
import css from './Frame.module.css'
import { standingTones } from './review/StandingSection.tsx'

/** Who this is, under which numbers, where the claim stands and what is due. */
export function ClaimHeader() {
  const { t, language } = useLanguage()
  const { claimId, view } = useClaim()
  const { row, alerts } = view
  const name = nameLine(row)
  const about = [
    row.birthDate && t('claims.born', { date: row.birthDate }),
    ...row.citizenships.map((code) => countryName(code, language)),
  ].filter(Boolean)
  return (
    <div className={css.header}>
      <Tooltip label={t('claims.back')}>
        <Link to="/claims" className={css.back} aria-label={t('claims.back')}>
          <IconArrowLeft size={20} aria-hidden />
        </Link>
      </Tooltip>
      <div className={css.photo}>
        <Picture claimId={claimId} sha256={row.photo} alt={t('claims.photo_of', { name })} width={46} />
      </div>
      <div className={css.who}>
        <div className={css.names}>
          <bdi className={css.name} title={name}>
            {name || t('claims.no_name')}
          </bdi>
          {row.nativeName && (
            <bdi className={css.native} dir="auto" title={row.nativeName}>
              {row.nativeName}
            </bdi>
          )}
        </div>
        <div className={css.about}>{about.join(' · ')}</div>
      </div>
      <dl className={css.numbers}>
        {row.clientId && (
          <Item label={t('number.uci')}>
            <CopyableNumber shown={groupClientId(row.clientId)} value={row.clientId} label={t('number.uci')} />
          </Item>
        )}
        <Item label={t('number.application')}>
          <CopyableNumber
            shown={groupSerial(row.applicationNumber)}
            value={row.applicationNumber}
            label={t('number.application')}
          />
        </Item>
        {row.documentNumber && (
          <Item label={t('number.document')}>
            <CopyableNumber
              shown={groupSerial(row.documentNumber)}
              value={row.documentNumber}
              label={t('number.document')}
            />
          </Item>
        )}
        {row.nextDeadline && (
          <Item label={t('claims.due')}>
            <DueDate date={row.nextDeadline} />
          </Item>
        )}
      </dl>
      <div className={css.standing}>
        <ClaimStatePill state={row.state} />
        <Checked />
        <Standing />
        {row.oneTouch && <StatePill tone="info">{t('lane.one_touch')}</StatePill>}
        {alerts.length > 0 && (
          <span className={css.alertCount} data-bad={alerts.some(({ code }) => serious.has(code)) || undefined}>
            <IconAlertTriangle size={16} aria-hidden /> {t('claims.alert_count', { count: alerts.length })}
          </span>
        )}
        <Saving />
      </div>
      <ClaimMenu />
    </div>
  )
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** How many checks are settled, while some are not; and whether one found something. */
function Checked() {
  const t = useText()
  const { view } = useClaim()
  const settled = view.checks.filter((check) => check.settled).length
  const all = view.checks.length
  const found = view.checks.some((check) => check.found)
  if (settled === all && !found) return null
  return (
    <span className={css.alertCount} data-bad={found || undefined}>
      <IconListCheck size={16} aria-hidden /> {found ? t('check.said_found') : t('check.summary', { settled, all })}
    </span>
  )
}

/** What the preliminary review opened, once it did: the three stand or fall together. */
function Standing() {
  const { t, say } = useLanguage()
  const first = useClaim().view.standing.find(({ state }) => state !== 'none')
  if (!first) return null
  const since = first.since ? `, ${t('review.since', { date: first.since })}` : ''
  return (
    <StatePill tone={standingTones[first.state]}>
      {t('review.header_open', { state: `${say(standingWords[first.state])}${since}` })}
    </StatePill>
  )
}

/** Quietly: is everything saved? */
function Saving() {
  const t = useText()
  const { busy, mayEdit, mayComplete } = useClaim()
  const lost = useConnection() === 'lost'
  if (!mayEdit && !mayComplete) return null
  if (lost)
    return (
      <span className={css.saving}>
        <IconCloudUp size={16} aria-hidden /> {t('claims.not_saved')}
      </span>
    )
  const Icon = busy > 0 ? IconCloudUp : IconCheck
  return (
    <span className={css.saving} title={t('claims.saved_all')}>
      <Icon size={16} aria-hidden /> {t(busy > 0 ? 'claims.saving' : 'claims.saved')}
    </span>
  )
}
