import { useText } from '../../../app/language.tsx'
import { ClaimChoice, ClaimLanguage, ClaimProvince, ClaimText, ClaimYesNo } from '../ClaimFields.tsx'
import { useClaim } from '../claim.tsx'
import { FieldGroup, Step } from '../Step.tsx'
import { tidyPostalCode } from './postal-code.ts'

/** How to reach the person, in which language, and who represents them. */
export function ContactStep() {
  const t = useText()
  return (
    <Step step="contact">
      <FieldGroup title={t('contact.languages')} shared={['language']}>
        <ClaimChoice
          name="officialLanguage"
          help={t('contact.official_help')}
          needed
          options={(['en', 'fr'] as const).map((value) => ({ value, label: t(`field.officialLanguage_${value}`) }))}
        />
        <ClaimYesNo name="interpreterNeeded" needed />
        <ClaimLanguage name="spokenLanguage" needed />
        <ClaimText name="dialect" maxLength={100} />
      </FieldGroup>
      <FieldGroup title={t('contact.reach')} shared={['reach', 'address']}>
        <ClaimText name="phone" type="tel" maxLength={25} />
        <ClaimText name="email" type="email" maxLength={254} />
        <ClaimText name="addressLine" maxLength={200} dir="auto" />
        <ClaimText name="addressCity" maxLength={100} dir="auto" />
        <ClaimProvince />
        <ClaimText name="addressPostalCode" tidy={tidyPostalCode} maxLength={10} placeholder="A1A 1A1" />
      </FieldGroup>
      <Representative />
    </Step>
  )
}

function Representative() {
  const t = useText()
  const { view } = useClaim()
  const kind = view.claim.representativeKind?.value
  return (
    <FieldGroup title={t('contact.representative')} shared={['representative']}>
      <div data-wide>
        <ClaimChoice
          name="representativeKind"
          needed
          options={(['none', 'paid', 'unpaid'] as const).map((value) => ({
            value,
            label: t(`field.representativeKind_${value}`),
          }))}
        />
      </div>
      {kind !== undefined && kind !== 'none' && (
        <>
          <ClaimText name="representativeName" maxLength={200} dir="auto" />
          <ClaimText name="representativeContact" maxLength={200} />
        </>
      )}
      {kind === 'paid' && (
        <>
          <ClaimText name="representativeBody" help={t('contact.body_help')} maxLength={200} />
          <ClaimText name="representativeNumber" maxLength={50} />
        </>
      )}
    </FieldGroup>
  )
}
