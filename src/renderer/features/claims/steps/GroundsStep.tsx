import { persecutionGrounds } from '../../../../shared/domain/vocabulary.ts'
import { useText } from '../../../app/language.tsx'
import { ClaimCheckboxes, ClaimCountries, ClaimTextArea } from '../ClaimFields.tsx'
import { FieldGroup, Step } from '../Step.tsx'
import { useField } from '../use-field.ts'

/** The Convention's five grounds, then what s. 97 of the Act adds. */
const protection: readonly string[] = ['torture', 'risk_to_life']

/** What the person fears, and where. */
export function GroundsStep() {
  const t = useText()
  const grounds = useField('grounds')
  const option = (value: (typeof persecutionGrounds)[number]) => ({ value, label: t(`field.grounds_${value}`) })
  return (
    <Step step="grounds" lead={t('grounds.lead')}>
      <FieldGroup title={t('field.grounds')}>
        <div data-top>
          <ClaimCheckboxes
            field={grounds}
            label={t('grounds.convention')}
            options={persecutionGrounds.filter((each) => !protection.includes(each)).map(option)}
          />
        </div>
        <div data-top>
          <ClaimCheckboxes
            field={grounds}
            label={t('grounds.protection')}
            options={persecutionGrounds.filter((each) => protection.includes(each)).map(option)}
          />
        </div>
        <div data-wide>
          <ClaimCountries name="fearedCountries" needed />
        </div>
        <div data-wide>
          <ClaimTextArea name="fearSummary" help={t('grounds.summary_help')} minRows={5} maxLength={5000} dir="auto" />
        </div>
      </FieldGroup>
    </Step>
  )
}
