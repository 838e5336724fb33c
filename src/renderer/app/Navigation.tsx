import { UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useDesk } from './desk.tsx'
import { useText } from './language.tsx'
import { useMay } from './may.ts'
import css from './Navigation.module.css'
import { type Room, rooms } from './rooms.ts'

const listId = 'rooms'

/** The rooms that this officer may enter; on a small or much enlarged screen behind a button, for they would fill it. */
export function Navigation() {
  const t = useText()
  const mayDo = useMay()
  const [open, { toggle, close }] = useDisclosure(false)
  const path = useLocation({ select: ({ pathname }) => pathname })
  const offered = rooms.filter(({ needs }) => needs.some(mayDo))
  const current = offered.find((room) => isIn(path, room))
  return (
    <nav className={css.nav} aria-label={t('shell.navigation')} data-open={open || undefined}>
      <UnstyledButton className={css.toggle} aria-expanded={open} aria-controls={listId} onClick={toggle}>
        <IconMenu2 size={20} aria-hidden />
        <span>{t('shell.rooms')}</span>
        {current && <span className={css.current}>{t(current.label)}</span>}
      </UnstyledButton>
      <ul className={css.list} id={listId}>
        {offered.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={css.link} activeOptions={{ exact: to === '/' }} onClick={close}>
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

/** The first part of the address is the room's. */
const isIn = (path: string, { to }: Room): boolean => path.split('/')[1] === to.split('/')[1]

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
