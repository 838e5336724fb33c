import { Button, FileButton, Group, Select, Text, TextInput } from '@mantine/core'
import { IconDownload, IconUsb } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { instantText } from '../../app/dates.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { deskCode } from '../../components/desk-code.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Administration.module.css'

/** One claim by stick to another desk of the office, and what another desk brought. */
export function Carry() {
  const t = useText()
  return (
    <section className={css.part}>
      <h2>{t('sync.carry_title')}</h2>
      <Text>{t('sync.carry_help')}</Text>
      <Make />
      <Take />
    </section>
  )
}

function Make() {
  const t = useText()
  const desk = useDesk()
  const status = useStatus()
  const zone = status?.office?.zone
  const desks = useQuery(desk.sync.carriers.queryOptions()).data ?? []
  const [applicationNumber, setNumber] = useState('')
  const [device, setDevice] = useState<string | null>(null)
  const carry = useMutation(desk.sync.carry.mutationOptions({ onSuccess: takeFile }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (device) carry.mutate({ applicationNumber, device })
  }
  // A kiosk keeps no file.
  if (status?.kiosk) return null
  if (desks.length === 0) return <Text mt="sm">{t('sync.carry_none')}</Text>
  return (
    <form onSubmit={submit}>
      <Group mt="sm" align="flex-end">
        <TextInput
          label={t('sync.carry_number')}
          value={applicationNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        <Select
          label={t('sync.carry_desk')}
          data={desks.map((one) => ({
            value: one.device,
            label: `${deskCode(one.device)} (${instantText(one.since, zone)})`,
          }))}
          value={device}
          onChange={setDevice}
          required
        />
        <Button
          type="submit"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={carry.isPending}
          disabled={!device || !applicationNumber.trim()}
        >
          {t('sync.carry_make')}
        </Button>
      </Group>
      <FailureNotice error={carry.error} />
    </form>
  )
}

function Take() {
  const t = useText()
  const desk = useDesk()
  const take = useMutation(desk.sync.takeCarried.mutationOptions())
  const { data } = take
  return (
    <>
      <Group mt="md">
        <FileButton accept=".pscb" onChange={(file) => file && take.mutate({ file })}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconUsb size={18} aria-hidden />}
              loading={take.isPending}
            >
              {t('sync.carry_take')}
            </Button>
          )}
        </FileButton>
      </Group>
      <FailureNotice error={take.error} />
      {data && (
        <Text mt="sm" role="status">
          {t('sync.carry_taken', { events: data.events, files: data.files })}{' '}
          <Link to="/claims/$claimId" params={{ claimId: data.claimId }}>
            {t('sync.carry_open')}
          </Link>
        </Text>
      )}
    </>
  )
}
