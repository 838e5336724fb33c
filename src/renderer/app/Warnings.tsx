import { IconAlertTriangle } from '@tabler/icons-react'
import { Link, useMatchRoute } from '@tanstack/react-router'
import type { Action } from '../../shared/domain/authority.ts'
import type { ErrorCode, Failure } from '../../shared/errors.ts'
import { useFailureWords } from '../components/FailureNotice.tsx'
import { useStatus } from './desk.tsx'
import { useText } from './language.tsx'
import { useMay } from './may.ts'
import css from './Shell.module.css'

/** Standing warnings of the desk, on Today and in Administration, in one block: where one can act on them. */
export function Warnings() {
  const t = useText()
  const matches = useMatchRoute()
  const warnings = useStatus()?.warnings ?? []
  const here = matches({ to: '/' }) || matches({ to: '/administration', fuzzy: true })
  if (!here || warnings.length === 0) return null
  return (
    <section className={css.warnings} aria-label={t('shell.warnings')}>
      <IconAlertTriangle size={18} aria-hidden />
      <ul>
        {warnings.map((failure) => (
          <Warning key={`${failure.code}${JSON.stringify(failure.params)}`} failure={failure} />
        ))}
      </ul>
    </section>
  )
}

/** Where it is settled, and who may: they get the way there, everybody else the words of what to ask for. */
function Warning({ failure }: { failure: Failure }) {
  const t = useText()
  const may = useMay()
  const words = useFailureWords(failure, undefined)
  const way = ways.find(({ codes }) => codes.includes(failure.code))
  return (
    <li>
      <strong>{words?.message}</strong>{' '}
      {way && may(way.needs) ? (
        <Link to="/administration/$section" params={{ section: way.section }}>
          {t(`admin.${way.section}`)}
        </Link>
      ) : (
        words?.next
      )}
    </li>
  )
}

interface Way {
  readonly codes: readonly ErrorCode[]
  readonly section: 'backup' | 'numbers' | 'stock' | 'checks' | 'sync'
  readonly needs: Action
}

const ways: readonly Way[] = [
  { codes: ['sync.lease_ended', 'sync.lease_soon'], section: 'sync', needs: 'sync.now' },
  { codes: ['sync.not_enrolled', 'sync.refused'], section: 'sync', needs: 'sync.enrol' },
  { codes: ['backup.no_folder', 'store.backup_folder', 'backup.overdue'], section: 'backup', needs: 'settings.change' },
  {
    codes: ['numbers.applications_low', 'numbers.clients_low', 'numbers.documents_low'],
    section: 'numbers',
    needs: 'lease.import',
  },
  { codes: ['stock.low'], section: 'stock', needs: 'stock.receive' },
  { codes: ['store.behind'], section: 'checks', needs: 'store.restore' },
]
