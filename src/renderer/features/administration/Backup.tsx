import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SettingsView } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FolderField } from '../../components/FolderField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import { Loaded } from '../../components/states.tsx'
import css from './Administration.module.css'

/** Where backups go, the last one, and one now. */
export function Backup() {
  const query = useQuery(useDesk().settings.get.queryOptions())
  return (
    <Loaded query={query}>
      {(settings) => (
        <Stack className={css.narrow} gap="lg">
          <Last settings={settings} />
          <Folder settings={settings} />
        </Stack>
      )}
    </Loaded>
  )
}

function Last({ settings: { lastBackup, backupFolder } }: { settings: SettingsView }) {
  const { t, language } = useLanguage()
  const desk = useDesk()
  const queries = useQueryClient()
  const zone = useStatus()?.office?.zone
  const backup = useMutation(
    desk.store.backup.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: desk.settings.key() }),
    }),
  )
  const seconds = (ms: number) =>
    new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 1 }).format(ms / 1000)
  return (
    <section className={css.part}>
      <h2>{t('backup.last')}</h2>
      {lastBackup ? (
        <Group gap="sm" mb="sm">
          <Text>{instantText(lastBackup.at, zone)}</Text>
          <StatePill tone={lastBackup.ok ? 'good' : 'bad'}>{t(lastBackup.ok ? 'backup.good' : 'backup.bad')}</StatePill>
          <Text c="dimmed">{lastBackup.folder}</Text>
        </Group>
      ) : (
        <Notice tone="attention" title={t('backup.never')}>
          {t('backup.never_next')}
        </Notice>
      )}
      <FailureNotice error={backup.error} />
      <Group mt="sm">
        <Button
          leftSection={<IconDatabaseExport size={18} aria-hidden />}
          loading={backup.isPending}
          disabled={!backupFolder}
          onClick={() => backup.mutate(undefined)}
        >
          {t('backup.now')}
        </Button>
        <Text role="status">
          {backup.data && t('backup.done', { events: backup.data.events, seconds: seconds(backup.data.ms) })}
        </Text>
      </Group>
    </section>
  )
}

function Folder({ settings: { backupFolder = '', backupOnSameDisk } }: { settings: SettingsView }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const fixed = !useMay()('settings.change')
  const [folder, setFolder] = useState(backupFolder)
  const change = useMutation(
    desk.settings.set.mutationOptions({
      onSuccess: (next) => queries.setQueryData(desk.settings.get.queryKey(), next),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ backupFolder: folder.trim() })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <FolderField
          label={t('backup.folder')}
          help={t('backup.folder_help')}
          disabled={fixed}
          value={folder}
          onValue={setFolder}
        />
        {backupOnSameDisk && (
          <Notice tone="attention" title={t('backup.same_disk')}>
            {t('backup.same_disk_next')}
          </Notice>
        )}
        <FailureNotice error={change.error} />
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={fixed || folder.trim() === backupFolder}
          >
            {t('common.save')}
          </Button>
          <Text role="status">{change.isSuccess && folder.trim() === backupFolder && t('common.saved')}</Text>
        </Group>
      </Stack>
    </form>
  )
}
