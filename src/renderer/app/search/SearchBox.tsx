import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { SearchPage } from '../../../shared/contract/views.ts'
import { KeyHint } from '../../components/KeyHint.tsx'
import { instantText } from '../dates.ts'
import { useStatus } from '../desk.tsx'
import { useText } from '../language.tsx'
import { Found } from './Found.tsx'
import { Recent } from './Recent.tsx'
import { type Doing, useDoings } from './use-doings.tsx'
import { useFound } from './use-found.ts'

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

/**
 * Ctrl+K: anybody on this desk by name or number, any room, any action, those of the screen below among them. Empty, it
 * leads back to whom the officer had before them last.
 */
export function SearchBox() {
  const t = useText()
  const [query, setQuery] = useState('')
  const { found, searched, searching } = useFound(query)
  useEffect(() => {
    ask = setQuery
    return () => {
      ask = undefined
    }
  }, [])
  const { here, act, go } = useDoings(query)
  const doings = [...here, ...act, ...go]
  const shown = [...found, ...doings].map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown has changed
  useEffect(() => {
    if (query.trim()) chooseFirst()
  }, [shown, query])
  const nothing = found.length + doings.length === 0
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
        {query.trim() === '' && <Recent />}
        <Found found={found} />
        <Group label={t('shell.search_here')} doings={here} />
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
      {doings.map(({ id, label: name, icon, keys, run }) => (
        <Spotlight.Action
          key={id}
          label={name}
          leftSection={icon}
          rightSection={keys && <KeyHint keys={keys} />}
          onClick={run}
        />
      ))}
    </Spotlight.ActionsGroup>
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
