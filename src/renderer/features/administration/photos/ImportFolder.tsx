import { Button, Group, Stack, Text } from '@mantine/core'
import { IconFolderDown } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PhotoImportLook, PhotoImportView } from '../../../../shared/contract/views.ts'
import { explain } from '../../../../shared/errors.ts'
import { instantText } from '../../../app/dates.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { FolderField } from '../../../components/FolderField.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Loaded } from '../../../components/states.tsx'
import css from '../Administration.module.css'

/** As often as the desk itself looks into the folder. */
const lookMs = 5000

/** The watched folder: where it is, what came of it, and a look at once. */
export function ImportFolder() {
  const t = useText()
  const desk = useDesk()
  const query = useQuery({ ...desk.photoReview.importFolder.queryOptions(), refetchInterval: lookMs })
  return (
    <section className={css.part}>
      <h2>{t('photo_import.title')}</h2>
      <p className={css.quiet}>{t('photo_import.about')}</p>
      <Loaded query={query}>
        {(view) => (
          <Stack gap="lg">
            <Outcome view={view} />
            <Folder key={view.folder ?? ''} folder={view.folder ?? ''} />
          </Stack>
        )}
      </Loaded>
    </section>
  )
}

function Outcome({ view }: { view: PhotoImportView }) {
  const { t, language } = useLanguage()
  const desk = useDesk()
  const queries = useQueryClient()
  const zone = useStatus()?.office?.zone
  const look = useMutation(
    desk.photoReview.importNow.mutationOptions({
      onSuccess: (next) => queries.setQueryData(desk.photoReview.importFolder.queryKey(), next),
    }),
  )
  if (!view.folder)
    return (
      <Notice tone="info" title={t('photo_import.none')}>
        {t('photo_import.none_next')}
      </Notice>
    )
  const { last, failure, taken, refused, waiting } = view
  const failed = failure && explain(failure, language)
  return (
    <Stack gap="xs">
      {failed && (
        <Notice tone="bad" title={failed.message}>
          {failed.next}
        </Notice>
      )}
      <div role="status">
        <Text>
          {last
            ? t('photo_import.last', { at: instantText(last.at, zone), taken: last.taken, refused: last.refused })
            : t('photo_import.nothing')}
        </Text>
        {last && <Text c="dimmed">{t('photo_import.in_all', { taken, refused })}</Text>}
        {waiting > 0 && <Text>{t('photo_import.waiting', { count: waiting })}</Text>}
      </div>
      {last && last.refusals.length > 0 && <Refusals last={last} />}
      <FailureNotice error={look.error} />
      <Group>
        <Button
          leftSection={<IconFolderDown size={18} aria-hidden />}
          loading={look.isPending}
          onClick={() => look.mutate(undefined)}
        >
          {t('photo_import.now')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Which files, and why in plain words: the same that lies beside each in the folder. */
function Refusals({ last: { refusals, refused } }: { last: PhotoImportLook }) {
  const { t, language } = useLanguage()
  return (
    <Notice tone="attention" title={t('photo_import.refused')}>
      <ul className={css.refusals}>
        {refusals.map(({ name, failure }) => {
          const { message, next } = explain(failure, language)
          return (
            <li key={name}>
              <strong>{name}</strong> {message} <span className={css.quiet}>{next}</span>
            </li>
          )
        })}
      </ul>
      {refused > refusals.length && <Text>{t('photo_import.refused_more', { n: refused - refusals.length })}</Text>}
    </Notice>
  )
}

function Folder({ folder: kept }: { folder: string }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const fixed = !useMay()('settings.change')
  const [folder, setFolder] = useState(kept)
  const change = useMutation(
    desk.settings.set.mutationOptions({
      onSuccess: async (next) => {
        queries.setQueryData(desk.settings.get.queryKey(), next)
        await queries.invalidateQueries({ queryKey: desk.photoReview.importFolder.key() })
      },
    }),
  )
  const same = folder.trim() === kept
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ photoImportFolder: folder.trim() })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <FolderField
          label={t('photo_import.folder')}
          help={t('photo_import.folder_help')}
          disabled={fixed}
          value={folder}
          onValue={setFolder}
        />
        <FailureNotice error={change.error} />
        <Group>
          <Button type="submit" variant="default" loading={change.isPending} disabled={fixed || same}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
