import { sexes } from '../../../../shared/domain/vocabulary.ts'
import { useText } from '../../../app/language.tsx'
import { ClaimChoice, ClaimCountries, ClaimCountry, ClaimDate, ClaimText } from '../ClaimFields.tsx'
import { useClaim } from '../claim.tsx'
import { ReadBackPanel } from '../read-back/ReadBackPanel.tsx'
import { FieldGroup, Step } from '../Step.tsx'

const digits = (text: string) => text.replace(/[\s-]/g, '')

/** Who the person is. Nothing bars here; only issuing a document asks for all of it. */
export function IdentityStep() {
  const t = useText()
  const { view } = useClaim()
  const stateless = view.person.citizenships?.value?.includes('XXA') ?? false
  const wide = stateless || view.person.formerResidence?.value !== undefined
  return (
    <Step step="identity" lead={t('identity.mononym')}>
      <FieldGroup title={t('identity.names')}>
        <ClaimText name="familyName" help={t('identity.latin_help')} maxLength={200} dir="auto" needed />
        <ClaimText name="givenNames" help={t('identity.latin_help')} maxLength={200} dir="auto" />
        <ClaimText name="nativeName" help={t('identity.native_help')} maxLength={200} dir="auto" />
        <ClaimChoice
          name="sex"
          help={t('identity.sex_help')}
          needed
          options={sexes.map((value) => ({ value, label: t(`field.sex_${value}`) }))}
        />
      </FieldGroup>
      <FieldGroup title={t('identity.birth')}>
        <ClaimDate name="birthDate" partial needed />
        <ClaimCountry name="birthCountry" needed />
        <ClaimText name="birthPlace" maxLength={200} dir="auto" />
      </FieldGroup>
      <FieldGroup title={t('identity.nationality')}>
        <ClaimCountries name="citizenships" help={t('identity.citizenships_help')} needed />
        {wide && <ClaimCountry name="formerResidence" help={t('identity.residence_help')} />}
        <ClaimText name="clientId" help={t('identity.client_help')} tidy={digits} maxLength={14} inputMode="numeric" />
      </FieldGroup>
      <ReadBackPanel />
    </Step>
  )
}
