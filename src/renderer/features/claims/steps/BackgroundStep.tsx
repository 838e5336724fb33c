import { Checkbox } from '@mantine/core'
import { type Alias, alias, type EarlierClaim, earlierClaim } from '../../../../shared/domain/full-intake.ts'
import { aliasKinds, earlierOutcomes } from '../../../../shared/domain/vocabulary.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { CountrySelect } from '../../../components/CountrySelect.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { ClaimTextArea } from '../ClaimFields.tsx'
import { FieldGroup, Step } from '../Step.tsx'
import { type Partially, type RowControls, RowList } from './RowList.tsx'
import { RowText } from './RowText.tsx'

/** What came before: other names, earlier claims anywhere, and the story in the person's own words. */
export function BackgroundStep() {
  const t = useText()
  return (
    <Step step="background">
      <Aliases />
      <EarlierClaims />
      <FieldGroup title={t('field.narrative')}>
        <div data-wide>
          <ClaimTextArea
            name="narrative"
            help={t('background.narrative_help')}
            minRows={8}
            maxLength={20_000}
            dir="auto"
          />
        </div>
      </FieldGroup>
    </Step>
  )
}

export function Aliases() {
  const t = useText()
  return (
    <RowList
      name="aliases"
      max={20}
      addKey="a"
      help={t('background.aliases_help')}
      whole={(row) => alias.safeParse(row).data}
    >
      {(controls) => <AliasControls {...controls} />}
    </RowList>
  )
}

export function EarlierClaims() {
  const t = useText()
  return (
    <RowList
      name="earlierClaims"
      max={20}
      addKey="e"
      help={t('background.earlier_help')}
      whole={(row) => earlierClaim.safeParse(row).data}
    >
      {(controls) => <EarlierControls {...controls} />}
    </RowList>
  )
}

function AliasControls({ row, disabled, set, keep }: RowControls<Partially<Alias>>) {
  const t = useText()
  const name = (part: 'familyName' | 'givenNames') => (
    <RowText
      label={t(`field.${part}`)}
      value={row[part]}
      maxLength={200}
      disabled={disabled}
      onValue={(value) => set({ [part]: value })}
      onTyping={(value) => keep({ [part]: value })}
    />
  )
  return (
    <>
      <SelectField
        label={t('alias.kind')}
        data={aliasKinds.map((value) => ({ value, label: t(`alias_kind.${value}`) }))}
        value={row.kind ?? null}
        disabled={disabled}
        onChange={(next) => set({ kind: aliasKinds.find((each) => each === next) })}
      />
      {name('familyName')}
      {name('givenNames')}
    </>
  )
}

function EarlierControls({ row, disabled, set, keep }: RowControls<Partially<EarlierClaim>>) {
  const t = useText()
  const today = useStatus()?.today
  const check = (part: 'unhcr' | 'confirmed') => (
    <Checkbox
      label={t(`earlier.${part}`)}
      checked={row[part] ?? false}
      disabled={disabled}
      onChange={(event) => set({ [part]: event.currentTarget.checked || undefined })}
    />
  )
  return (
    <>
      <CountrySelect
        label={t('earlier.country')}
        value={row.country}
        disabled={disabled}
        onValue={(country) => set({ country })}
      />
      <DateField
        label={t('earlier.date')}
        value={row.date}
        partial
        help=""
        max={today}
        disabled={disabled}
        onValue={(date) => set({ date })}
      />
      <SelectField
        label={t('earlier.outcome')}
        data={earlierOutcomes.map((value) => ({ value, label: t(`earlier_outcome.${value}`) }))}
        value={row.outcome ?? null}
        disabled={disabled}
        onChange={(next) => set({ outcome: earlierOutcomes.find((each) => each === next) })}
      />
      <RowText
        label={t('earlier.fileNumber')}
        value={row.fileNumber}
        maxLength={50}
        disabled={disabled}
        onValue={(fileNumber) => set({ fileNumber })}
        onTyping={(fileNumber) => keep({ fileNumber })}
      />
      {check('unhcr')}
      {row.country !== 'CAN' && check('confirmed')}
    </>
  )
}
