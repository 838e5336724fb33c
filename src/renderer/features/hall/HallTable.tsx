import { IconAlertTriangle, IconArmchair } from '@tabler/icons-react'
import type { HallRow, HallView } from '../../../shared/contract/views.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { languageName } from '../../app/names.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import { Empty } from '../../components/states.tsx'
import { nameOf } from '../claims/name.tsx'
import css from './Hall.module.css'
import { nextMember } from './use-hall.ts'
import { sinceText, waited } from './waited.ts'

interface Props {
  readonly view: HallView
  readonly selected: string | undefined
  readonly onSelect: (row: HallRow) => void
  readonly onOpen: (row: HallRow) => void
}

/** Who is in the office, in turn. */
export function HallTable({ view, selected, onSelect, onOpen }: Props) {
  const { t } = useLanguage()
  const columns: Column<HallRow>[] = [
    { key: 'since', header: t('hall.since'), tight: true, cell: (row) => <Since row={row} now={view.now} /> },
    { key: 'party', header: t('hall.party'), cell: (row) => <Party row={row} /> },
    { key: 'language', header: t('hall.language'), tight: true, cell: (row) => <Spoken row={row} /> },
    { key: 'next', header: t('hall.next'), tight: true, cell: (row) => <Next row={row} /> },
    { key: 'who', header: t('hall.who'), tight: true, cell: (row) => <Holder row={row} /> },
  ]
  return (
    <DataTable
      label={t('hall.list')}
      columns={columns}
      rows={view.rows}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      onSelect={onSelect}
      {...(selected ? { selectedKey: selected } : {})}
      empty={<Empty icon={<IconArmchair aria-hidden />} title={t('hall.none')} next={t('hall.none_next')} />}
    />
  )
}

function Since({ row, now }: { row: HallRow; now: string }) {
  const status = useStatus()
  return (
    <span className={css.two}>
      <span>{sinceText(row.since, status?.today, status?.office?.zone)}</span>
      <span className={css.quiet}>{waited(row.since, now)}</span>
    </span>
  )
}

/** How many, why they go first, and how to find them. */
function Party({ row }: { row: HallRow }) {
  const { say } = useLanguage()
  const size = usePartySize(row)
  const names = namesOf(row.members)
  const about = [row.name, row.note].filter(Boolean).join(' · ')
  return (
    <span className={css.two}>
      <span className={css.line}>
        {row.priorities.map(({ id, label }) => (
          <StatePill key={id} tone={id === 'minor_alone' ? 'bad' : 'attention'} icon={IconAlertTriangle}>
            {say(label)}
          </StatePill>
        ))}
        <bdi className={css.strong}>{names || row.name || size}</bdi>
      </span>
      <bdi className={css.quiet}>
        {[names || row.name ? size : '', names ? about : row.note].filter(Boolean).join(' · ')}
      </bdi>
    </span>
  )
}

/** `AL HARIRI, Nour · Karim · Lina`: a family name is said once. */
function namesOf(members: HallRow['members']): string {
  const said = members.map((member, at) => {
    const same = at > 0 && member.familyName !== undefined && member.familyName === members[at - 1]?.familyName
    return (same && member.givenNames) || nameOf(member)
  })
  return said.filter(Boolean).join(' · ')
}

/** `2 adults, 1 child`; of claims opened directly, how many. */
export function usePartySize({
  kind,
  adults,
  children,
  members,
}: Pick<HallRow, 'kind' | 'adults' | 'children' | 'members'>) {
  const t = useText()
  if (kind === 'claims') return t('hall.claims_count', { count: members.length })
  const parts = [
    adults > 0 && t('hall.adults_count', { count: adults }),
    children > 0 && t('hall.children_count', { count: children }),
  ]
  return parts.filter(Boolean).join(', ')
}

function Spoken({ row }: { row: HallRow }) {
  const { t, language } = useLanguage()
  if (!row.language) return '–'
  return (
    <span className={css.two}>
      <span>{languageName(row.language, language)}</span>
      {row.interpreter && <span className={css.quiet}>{t('hall.interpreter')}</span>}
    </span>
  )
}

/** What comes next: with whom, and how many claims are still to be opened. */
function Next({ row }: { row: HallRow }) {
  const words = useNextWords(row)
  return (
    <span className={css.two}>
      <span>{words.first}</span>
      {words.later && <span className={css.quiet}>{words.later}</span>}
    </span>
  )
}

export function useNextWords(row: HallRow): { readonly first: string; readonly later?: string } {
  const t = useText()
  const member = nextMember(row)
  const unopened = row.unopened > 0 ? t('hall.open_count', { count: row.unopened }) : undefined
  if (member?.next) return { first: t(`step.${member.next}`), ...(unopened ? { later: unopened } : {}) }
  return { first: unopened ?? t('hall.all_done') }
}

function Holder({ row }: { row: HallRow }) {
  const t = useText()
  if (!row.holder) return <StatePill tone="attention">{t('hall.waits')}</StatePill>
  return (
    <span className={css.two}>
      <span className={row.holder.mine ? css.strong : undefined}>
        {row.holder.mine ? t('hall.you') : row.holder.name}
      </span>
      {row.alsoHeldBy.map((name) => (
        <span key={name} className={css.bad}>
          {t('hall.also', { name })}
        </span>
      ))}
    </span>
  )
}
