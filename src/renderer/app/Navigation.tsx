import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDesk } from './desk.tsx'
import { useText } from './language.tsx'
import { useMay } from './may.ts'
import css from './Navigation.module.css'
import { rooms } from './rooms.ts'

/** The rooms that this officer may enter. */
export function Navigation() {
  const t = useText()
  const mayDo = useMay()
  const open = rooms.filter(({ needs }) => needs.some(mayDo))
  return (
    <nav className={css.nav} aria-label={t('shell.navigation')}>
      <ul className={css.list}>
        {open.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={css.link} activeOptions={{ exact: to === '/' }}>
              <Icon size={20} stroke={1.75} aria-hidden />
              <span className={css.label}>{t(label)}</span>
              {to === '/attention' && <AttentionCount />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function AttentionCount() {
  const t = useText()
  const { data } = useQuery(useDesk().attentionCount.queryOptions())
  if (!data) return null
  return (
    <span className={css.count} role="img" aria-label={t('shell.attention_count', { count: data })}>
      {data}
    </span>
  )
}
