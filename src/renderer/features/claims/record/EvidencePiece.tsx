import type { EvidenceView } from '../../../../shared/contract/views.ts'
import {
  type EvidenceAccount,
  evidenceKinds,
  evidenceRegister,
  legibilities,
} from '../../../../shared/record/evidence.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { CountrySelect, LanguageSelect } from '../../../components/CountrySelect.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { RowText } from '../steps/RowText.tsx'
import { EvidenceActs, EvidenceState } from './EvidenceState.tsx'
import { PageImage } from './PageImage.tsx'
import css from './Record.module.css'
import { useRecord } from './record.tsx'
import { Supports } from './Supports.tsx'

interface Props {
  readonly piece: EvidenceView
  readonly label: string
  readonly onLook: () => void
}

/** A piece of evidence in the list: its first page, where it came from and what it is. */
export function EvidencePiece({ piece, label, onLook }: Props) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const { account } = useAccount(piece)
  const aside = account.aside !== undefined || piece.aside !== undefined || piece.replacedBy !== undefined
  return (
    <li className={css.piece} data-aside={aside || undefined}>
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
        <EvidenceFields piece={piece} />
        {account.aside !== undefined && <p data-wide>{account.aside}</p>}
        <EvidenceActs piece={piece} />
      </fieldset>
    </li>
  )
}

/** What the officer says of a piece: kind, legibility, date, origin, what it supports. */
export function EvidenceFields({ piece }: { readonly piece: EvidenceView }) {
  const { t, language } = useLanguage()
  const { disabled } = useRecord()
  const { account, held, set } = useAccount(piece)
  const options = (list: readonly { value: string; text: { en: string; fr: string } }[]) =>
    list.map(({ value, text }) => ({ value, label: text[language] }))
  return (
    <>
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
    </>
  )
}

function useAccount(piece: EvidenceView) {
  const { shownIn, save } = useRecord()
  const register = evidenceRegister(piece.id)
  const shown = shownIn(register) as EvidenceAccount | undefined
  const account = shown ?? piece.account
  const set = (part: { readonly [K in keyof EvidenceAccount]?: EvidenceAccount[K] | undefined }) =>
    save(
      register,
      Object.fromEntries(
        Object.entries({ ...account, ...part }).filter(([, value]) => value !== undefined && value !== ''),
      ),
    )
  return { account, held: shown !== undefined, set }
}
