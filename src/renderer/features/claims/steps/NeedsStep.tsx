import { minorityOf } from '../../../../shared/domain/minors.ts'
import { companions } from '../../../../shared/domain/vocabulary.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { ClaimChoice, ClaimDate, ClaimText, ClaimTextArea, ClaimYesNo } from '../ClaimFields.tsx'
import { useClaim } from '../claim.tsx'
import { FieldGroup, Step } from '../Step.tsx'
import { useValues } from '../values-held.ts'

/** What to heed with this person: vulnerability, accessibility, a child without a parent, who stands by them. */
export function NeedsStep() {
  const t = useText()
  const { claim } = useValues()
  return (
    <Step step="needs" lead={t('needs.lead')}>
      <FieldGroup title={t('needs.person')}>
        <ClaimYesNo name="vulnerable" help={t('needs.vulnerable_help')} />
        <ClaimYesNo name="accessibilityNeeded" help={t('needs.accessibility_help')} />
        {claim.vulnerable && (
          <div data-wide>
            <ClaimTextArea name="vulnerability" maxLength={2000} dir="auto" />
          </div>
        )}
        {claim.accessibilityNeeded && (
          <div data-wide>
            <ClaimTextArea name="accessibilityNeeds" maxLength={2000} dir="auto" />
          </div>
        )}
        <ClaimYesNo name="unableToAppreciate" help={t('needs.unable_help')} />
      </FieldGroup>
      <Child />
    </Step>
  )
}

function Child() {
  const t = useText()
  const { view } = useClaim()
  const { person, claim } = useValues()
  const today = useStatus()?.today ?? view.row.claimDate
  const { minor, unaccompanied, needsRepresentative } = minorityOf(person, claim, today)
  const asked = claim.companion !== undefined
  return (
    <>
      {(minor !== false || asked) && (
        <FieldGroup title={t('needs.child')}>
          {unaccompanied && (
            <div data-wide>
              <Notice tone="attention" title={t('needs.unaccompanied')}>
                {t('needs.unaccompanied_next')}
              </Notice>
            </div>
          )}
          <div data-wide>
            <ClaimChoice
              name="companion"
              help={minor === undefined ? t('needs.companion_if_child') : undefined}
              options={companions.map((value) => ({ value, label: t(`companion.${value}`) }))}
            />
          </div>
          {asked && claim.companion !== 'parent' && (
            <>
              <ClaimText name="guardianName" maxLength={200} dir="auto" />
              <ClaimText name="guardianRelation" maxLength={100} dir="auto" />
              <ClaimText name="guardianContact" maxLength={200} dir="auto" />
              <ClaimText name="authorityNotified" maxLength={200} dir="auto" />
              <ClaimDate name="authorityNotifiedOn" />
            </>
          )}
        </FieldGroup>
      )}
      {(needsRepresentative || claim.designatedRepresentativeNeeded !== undefined) && (
        <FieldGroup title={t('needs.representative')}>
          <div data-wide>
            <ClaimYesNo name="designatedRepresentativeNeeded" help={t('needs.representative_help')} />
          </div>
          {claim.designatedRepresentativeNeeded && (
            <>
              <ClaimText name="designatedRepresentativeName" maxLength={200} dir="auto" />
              <ClaimText name="designatedRepresentativeContact" maxLength={200} dir="auto" />
            </>
          )}
        </FieldGroup>
      )}
    </>
  )
}
