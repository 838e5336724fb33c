import { Button, Group, Modal, Stack } from '@mantine/core'
import { IconArrowUp, IconDeviceUsb, IconFolder, IconHome } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { FolderEntry, FolderView } from '../../shared/contract/views.ts'
import { useDesk } from '../app/desk.tsx'
import { useText } from '../app/language.tsx'
import { DataTable } from './DataTable.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import css from './FolderDialog.module.css'
import { Empty, Loading } from './states.tsx'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly onChoose: (folder: string) => void
}

/** The folders of this computer, one place at a time. Enter opens a folder, Backspace goes up, the button takes it. */
export function FolderDialog({ title, onClose, onChoose }: Props) {
  const t = useText()
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Places onClose={onClose} onChoose={onChoose} />
    </Modal>
  )
}

function Places({ onClose, onChoose }: Omit<Props, 'title'>) {
  const t = useText()
  const [place, setPlace] = useState<string>()
  const query = useQuery({
    ...useDesk().folders.list.queryOptions({ input: place ? { folder: place } : {} }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const view = query.isPlaceholderData ? undefined : query.data
  const up = view && (view.parent ?? (view.folder ? '' : undefined))
  const goUp = () => up !== undefined && setPlace(up || undefined)
  const list = useRef<HTMLDivElement>(null)
  useFocusOnArrival(list, view)
  return (
    <Stack gap="sm">
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconArrowUp size={18} aria-hidden />}
          disabled={up === undefined}
          onClick={goUp}
        >
          {t('folder.up')}
        </Button>
        <span className={css.place} role="status">
          {query.data?.folder ?? t('folder.places')}
        </span>
      </Group>
      <FailureNotice error={query.error} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key of the list inside, as its arrows are */}
      <div
        ref={list}
        className={css.list}
        onKeyDown={(event) => {
          if (event.key !== 'Backspace' || event.target instanceof HTMLInputElement) return
          event.preventDefault()
          goUp()
        }}
      >
        {query.data ? <Folders view={query.data} onOpen={setPlace} /> : !query.error && <Loading />}
      </div>
      {query.data?.more && <p className={css.more}>{t('folder.more')}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={!view?.folder} onClick={() => view?.folder && onChoose(view.folder)}>
          {t('folder.take')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Another place has another list: the focus goes to its first folder, or to what can be done where there is none. */
function useFocusOnArrival(list: React.RefObject<HTMLDivElement | null>, view: FolderView | undefined) {
  const arrived = view && (view.folder ?? '/')
  useEffect(() => {
    if (!arrived) return
    const first = list.current?.querySelector<HTMLElement>('[data-row]')
    const fallback = list.current?.closest('[role="dialog"]')?.querySelector<HTMLElement>('button:not([disabled])')
    ;(first ?? fallback)?.focus()
  }, [arrived, list])
}

const icons = { home: IconHome, drive: IconDeviceUsb, folder: IconFolder } as const

function Folders({ view, onOpen }: { view: FolderView; onOpen: (folder: string) => void }) {
  const t = useText()
  return (
    <DataTable
      key={view.folder ?? ''}
      label={t('folder.list')}
      rows={view.folders}
      rowKey={({ path }) => path}
      onOpen={({ path }: FolderEntry) => onOpen(path)}
      columns={[
        {
          key: 'name',
          header: t('folder.name'),
          cell: ({ kind, name }: FolderEntry) => {
            const Icon = icons[kind]
            return (
              <span className={css.name}>
                <Icon size={18} aria-hidden /> {kind === 'home' ? `${t('folder.home')} (${name})` : name}
              </span>
            )
          },
        },
      ]}
      empty={<Empty icon={<IconFolder aria-hidden />} title={t('folder.none')} />}
    />
  )
}
