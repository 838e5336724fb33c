import { Button, MultiSelect, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { NoteView, Role } from '../../../../shared/contract/views.ts'
import { roles } from '../../../../shared/domain/vocabulary.ts'
import { instantText } from '../../../app/dates.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea } from '../../../components/fields.tsx'
import css from './Timeline.module.css'

/** What officers note for each other: the notes that this officer reads, and a new one. */
export function Notes({ claimId }: { claimId: string }) {
  const t = useText()
  const { data = [] } = useQuery(useDesk().casework.notes.queryOptions({ input: { claimId } }))
  const writes = useMay()('note.write')
  if (data.length === 0 && !writes) return null
  return (
    <section className={css.notes} aria-label={t('notes.title')}>
      <h2 className={css.notesTitle}>{t('notes.title')}</h2>
      {data.length > 0 && (
        <ul className={css.noteList}>
          {data.map((note) => (
            <Note key={note.note} note={note} />
          ))}
        </ul>
      )}
      {writes && <NewNote claimId={claimId} />}
    </section>
  )
}

function Note({ note: { text, by, at, readers } }: { note: NoteView }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const whom =
    readers.length === 0
      ? t('notes.for_author', { name: by })
      : t('notes.for', { roles: readers.map((role) => t(`role.${role}`)).join(', ') })
  return (
    <li>
      <p className={css.noteText}>{text}</p>
      <p className={css.noteBy}>{`${by}, ${instantText(at, zone)}. ${whom}`}</p>
    </li>
  )
}

const usual: readonly Role[] = ['border_officer', 'caseworker', 'supervisor']

function NewNote({ claimId }: { claimId: string }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [readers, setReaders] = useState<readonly Role[]>(usual)
  const add = useMutation(
    desk.casework.addNote.mutationOptions({
      onSuccess: (notes) => {
        queries.setQueryData(desk.casework.notes.queryKey({ input: { claimId } }), notes)
        setText('')
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) add.mutate({ claimId, text: text.trim(), readers: [...readers] })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" align="start">
        <TextArea
          w="100%"
          label={t('notes.text')}
          autosize
          minRows={2}
          maxLength={4000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <MultiSelect
          label={t('notes.readers')}
          description={t('notes.readers_help')}
          data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          value={[...readers]}
          onChange={(chosen) => setReaders(roles.filter((role) => chosen.includes(role)))}
        />
        <FailureNotice error={add.error} />
        <Button type="submit" variant="default" disabled={!text.trim()} loading={add.isPending}>
          {t('notes.add')}
        </Button>
      </Stack>
    </form>
  )
}
