import { IconLock } from '@tabler/icons-react'
import type { Seizure } from '../../../../shared/domain/acts.ts'
import { type HeldDocument, heldDocument } from '../../../../shared/domain/full-intake.ts'
import { heldKinds, paperLooks } from '../../../../shared/domain/vocabulary.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { CountrySelect } from '../../../components/CountrySelect.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { SeizurePanel } from '../acts/SeizurePanel.tsx'
import { useClaim } from '../claim.tsx'
import css from '../Entry.module.css'
import { Step } from '../Step.tsx'
import { type Partially, type RowControls, RowList } from './RowList.tsx'
import { RowText } from './RowText.tsx'

/** The travel and identity documents that the person holds, genuine or not, and which of them were seized. */
export function PapersStep() {
  const t = useText()
  return (
    <Step step="papers" lead={t('papers.lead')}>
      <HeldPapers />
      <SeizurePanel />
    </Step>
  )
}

/** The documents as rows; one that was seized stays. */
export function HeldPapers() {
  const t = useText()
  const { view } = useClaim()
  const seizures = view.acts.seizures?.value ?? []
  const seized = (id: string | undefined) => seizures.find(({ document }) => document === id)
  return (
    <RowList
      name="heldDocuments"
      max={40}
      addKey="a"
      help={t('papers.help')}
      whole={(row) => heldDocument.safeParse(row).data}
      blank={() => ({ id: crypto.randomUUID(), looks: 'not_examined' as const })}
      removable={({ id }) => seized(id) === undefined}
    >
      {(controls) => <HeldControls {...controls} seizure={seized(controls.row.id)} />}
    </RowList>
  )
}

function HeldControls({
  row,
  disabled,
  set,
  keep,
  seizure,
}: RowControls<Partially<HeldDocument>> & { seizure: Seizure | undefined }) {
  const t = useText()
  const today = useStatus()?.today
  const text = (part: 'number' | 'note', maxLength: number) => (
    <RowText
      label={t(`held.${part}`)}
      value={row[part]}
      maxLength={maxLength}
      disabled={disabled}
      onValue={(value) => set({ [part]: value })}
      onTyping={(value) => keep({ [part]: value })}
    />
  )
  const date = (part: 'issued' | 'expires') => (
    <DateField
      label={t(`held.${part}`)}
      value={row[part]}
      partial
      help=""
      max={part === 'issued' ? today : undefined}
      disabled={disabled}
      onValue={(value) => set({ [part]: value })}
    />
  )
  return (
    <>
      <SelectField
        label={t('held.kind')}
        data={heldKinds.map((value) => ({ value, label: t(`held_kind.${value}`) }))}
        value={row.kind ?? null}
        disabled={disabled}
        onChange={(next) => set({ kind: heldKinds.find((each) => each === next) })}
      />
      {text('number', 50)}
      <CountrySelect
        label={t('held.country')}
        value={row.country}
        disabled={disabled}
        onValue={(country) => set({ country })}
      />
      <SelectField
        label={t('held.looks')}
        data={paperLooks.map((value) => ({ value, label: t(`held_looks.${value}`) }))}
        allowDeselect={false}
        value={row.looks ?? null}
        disabled={disabled}
        onChange={(next) => set({ looks: paperLooks.find((each) => each === next) })}
      />
      {date('issued')}
      {date('expires')}
      {text('note', 500)}
      {seizure && (
        <p className={css.seized}>
          <IconLock size={16} aria-hidden /> {t('held.seized', { on: seizure.on, place: seizure.place })}
        </p>
      )}
    </>
  )
}
