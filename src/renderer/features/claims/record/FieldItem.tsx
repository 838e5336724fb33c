import { persecutionGrounds, sexes } from '../../../../shared/domain/vocabulary.ts'
import { useText } from '../../../app/language.tsx'
import {
  ClaimCheckboxes,
  ClaimChoice,
  ClaimCountries,
  ClaimCountry,
  ClaimDate,
  ClaimLanguage,
  ClaimProvince,
  ClaimText,
  ClaimTextArea,
  ClaimYesNo,
} from '../ClaimFields.tsx'
import { tidyPostalCode } from '../steps/postal-code.ts'
import { type AnyField, useField } from '../use-field.ts'

type Line = 'familyName' | 'givenNames' | 'nativeName' | 'birthPlace' | 'dialect' | 'addressLine' | 'addressCity'

/** Most characters of the fields of one line. */
const lines: Partial<Record<AnyField, number>> = {
  familyName: 200,
  givenNames: 200,
  nativeName: 200,
  birthPlace: 200,
  dialect: 100,
  addressLine: 200,
  addressCity: 100,
  representativeName: 200,
  representativeContact: 200,
  representativeBody: 200,
  representativeNumber: 50,
}

/** A field of the person or the claim within a form: the same control as in the intake, since it is the same field. */
export function FieldItem({ name }: { readonly name: AnyField }) {
  const t = useText()
  switch (name) {
    case 'sex':
      return <ClaimChoice name="sex" options={sexes.map((value) => ({ value, label: t(`field.sex_${value}`) }))} />
    case 'officialLanguage':
      return (
        <ClaimChoice
          name="officialLanguage"
          options={(['en', 'fr'] as const).map((value) => ({ value, label: t(`field.officialLanguage_${value}`) }))}
        />
      )
    case 'representativeKind':
      return (
        <ClaimChoice
          name="representativeKind"
          options={(['none', 'paid', 'unpaid'] as const).map((value) => ({
            value,
            label: t(`field.representativeKind_${value}`),
          }))}
        />
      )
    case 'birthDate':
      return <ClaimDate name="birthDate" partial />
    case 'birthCountry':
    case 'formerResidence':
      return <ClaimCountry name={name} />
    case 'citizenships':
    case 'fearedCountries':
      return <ClaimCountries name={name} />
    case 'spokenLanguage':
      return <ClaimLanguage name="spokenLanguage" />
    case 'interpreterNeeded':
      return <ClaimYesNo name="interpreterNeeded" />
    case 'addressProvince':
      return <ClaimProvince />
    case 'addressPostalCode':
      return <ClaimText name="addressPostalCode" tidy={tidyPostalCode} maxLength={10} placeholder="A1A 1A1" />
    case 'phone':
      return <ClaimText name="phone" type="tel" maxLength={25} />
    case 'email':
      return <ClaimText name="email" type="email" maxLength={254} />
    case 'grounds':
      return <Grounds />
    case 'narrative':
      return <ClaimTextArea name="narrative" minRows={8} maxLength={20_000} dir="auto" />
    default:
      return <ClaimText name={name as Line} maxLength={lines[name] ?? 200} dir="auto" />
  }
}

function Grounds() {
  const t = useText()
  const field = useField('grounds')
  return (
    <ClaimCheckboxes
      field={field}
      label={t('field.grounds')}
      options={persecutionGrounds.map((value) => ({ value, label: t(`field.grounds_${value}`) }))}
    />
  )
}
