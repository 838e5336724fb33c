import { Spotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { nameLine } from '../../../shared/names/name-line.ts'
import { ClaimStatePill } from '../../components/StatePill.tsx'
import { StepPill } from '../../features/confirmations/StepPill.tsx'
import { useText } from '../language.tsx'
import { groupSerial } from '../numbers.ts'
import css from './SearchBox.module.css'
import type { FoundRow } from './use-found.ts'

/** Claims that were found, then confirmations. */
export function Found({ found }: { found: readonly FoundRow[] }) {
  const t = useText()
  return (
    <>
      <Rows label={t('shell.search_claims')} rows={found.filter(({ kind }) => kind === 'claim')} />
      <Rows label={t('confirm.title')} rows={found.filter(({ kind }) => kind === 'confirmation')} />
    </>
  )
}

function Rows({ label, rows }: { label: string; rows: readonly FoundRow[] }) {
  const open = useOpenRecord()
  if (rows.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {rows.map((row) => (
        <Spotlight.Action key={row.id} onClick={() => open(row)}>
          <Row {...row} />
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Row(found: FoundRow) {
  const t = useText()
  const { birthDate, applicationNumber } = found.row
  const name = found.kind === 'claim' ? nameLine(found.row) : found.row.name
  return (
    <FoundLine name={name || t('claims.no_name')} birthDate={birthDate} number={applicationNumber}>
      {found.kind === 'claim' ? <ClaimStatePill state={found.row.state} /> : <StepPill {...found.row} />}
    </FoundLine>
  )
}

interface LineProps {
  readonly name: string
  readonly birthDate: string | undefined
  readonly number: string
  /** Where it stands. */
  readonly children?: ReactNode
}

/** A person in one line. */
export const FoundLine = ({ name, birthDate, number, children }: LineProps) => (
  <span className={css.found}>
    <bdi className={css.name}>{name}</bdi>
    <span className={css.quiet}>{birthDate}</span>
    <span className={css.quiet}>{groupSerial(number)}</span>
    <span>{children}</span>
  </span>
)

/** Opens a record by its kind. */
export function useOpenRecord(): (record: Pick<FoundRow, 'kind' | 'id'>) => void {
  const navigate = useNavigate()
  return ({ kind, id }) =>
    void (kind === 'claim'
      ? navigate({ to: '/claims/$claimId', params: { claimId: id } })
      : navigate({ to: '/confirmations/$confirmationId', params: { confirmationId: id } }))
}
