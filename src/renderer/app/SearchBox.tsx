import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconFilePlus, IconKeyboard, IconLock, IconScan, IconSearch, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { ClaimRow, SearchPage } from '../../shared/contract/views.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { fold } from '../components/fold.ts'
import { ClaimStatePill } from '../components/StatePill.tsx'
import { openHelp } from '../features/help/HelpDialogs.tsx'
import { instantText } from './dates.ts'
import { useDesk, useStatus } from './desk.tsx'
import { useText } from './language.tsx'
import { useMay } from './may.ts'
import { groupSerial } from './numbers.ts'
import { rooms } from './rooms.ts'
import css from './SearchBox.module.css'
import { useSeat } from './seat.ts'

const [store, box] = createSpotlight()

let ask: ((text: string) => void) | undefined
/** Opens the search, empty or with a text to look for. */
export function openSearch(text = '') {
  box.open()
  ask?.(text)
}

/** Enter takes what stands first. Mantine chooses when a letter is typed, which is before the desk has answered. */
function chooseFirst() {
  const list = document.getElementById(store.getState().listId)
  for (const chosen of list?.querySelectorAll('[data-selected]') ?? []) chosen.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.updateState((state) => ({ ...state, selected: 0 }))
}

interface Doing {
  readonly id: string
  readonly label: string
  readonly icon: ReactNode
  readonly run: () => void
}

/** Ctrl+K: any claim on this desk by name or number, any room, any action. */
export function SearchBox() {
  const t = useText()
  const [query, setQuery] = useState('')
  const { rows, searched, searching } = useFoundClaims(query)
  const navigate = useNavigate()
  useEffect(() => {
    ask = setQuery
    return () => {
      ask = undefined
    }
  }, [])
  const { go, act } = useDoings(query)
  const shown = [...rows.map(({ claimId }) => claimId), ...[...act, ...go].map(({ id }) => id)].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown has changed
  useEffect(() => {
    if (query.trim()) chooseFirst()
  }, [shown, query])
  const nothing = rows.length + go.length + act.length === 0
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      size="44rem"
      centered={false}
      yOffset="10vh"
      overlayProps={{ backgroundOpacity: 0.55, blur: 0 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('shell.search_long') } }}
    >
      <Spotlight.Search
        placeholder={t('shell.search_placeholder')}
        aria-label={t('shell.search_long')}
        leftSection={<IconSearch size={20} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {rows.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.search_claims')}>
            {rows.map((row) => (
              <Spotlight.Action
                key={row.claimId}
                onClick={() => void navigate({ to: '/claims/$claimId', params: { claimId: row.claimId } })}
              >
                <Found row={row} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        <Group label={t('shell.search_do')} doings={act} />
        <Group label={t('shell.search_go')} doings={go} />
        {nothing && <Spotlight.Empty>{t(searching ? 'shell.search_searching' : 'shell.search_none')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      {searched && <Scope searched={searched} />}
    </Spotlight.Root>
  )
}

function Group({ label, doings }: { label: string; doings: readonly Doing[] }) {
  if (doings.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {doings.map(({ id, label: name, icon, run }) => (
        <Spotlight.Action key={id} label={name} leftSection={icon} onClick={run} />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Found({ row }: { row: ClaimRow }) {
  const t = useText()
  const name = nameLine(row)
  return (
    <span className={css.found}>
      <span className={css.name}>{name || t('claims.no_name')}</span>
      <span className={css.quiet}>{row.birthDate}</span>
      <span className={css.quiet}>{groupSerial(row.applicationNumber)}</span>
      <ClaimStatePill state={row.state} />
    </span>
  )
}

/** What was searched, said with every result. */
function Scope({ searched }: { searched: SearchPage['searched'] }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  return (
    <Spotlight.Footer>
      {t('shell.search_scope', { count: searched.people, until: instantText(searched.until, zone) })}
    </Spotlight.Footer>
  )
}

/** Claims that answer what is typed now: Enter must never open what an earlier text had found. */
function useFoundClaims(typed: string) {
  const desk = useDesk()
  const mayDo = useMay()
  const wanted = typed.trim()
  const [text] = useDebouncedValue(wanted, 120)
  const enabled = wanted.length >= 1 && mayDo('claim.search')
  const query = useQuery({
    ...desk.claims.search.queryOptions({ input: { text, limit: 8 } }),
    enabled: enabled && text === wanted,
    staleTime: 0,
  })
  const page = enabled && text === wanted ? query.data : undefined
  return { rows: page?.rows ?? [], searched: page?.searched, searching: enabled && !page && !query.error }
}

function useDoings(typed: string): { go: Doing[]; act: Doing[] } {
  const t = useText()
  const mayDo = useMay()
  const navigate = useNavigate()
  const { lock, signOut } = useSeat()
  const wanted = fold(typed)
  const matching = (doing: Doing) => fold(doing.label).includes(wanted)
  const go = rooms
    .filter(({ needs }) => needs.some(mayDo))
    .map(({ to, label, icon: Icon }) => ({
      id: to,
      label: t(label),
      icon: <Icon size={20} aria-hidden />,
      run: () => void navigate({ to }),
    }))
  const open = {
    id: 'new',
    label: t('shell.new_claim'),
    icon: <IconFilePlus size={20} aria-hidden />,
    run: () => void navigate({ to: '/claims/new' }),
  }
  const act = [
    ...(mayDo('claim.open') ? [open] : []),
    { id: 'lock', label: t('shell.lock'), icon: <IconLock size={20} aria-hidden />, run: lock },
    { id: 'keys', label: t('shell.keys'), icon: <IconKeyboard size={20} aria-hidden />, run: () => openHelp('keys') },
    {
      id: 'reader',
      label: t('reader.title'),
      icon: <IconScan size={20} aria-hidden />,
      run: () => openHelp('reader'),
    },
    {
      id: 'out',
      label: t('shell.sign_out'),
      icon: <IconUser size={20} aria-hidden />,
      run: () => signOut.mutate(undefined),
    },
  ]
  return { go: go.filter(matching), act: act.filter(matching) }
}
