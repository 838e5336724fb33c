import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconCloudUp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SyncView } from '../../../shared/contract/views.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { deskCode } from '../../components/desk-code.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { SyncWords } from '../../components/SyncWords.tsx'
import css from './Administration.module.css'
import { Carry } from './Carry.tsx'
import { OfficeDesks } from './OfficeDesks.tsx'
import { TravellingBlobs } from './TravellingBlobs.tsx'

/** The central service of this desk: where it stands, a round now, and the enrolment. */
export function Central() {
  const t = useText()
  const sync = useStatus()?.sync
  const mayDo = useMay()
  if (!sync) return null
  const enrolled = sync.state !== 'no_central' && sync.state !== 'not_enrolled'
  const admitted = enrolled && sync.state !== 'awaiting_approval'
  return (
    <Stack className={css.narrow} gap="lg">
      <section className={css.part}>
        <h2>{t(`sync.title.${sync.state}`)}</h2>
        {sync.address && <Text c="dimmed">{sync.address}</Text>}
        {sync.device && <Text>{t('sync.this_desk', { code: deskCode(sync.device) })}</Text>}
        {sync.state === 'awaiting_approval' && <Text c="dimmed">{t('sync.this_desk_help')}</Text>}
        <SyncWords sync={sync} />
        {mayDo('sync.let_erase') && sync.problem?.code === 'sync.wipe_out' && (
          <LetErase through={Number(sync.problem.params.through)} />
        )}
        {enrolled && <Round paused={sync.state === 'paused'} />}
      </section>
      {mayDo('sync.desks') && admitted && sync.settledAt && <OfficeDesks />}
      {sync.blobs && <TravellingBlobs blobs={sync.blobs} />}
      {mayDo('sync.carry') && sync.settledAt && <Carry />}
      {mayDo('sync.enrol') && sync.mayEnrol && <Enrolment sync={sync} />}
    </Stack>
  )
}

/** Somebody who answers for the office says that what other desks took away is right. */
function LetErase({ through }: { through: number }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const letErase = useMutation(
    desk.sync.letErase.mutationOptions({
      onSuccess: () => setAsked(false),
      onSettled: () => queries.invalidateQueries({ queryKey: desk.status.key() }),
    }),
  )
  return (
    <>
      <Group mt="sm">
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('sync.let_erase')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('sync.let_erase')}
        body={t('sync.let_erase_body')}
        confirmLabel={t('sync.let_erase')}
        tone="bad"
        pending={letErase.isPending}
        error={letErase.error}
        onConfirm={() => letErase.mutate({ through })}
      />
    </>
  )
}

function Round({ paused }: { paused: boolean }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: desk.status.key() })
  const now = useMutation(desk.sync.now.mutationOptions({ onSettled }))
  const pause = useMutation(desk.sync.pause.mutationOptions({ onSettled }))
  return (
    <>
      <FailureNotice error={now.error ?? pause.error} />
      <Group mt="sm">
        <Button
          leftSection={<IconCloudUp size={18} aria-hidden />}
          loading={now.isPending}
          onClick={() => now.mutate(undefined)}
        >
          {t('sync.now')}
        </Button>
        <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate({ paused: !paused })}>
          {t(paused ? 'sync.resume' : 'sync.pause')}
        </Button>
      </Group>
    </>
  )
}

/** Also once more: at the same central, filled in, or at another one. */
function Enrolment({ sync }: { sync: SyncView }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [address, setAddress] = useState(sync.address ?? 'https://')
  const [code, setCode] = useState('')
  const [ca, setCa] = useState(sync.ca ?? '')
  const enrol = useMutation(
    desk.sync.enrol.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: desk.status.key() }),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enrol.mutate({ address: address.trim(), code: code.trim(), ...(ca.trim() ? { ca: ca.trim() } : {}) })
  }
  return (
    <form onSubmit={submit}>
      <Stack component="section" className={css.part}>
        <h2>{t(sync.address ? 'sync.enrol_again' : 'sync.enrol_title')}</h2>
        <Text>{t('sync.enrol_help')}</Text>
        <TextInput
          label={t('sync.address')}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          inputMode="url"
          autoComplete="off"
          required
        />
        <TextInput
          label={t('sync.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Textarea
          label={t('sync.ca')}
          value={ca}
          onChange={(event) => setCa(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
        />
        <FailureNotice error={enrol.error} />
        <Group>
          <Button type="submit" loading={enrol.isPending} disabled={code.trim().length < 8}>
            {t('sync.enrol')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
