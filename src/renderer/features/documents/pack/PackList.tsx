import { IconFileOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PackMemberView, PackView } from '../../../../shared/contract/views.ts'
import type { PackLine } from '../../../../shared/domain/pack.ts'
import { useText } from '../../../app/language.tsx'
import { groupSerial } from '../../../app/numbers.ts'
import { Empty } from '../../../components/states.tsx'
import css from './Pack.module.css'
import { PackRow } from './PackRow.tsx'
import { PackSpoil } from './PackSpoil.tsx'
import type { Job } from './use-pack.ts'

interface Props {
  readonly pack: PackView
  readonly pending: boolean
  readonly start: (job: Job) => void
}

/** The live checklist: a table for each member, the cover in that of the principal. */
export function PackList({ pack, pending, start }: Props) {
  const t = useText()
  const [spoiling, setSpoiling] = useState<PackLine>()
  if (pack.lines.length === 0)
    return <Empty icon={<IconFileOff aria-hidden />} title={t('pack.none')} next={t('paper.history_none_next')} />
  return (
    <>
      {pack.members.map((member) => (
        <MemberTable
          key={member.claimId}
          member={member}
          lines={pack.lines.filter(({ claimId }) => claimId === member.claimId)}
          pending={pending}
          start={start}
          onSpoil={setSpoiling}
        />
      ))}
      <Unsigned pack={pack} />
      {spoiling?.paper && <PackSpoil line={spoiling} start={start} onClose={() => setSpoiling(undefined)} />}
    </>
  )
}

interface TableProps extends Pick<Props, 'pending' | 'start'> {
  readonly member: PackMemberView
  readonly lines: readonly PackLine[]
  readonly onSpoil: (line: PackLine) => void
}

function MemberTable({ member, lines, pending, start, onSpoil }: TableProps) {
  const t = useText()
  if (lines.length === 0) return null
  const name = [member.familyName, member.givenNames].filter(Boolean).join(', ') || t('claims.no_name')
  return (
    <section>
      <h3 className={css.member}>
        {name} <span className={css.quiet}>{groupSerial(member.applicationNumber)}</span>
      </h3>
      <table className={css.list} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('pack.paper')}</th>
            <th scope="col">{t('pack.number')}</th>
            <th scope="col">{t('pack.state')}</th>
            <th scope="col">{t('pack.next')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PackRow
              key={line.paper?.documentId ?? `${line.kind}.${line.about.join()}.${line.shown}`}
              line={line}
              letterGiven={lines.some(({ standsIn }) => standsIn)}
              pending={pending}
              start={start}
              onSpoil={onSpoil}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the file still lacks; never a bar to leaving. */
function Unsigned({ pack: { lines, members } }: { pack: PackView }) {
  const t = useText()
  const lacking = lines.filter(({ unsigned, shown }) => unsigned && (shown === 'sent' || shown === 'confirmed'))
  if (lacking.length === 0) return null
  return (
    <section className={css.unsigned}>
      <p>{t('pack.unsigned')}</p>
      <ul>
        {members
          .filter(({ claimId }) => lacking.some((line) => line.claimId === claimId))
          .map(({ claimId, givenNames, applicationNumber }) => (
            <li key={claimId}>
              {lacking
                .filter((line) => line.claimId === claimId)
                .map(({ kind }) => t(`paper.kind_${kind}`))
                .join(', ')}{' '}
              <Link to="/claims/$claimId/$tab" params={{ claimId, tab: 'documents' }}>
                {t('pack.unsigned_go')} ({givenNames ?? groupSerial(applicationNumber)})
              </Link>
            </li>
          ))}
      </ul>
    </section>
  )
}
