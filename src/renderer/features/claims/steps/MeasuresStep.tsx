import { Radio } from '@mantine/core'
import { conditions, currentConditions } from '../../../../shared/domain/conditions.ts'
import { detentionGrounds, inadmissibilityParagraphs, orderMakers } from '../../../../shared/domain/vocabulary.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { SelectField, useFieldWords } from '../../../components/fields.tsx'
import { ActPanel } from '../acts/ActPanel.tsx'
import css from '../acts/Acts.module.css'
import { OrderStanding } from '../acts/OrderStanding.tsx'
import { ClaimYesNo } from '../ClaimFields.tsx'
import { FieldGroup, Step } from '../Step.tsx'
import { RowText } from './RowText.tsx'

/** What is done in law beside the decision: consent, conditions, permits, the report, the order, a detention. */
export function MeasuresStep() {
  const t = useText()
  return (
    <Step step="measures">
      <Consent />
      <Conditions />
      <FieldGroup title={t('measures.permits')}>
        <ClaimYesNo name="workPermitRequested" help={t('measures.work_help')} />
        <ClaimYesNo name="studyPermitRequested" help={t('measures.study_help')} />
      </FieldGroup>
      <Report />
      <Order />
      <Detention />
    </Step>
  )
}

const useToday = () => useStatus()?.today

function Consent() {
  const t = useText()
  const today = useToday()
  const words = useFieldWords({ label: t('measures.consent_given') })
  return (
    <ActPanel name="consentToSharing" help={t('measures.consent_help')} blank={today ? { on: today } : {}}>
      {({ form, disabled, set }) => (
        <>
          <Radio.Group
            {...words}
            name="consentToSharing"
            value={form.given === undefined ? '' : form.given ? 'yes' : 'no'}
            onChange={(next) => set({ given: next === 'yes' })}
          >
            <div className={css.radios}>
              <Radio value="yes" label={t('common.yes')} disabled={disabled} />
              <Radio value="no" label={t('common.no')} disabled={disabled} />
            </div>
          </Radio.Group>
          <DateField
            label={t('act.on')}
            value={form.on}
            max={today}
            disabled={disabled}
            onValue={(on) => set({ on })}
          />
        </>
      )}
    </ActPanel>
  )
}

function Conditions() {
  const { t, say } = useLanguage()
  const today = useToday()
  return (
    <ActPanel
      name="conditionsAcknowledged"
      help={t('measures.conditions_help')}
      recordLabel={t('measures.conditions_record')}
      blank={{ version: currentConditions, ...(today ? { on: today } : {}) }}
    >
      {({ form, disabled, set }) => (
        <>
          <ol className={css.conditions} data-wide>
            {conditions[form.version ?? currentConditions].map((each) => (
              <li key={each.en}>{say(each)}</li>
            ))}
          </ol>
          <DateField
            label={t('act.on')}
            value={form.on}
            max={today}
            disabled={disabled}
            onValue={(on) => set({ on })}
          />
        </>
      )}
    </ActPanel>
  )
}

function Report() {
  const t = useText()
  const status = useStatus()
  const by = status?.officer?.displayName
  const blank = { ...(status?.today ? { on: status.today } : {}), ...(by ? { by } : {}) }
  return (
    <ActPanel name="inadmissibilityReport" help={t('measures.report_help')} blank={blank}>
      {({ form, disabled, set, keep }) => (
        <>
          <DateField
            label={t('act.on')}
            value={form.on}
            max={status?.today}
            disabled={disabled}
            onValue={(on) => set({ on })}
          />
          <SelectField
            label={t('measures.paragraph')}
            data={inadmissibilityParagraphs.map((value) => ({ value, label: t(`paragraph.${value}`) }))}
            value={form.paragraph ?? null}
            disabled={disabled}
            onChange={(next) => set({ paragraph: inadmissibilityParagraphs.find((each) => each === next) })}
          />
          <RowText
            label={t('measures.report_by')}
            value={form.by}
            maxLength={200}
            disabled={disabled}
            onValue={(value) => set({ by: value })}
            onTyping={(value) => keep({ by: value })}
          />
          <Maker
            label={t('measures.referred_to')}
            value={form.referredTo}
            disabled={disabled}
            onValue={(referredTo) => set({ referredTo })}
          />
        </>
      )}
    </ActPanel>
  )
}

function Order() {
  const t = useText()
  const today = useToday()
  return (
    <ActPanel
      name="departureOrder"
      help={t('measures.order_help')}
      blank={{ conditional: true, by: 'minister_delegate', ...(today ? { on: today } : {}) }}
      follows={<OrderStanding />}
    >
      {({ form, disabled, set }) => (
        <>
          <DateField
            label={t('act.on')}
            value={form.on}
            max={today}
            disabled={disabled}
            onValue={(on) => set({ on })}
          />
          <Maker label={t('measures.order_by')} value={form.by} disabled={disabled} onValue={(by) => set({ by })} />
          <SelectField
            label={t('measures.order_kind')}
            data={[
              { value: 'conditional', label: t('measures.order_conditional') },
              { value: 'now', label: t('measures.order_now') },
            ]}
            allowDeselect={false}
            value={form.conditional === undefined ? null : form.conditional ? 'conditional' : 'now'}
            disabled={disabled}
            onChange={(next) => set({ conditional: next === 'conditional' })}
          />
        </>
      )}
    </ActPanel>
  )
}

function Detention() {
  const t = useText()
  const today = useToday()
  return (
    <ActPanel name="detention" help={t('measures.detention_help')} blank={{}}>
      {({ form, disabled, set, keep }) => (
        <>
          <DateField
            label={t('measures.since')}
            value={form.since}
            max={today}
            disabled={disabled}
            onValue={(since) => set({ since })}
          />
          <RowText
            label={t('measures.place')}
            value={form.place}
            maxLength={200}
            disabled={disabled}
            onValue={(place) => set({ place })}
            onTyping={(place) => keep({ place })}
          />
          <SelectField
            label={t('measures.detention_ground')}
            data={detentionGrounds.map((value) => ({ value, label: t(`detention_ground.${value}`) }))}
            value={form.ground ?? null}
            disabled={disabled}
            onChange={(next) => set({ ground: detentionGrounds.find((each) => each === next) })}
          />
          <DateField
            label={t('measures.division_notified')}
            value={form.divisionNotified}
            max={today}
            disabled={disabled}
            onValue={(divisionNotified) => set({ divisionNotified })}
          />
          <DateField
            label={t('measures.until')}
            value={form.until}
            max={today}
            disabled={disabled}
            onValue={(until) => set({ until })}
          />
        </>
      )}
    </ActPanel>
  )
}

type MakerName = (typeof orderMakers)[number]

function Maker(props: {
  readonly label: string
  readonly value: MakerName | undefined
  readonly disabled: boolean
  readonly onValue: (value: MakerName | undefined) => void
}) {
  const t = useText()
  return (
    <SelectField
      label={props.label}
      data={orderMakers.map((value) => ({ value, label: t(`order_maker.${value}`) }))}
      value={props.value ?? null}
      disabled={props.disabled}
      onChange={(next) => props.onValue(orderMakers.find((each) => each === next))}
    />
  )
}
