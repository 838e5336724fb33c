import { ActionIcon, Button, Checkbox, Group, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBookmark, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SavedSearch } from '../../../shared/contract/views.ts'
import type { SearchFilter } from '../../../shared/domain/saved-search.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/fields.tsx'
import css from './Queues.module.css'

interface Props<F extends SearchFilter> {
  /** The list on the screen. */
  readonly current: F
  /** Is it a search of this screen? The others are shown on theirs. */
  readonly isOwn: (filter: SearchFilter) => filter is F
  readonly onOpen: (filter: F) => void
  /** In one line, above the list. */
  readonly inline?: boolean
}

/** Lists that the officer comes back to, and those that colleagues shared. */
export function SavedSearches<F extends SearchFilter>({ current, isOwn, onOpen, inline }: Props<F>) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [naming, { open, close }] = useDisclosure(false)
  const { data = [] } = useQuery(desk.queues.saved.queryOptions())
  const onSuccess = (saved: SavedSearch[]) => {
    queries.setQueryData(desk.queues.saved.queryKey(), saved)
    close()
  }
  const save = useMutation(desk.queues.save.mutationOptions({ onSuccess }))
  const drop = useMutation(desk.queues.drop.mutationOptions({ onSuccess }))
  return (
    <section className={css.saved} data-inline={inline || undefined} aria-label={t('saved.title')}>
      <h2 className={css.heading}>{t('saved.title')}</h2>
      <ul className={css.savedList}>
        {data.map(({ search, name, filter, shared, by, mayDrop }) =>
          isOwn(filter) ? (
            <li key={search}>
              <UnstyledButton className={css.link} onClick={() => onOpen(filter)}>
                <span>{name}</span>
                <span className={css.quiet}>{shared && t('saved.shared_by', { name: by })}</span>
              </UnstyledButton>
              {mayDrop && (
                <ActionIcon
                  variant="subtle"
                  aria-label={t('saved.drop', { name })}
                  onClick={() => drop.mutate({ search })}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ) : null,
        )}
      </ul>
      {naming ? (
        <Naming onSave={(name, shared) => save.mutate({ name, shared, filter: current })} pending={save.isPending} />
      ) : (
        <Button size="compact-sm" variant="subtle" leftSection={<IconBookmark size={16} aria-hidden />} onClick={open}>
          {t('saved.save')}
        </Button>
      )}
      <FailureNotice error={save.error ?? drop.error} />
    </section>
  )
}

function Naming({ onSave, pending }: { onSave: (name: string, shared: boolean) => void; pending: boolean }) {
  const t = useText()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onSave(name.trim(), shared)
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={t('saved.name')}
        value={name}
        maxLength={60}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        data-autofocus
      />
      <Checkbox
        my="xs"
        label={t('saved.share')}
        checked={shared}
        onChange={({ currentTarget }) => setShared(currentTarget.checked)}
      />
      <Group>
        <Button type="submit" size="compact-sm" disabled={!name.trim()} loading={pending}>
          {t('saved.save')}
        </Button>
      </Group>
    </form>
  )
}
