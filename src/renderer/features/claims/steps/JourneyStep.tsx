import { type Leg, leg } from '../../../../shared/domain/full-intake.ts'
import { legMeans } from '../../../../shared/domain/vocabulary.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { CountrySelect } from '../../../components/CountrySelect.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { SameForFamily } from '../family/SameForFamily.tsx'
import { Step } from '../Step.tsx'
import { type Partially, type RowControls, RowList } from './RowList.tsx'
import { RowText } from './RowText.tsx'

/** The way to Canada, leg by leg. */
export function JourneyStep() {
  const t = useText()
  return (
    <Step step="journey" lead={t('journey.lead')}>
      <SameForFamily group="route" />
      <Legs />
    </Step>
  )
}

export function Legs() {
  const t = useText()
  return (
    <RowList
      name="route"
      max={40}
      addKey="a"
      help={t('journey.help')}
      whole={(row) => leg.safeParse(row).data}
      // A way goes on from where it came to.
      blank={(rows) => ({ from: rows.at(-1)?.to })}
    >
      {(controls) => <LegControls {...controls} />}
    </RowList>
  )
}

function LegControls({ row, disabled, set, keep }: RowControls<Partially<Leg>>) {
  const t = useText()
  const today = useStatus()?.today
  const text = (part: 'fromPlace' | 'toPlace' | 'carrier' | 'paper' | 'helper' | 'paid', maxLength = 200) => (
    <RowText
      label={t(`leg.${part}`)}
      value={row[part]}
      maxLength={maxLength}
      disabled={disabled}
      onValue={(value) => set({ [part]: value })}
      onTyping={(value) => keep({ [part]: value })}
    />
  )
  const date = (part: 'left' | 'arrived') => (
    <DateField
      label={t(`leg.${part}`)}
      value={row[part]}
      partial
      help=""
      max={today}
      disabled={disabled}
      onValue={(value) => set({ [part]: value })}
    />
  )
  const country = (part: 'from' | 'to') => (
    <CountrySelect
      label={t(`leg.${part}`)}
      value={row[part]}
      disabled={disabled}
      onValue={(value) => set({ [part]: value })}
    />
  )
  return (
    <>
      {country('from')}
      {text('fromPlace')}
      {date('left')}
      <SelectField
        label={t('leg.means')}
        data={legMeans.map((value) => ({ value, label: t(`leg_means.${value}`) }))}
        clearable
        value={row.means ?? null}
        disabled={disabled}
        onChange={(next) => set({ means: legMeans.find((each) => each === next) })}
      />
      {country('to')}
      {text('toPlace')}
      {date('arrived')}
      {text('carrier')}
      {text('paper')}
      {text('helper')}
      {text('paid', 100)}
    </>
  )
}
