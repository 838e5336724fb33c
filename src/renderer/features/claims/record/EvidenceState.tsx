import { Button, FileButton, Group, Modal, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { EvidenceView } from '../../../../shared/contract/views.ts'
import { type AsideReason, asideReasons, asideWords } from '../../../../shared/record/evidence.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { SelectField, TextArea } from '../../../components/fields.tsx'
import { useClaim } from '../claim.tsx'
import css from './Record.module.css'
import { useRecord } from './record.tsx'

/** Whether a piece counts: what replaced it, what it replaced, why it was set aside. */
export function EvidenceState({ piece }: { readonly piece: EvidenceView }) {
  const { t, say } = useLanguage()
  const name = usePieceName()
  const { aside, replaces, replacedBy, twin } = piece
  return (
    <>
      {twin && <strong data-warn>{t('record.twin')}</strong>}
      {replaces && <span>{t('record.replaces', { what: name(replaces) })}</span>}
      {replacedBy && <strong data-warn>{t('record.replaced_by', { what: name(replacedBy) })}</strong>}
      {aside && (
        <span data-aside-note>
          <strong data-warn>{t('record.aside', { why: say(asideWords(aside.why)) })}</strong>{' '}
          {[aside.of && name(aside.of), aside.note, aside.by].filter(Boolean).join(' · ')}
        </span>
      )}
    </>
  )
}

/** What can be done to a piece as a whole: another file in its place, set aside, count again. */
export function EvidenceActs({ piece }: { readonly piece: EvidenceView }) {
  const t = useText()
  const { claimId, inTurn } = useClaim()
  const { take, disabled } = useRecord()
  const desk = useDesk()
  const [open, setOpen] = useState(false)
  const setAside = useMutation(
    desk.record.setAside.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        setOpen(false)
      },
    }),
  )
  const replace = useMutation(desk.record.addEvidence.mutationOptions({ ...inTurn, onSuccess: take }))
  if (disabled || piece.replacedBy) return null
  const close = () => {
    setOpen(false)
    setAside.reset()
  }
  const given = { claimId, evidence: piece.id }
  return (
    <div data-wide className={css.pieceActs}>
      {!piece.aside && (
        <FileButton
          accept="image/jpeg,image/png,application/pdf"
          onChange={(file) => file && replace.mutate({ claimId, file, source: 'file', replaces: piece.id })}
        >
          {(props) => (
            <Button {...props} variant="default" size="compact-sm" loading={replace.isPending}>
              {t('record.replace')}
            </Button>
          )}
        </FileButton>
      )}
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {t(piece.aside ? 'record.count_again' : 'record.set_aside')}
      </Button>
      <FailureNotice error={replace.error} />
      {piece.aside ? (
        <ConfirmDialog
          opened={open}
          onClose={close}
          title={t('record.count_again')}
          confirmLabel={t('record.count_again')}
          withReason
          pending={setAside.isPending}
          error={setAside.error}
          onConfirm={(reason) => setAside.mutate({ ...given, reason })}
        />
      ) : (
        <AsideDialog
          piece={piece}
          opened={open}
          onClose={close}
          pending={setAside.isPending}
          error={setAside.error}
          onConfirm={(asked) => setAside.mutate({ ...given, ...asked })}
        />
      )}
    </div>
  )
}

interface DialogProps {
  readonly piece: EvidenceView
  readonly opened: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onConfirm: (asked: { why: AsideReason; of?: string; reason: string }) => void
}

function AsideDialog(props: DialogProps) {
  const t = useText()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('record.set_aside_do')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <AsideForm {...props} />
    </Modal>
  )
}

/** The reason is chosen, since the person is told it; what the officer saw stands beside it for officers alone. */
function AsideForm({ piece, pending, error, onClose, onConfirm }: DialogProps) {
  const { t, language } = useLanguage()
  const name = usePieceName()
  const { evidence } = useRecord().view
  const others = evidence.filter(({ id, aside }) => id !== piece.id && !aside)
  const same = others.find(({ file }) => file === piece.file)
  const [why, setWhy] = useState<AsideReason | null>(same ? 'duplicate' : null)
  const [of, setOf] = useState<string | null>(same?.id ?? null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < 3
  const lacks = why === 'duplicate' && !of
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!why || short || lacks) return
    onConfirm({ why, ...(why === 'duplicate' && of ? { of } : {}), reason: reason.trim() })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <SelectField
          label={t('record.aside_why')}
          {...(piece.source === 'portal' ? { help: t('record.aside_told') } : {})}
          data={asideReasons.map(({ value, text }) => ({ value, label: text[language] }))}
          value={why}
          error={tried && !why ? t('record.aside_choose') : undefined}
          onChange={(next) => setWhy(next as AsideReason | null)}
        />
        {why === 'duplicate' && (
          <SelectField
            label={t('record.aside_of')}
            data={others.map(({ id }) => ({ value: id, label: name(id) }))}
            value={of}
            error={tried && lacks ? t('record.aside_choose') : undefined}
            onChange={setOf}
          />
        )}
        <TextArea
          label={t('record.aside_note')}
          help={t('common.reason_help')}
          error={tried && short ? t('common.reason_short') : undefined}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {t('record.set_aside_do')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** "Evidence 3, Police report" of a piece by its id. */
function usePieceName(): (id: string) => string {
  const t = useText()
  const { evidence } = useRecord().view
  return (id) => {
    const at = evidence.findIndex((piece) => piece.id === id)
    const piece = evidence[at]
    return [t('record.piece', { n: at + 1 }), piece?.account.what ?? piece?.name].filter(Boolean).join(', ')
  }
}
