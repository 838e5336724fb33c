import { Button, Group, Modal, MultiSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconFileStack } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EvidenceView } from '../../../../shared/contract/views.ts'
import {
  aspects,
  aspectWords,
  type EvidenceAccount,
  evidenceKinds,
  evidenceRegister,
  legibilities,
} from '../../../../shared/record/evidence.ts'
import { instantText } from '../../../app/dates.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { CountrySelect, LanguageSelect } from '../../../components/CountrySelect.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { FileDrop } from '../../../components/FileDrop.tsx'
import { SelectField, useFieldWords } from '../../../components/fields.tsx'
import { useObjectUrl } from '../../../components/Picture.tsx'
import { Empty } from '../../../components/states.tsx'
import { useClaim } from '../claim.tsx'
import { RowText } from '../steps/RowText.tsx'
import { EvidenceActs, EvidenceState } from './EvidenceState.tsx'
import { Guides } from './Guides.tsx'
import css from './Record.module.css'
import { ReviewLine } from './ReviewLine.tsx'
import { RecordProvider, useRecord } from './record.tsx'
import { useRowNames } from './use-row-names.ts'

/** What was handed in: page by page, with what each piece is and which threats and events it supports. */
export function EvidenceTab() {
  return (
    <RecordProvider>
      <ReviewLine />
      <Pieces />
      <Guides />
    </RecordProvider>
  )
}

function Pieces() {
  const t = useText()
  const { claimId, inTurn } = useClaim()
  const { view, take, disabled } = useRecord()
  const [looking, setLooking] = useState<EvidenceView>()
  const adding = useMutation(useDesk().record.addEvidence.mutationOptions({ ...inTurn, onSuccess: take }))
  return (
    <section className={css.section}>
      <h2 className={css.title}>{t('record.evidence_title')}</h2>
      {!disabled && (
        <FileDrop
          accept="image/jpeg,image/png,application/pdf"
          label={t('record.evidence_drop')}
          help={t('record.evidence_help')}
          pending={adding.isPending}
          onFile={(file) => adding.mutate({ claimId, file, source: 'file' })}
        />
      )}
      <FailureNotice error={adding.error} />
      {view.evidence.length === 0 ? (
        <Empty
          icon={<IconFileStack aria-hidden />}
          title={t('record.evidence_none')}
          next={t('record.evidence_none_next')}
        />
      ) : (
        <ol className={css.pieces}>
          {view.evidence.map((piece, at) => (
            <Piece
              key={piece.id}
              piece={piece}
              label={t('record.piece', { n: at + 1 })}
              onLook={() => setLooking(piece)}
            />
          ))}
        </ol>
      )}
      {looking && <Viewer piece={looking} onClose={() => setLooking(undefined)} />}
    </section>
  )
}

function Piece({
  piece,
  label,
  onLook,
}: {
  readonly piece: EvidenceView
  readonly label: string
  readonly onLook: () => void
}) {
  const { t, language } = useLanguage()
  const { shownIn, save, disabled } = useRecord()
  const zone = useStatus()?.office?.zone
  const register = evidenceRegister(piece.id)
  const account = (shownIn(register) as EvidenceAccount | undefined) ?? piece.account
  const set = (part: { readonly [K in keyof EvidenceAccount]?: EvidenceAccount[K] | undefined }) =>
    save(
      register,
      Object.fromEntries(
        Object.entries({ ...account, ...part }).filter(([, value]) => value !== undefined && value !== ''),
      ),
    )
  const options = (list: readonly { value: string; text: { en: string; fr: string } }[]) =>
    list.map(({ value, text }) => ({ value, label: text[language] }))
  const held = shownIn(register) !== undefined
  return (
    <li
      className={css.piece}
      data-aside={
        account.aside !== undefined || piece.aside !== undefined || piece.replacedBy !== undefined || undefined
      }
    >
      <button type="button" className={css.thumb} onClick={onLook} aria-label={t('record.open_piece', { what: label })}>
        <PageImage piece={piece} page={0} size="thumbnail" alt="" />
      </button>
      <fieldset className={css.cells} aria-label={label}>
        <div data-wide className={css.pieceHead}>
          <strong>{label}</strong>
          <span>
            {t('record.pages', { count: piece.pages })} · {Math.max(1, Math.round(piece.bytes / 1024))} KB
            {piece.name ? ` · ${piece.name}` : ''}
          </span>
          <span>
            {t(`record.evidence_from_${piece.source as 'file'}`)} · {piece.by} · {instantText(piece.at, zone)}
          </span>
          <EvidenceState piece={piece} />
        </div>
        <SelectField
          label={t('record.kind')}
          data={options(evidenceKinds)}
          searchable
          value={held ? account.kind : null}
          disabled={disabled}
          onChange={(kind) => kind && set({ kind: kind as EvidenceAccount['kind'] })}
        />
        <SelectField
          label={t('record.legibility')}
          data={options(legibilities)}
          clearable
          value={account.legibility ?? null}
          disabled={disabled}
          onChange={(next) => set({ legibility: (next ?? undefined) as EvidenceAccount['legibility'] })}
        />
        <RowText
          label={t('record.what')}
          maxLength={500}
          value={account.what}
          disabled={disabled}
          onValue={(what) => set({ what })}
          onTyping={() => {}}
        />
        <DateField
          label={t('record.dated')}
          help=""
          partial
          value={account.dated}
          disabled={disabled}
          onValue={(dated) => set({ dated })}
        />
        <CountrySelect
          label={t('record.issued_in')}
          value={account.country}
          disabled={disabled}
          onValue={(country) => set({ country })}
        />
        <LanguageSelect
          label={t('record.written_in')}
          value={account.language}
          disabled={disabled}
          onValue={(next) => set({ language: next })}
        />
        <Supports value={account.supports ?? []} disabled={disabled} onValue={(supports) => set({ supports })} />
        {account.aside !== undefined && <p data-wide>{account.aside}</p>}
        <EvidenceActs piece={piece} />
      </fieldset>
    </li>
  )
}

/** Which threats and events the piece supports, by name. */
function Supports({
  value,
  disabled,
  onValue,
}: {
  readonly value: readonly string[]
  readonly disabled: boolean
  readonly onValue: (next: string[] | undefined) => void
}) {
  const { t, say } = useLanguage()
  const risks = useRowNames('risks')
  const events = useRowNames('events')
  const data = [
    ...aspects.map((aspect) => ({
      group: say(aspectWords[aspect]),
      items: risks.map(({ id, name }) => ({
        value: `${aspect}:${id}`,
        label: `${say(aspectWords[aspect])} – ${name}`,
      })),
    })),
    {
      group: t('record.supports_events'),
      items: events.map(({ id, name }) => ({ value: `event:${id}`, label: name })),
    },
  ].filter(({ items }) => items.length > 0)
  const words = useFieldWords({
    label: t('record.supports'),
    ...(data.length === 0 ? { help: t('record.supports_none') } : {}),
  })
  return (
    <div data-wide>
      <MultiSelect
        {...words}
        data={data}
        searchable
        clearable
        size="sm"
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        value={[...value]}
        disabled={disabled || data.length === 0}
        onChange={(next) => onValue(next.length > 0 ? next : undefined)}
      />
    </div>
  )
}

/** The pages of a piece, one at a time, turned by the arrow keys. */
function Viewer({ piece, onClose }: { readonly piece: EvidenceView; readonly onClose: () => void }) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={piece.name ?? t('record.evidence')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Pages piece={piece} />
    </Modal>
  )
}

function Pages({ piece }: { readonly piece: EvidenceView }) {
  const t = useText()
  const [page, setPage] = useState(0)
  const turn = (by: number) => setPage((now) => Math.min(piece.pages - 1, Math.max(0, now + by)))
  useKeys([
    { keys: 'ArrowRight', label: 'record.key_next_page', where: 'here', run: () => turn(1) },
    { keys: 'ArrowLeft', label: 'record.key_previous_page', where: 'here', run: () => turn(-1) },
  ])
  const where = t('record.page_of', { page: page + 1, pages: piece.pages })
  return (
    <div className={css.viewer}>
      <PageImage piece={piece} page={page} size="page" alt={where} />
      <Group justify="center">
        <Button
          variant="default"
          disabled={page === 0}
          leftSection={<IconChevronLeft size={18} aria-hidden />}
          onClick={() => turn(-1)}
        >
          {t('record.previous_page')}
        </Button>
        <span role="status">{where}</span>
        <Button
          variant="default"
          disabled={page === piece.pages - 1}
          rightSection={<IconChevronRight size={18} aria-hidden />}
          onClick={() => turn(1)}
        >
          {t('record.next_page')}
        </Button>
      </Group>
    </div>
  )
}

function PageImage({
  piece,
  page,
  size,
  alt,
}: {
  readonly piece: EvidenceView
  readonly page: number
  readonly size: 'thumbnail' | 'page'
  readonly alt: string
}) {
  const t = useText()
  const { claimId } = useClaim()
  const query = useQuery({
    ...useDesk().record.evidencePage.queryOptions({ input: { claimId, evidence: piece.id, page, size } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useObjectUrl(query.data)
  if (url) return <img src={url} alt={alt} data-size={size} />
  if (query.error) return size === 'page' ? <FailureNotice error={query.error} /> : <IconFileStack aria-hidden />
  return <span role="status">{t('common.loading')}</span>
}
