import { Checkbox, Radio, Stack, Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SettingsView } from '../../../shared/contract/views.ts'
import { checkNames } from '../../../shared/domain/vocabulary.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Loaded } from '../../components/states.tsx'
import css from './Administration.module.css'
import { Amount } from './Amount.tsx'
import { FacilityKey } from './FacilityKey.tsx'

/** The office's settings. Each is kept as soon as it is changed, as an event with the officer's name. */
export function Settings() {
  const query = useQuery(useDesk().settings.get.queryOptions())
  return <Loaded query={query}>{(settings) => <Form settings={settings} />}</Loaded>
}

function Form({ settings }: { settings: SettingsView }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const fixed = !useMay()('settings.change')
  const change = useMutation(
    desk.settings.set.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(desk.settings.get.queryKey(), next)
        notifications.show({ message: t('common.saved'), color: 'green.9' })
      },
    }),
  )
  const set = change.mutate
  const delay = settings.incompleteDelay ?? { from: 4, to: 6 }
  return (
    <Stack gap={0} className={css.narrow}>
      <FailureNotice error={change.error} />
      <Amount
        label={t('settings.idle')}
        unit={t('settings.minutes')}
        value={settings.idleLockMinutes}
        min={1}
        max={60}
        fixed={fixed}
        onSet={(idleLockMinutes) => set({ idleLockMinutes })}
      />
      <Amount
        label={t('settings.shift')}
        unit={t('settings.hours')}
        value={settings.shiftHours}
        min={1}
        max={24}
        fixed={fixed}
        onSet={(shiftHours) => set({ shiftHours })}
      />
      <Amount
        label={t('settings.pull_every')}
        unit={t('settings.pull_unit')}
        value={settings.pullMinutes}
        min={1}
        max={60}
        fixed={fixed}
        onSet={(pullMinutes) => set({ pullMinutes })}
      />
      <Amount
        label={t('settings.stock_warn')}
        value={settings.stockWarnAt}
        min={0}
        max={10_000}
        fixed={fixed}
        onSet={(stockWarnAt) => set({ stockWarnAt })}
      />
      <Amount
        label={t('settings.interview_within')}
        unit={t('settings.working_days')}
        value={settings.interviewWithinDays}
        min={1}
        max={120}
        fixed={fixed}
        onSet={(interviewWithinDays) => set({ interviewWithinDays })}
      />
      <Amount
        label={t('settings.offer_hold')}
        unit={t('settings.hours')}
        value={settings.offerHoldHours}
        min={1}
        max={336}
        fixed={fixed}
        onSet={(offerHoldHours) => set({ offerHoldHours })}
      />
      <Amount
        label={t('quality.percent')}
        unit={t('quality.of_hundred')}
        value={settings.qualitySample.percent}
        min={0}
        max={100}
        fixed={fixed}
        onSet={(percent) => set({ qualitySample: { ...settings.qualitySample, percent } })}
      />
      <div className={css.inline}>
        <Switch
          label={t('settings.search_first')}
          checked={settings.requireSearchBeforeDocument}
          disabled={fixed}
          onChange={(event) => set({ requireSearchBeforeDocument: event.currentTarget.checked })}
        />
      </div>
      <div className={css.inline}>
        <Checkbox.Group
          label={t('settings.checks')}
          value={[...settings.checksBeforeDocument]}
          onChange={(next) => set({ checksBeforeDocument: checkNames.filter((name) => next.includes(name)) })}
        >
          <Stack gap="xs" mt="xs">
            {checkNames.map((name) => (
              <Checkbox key={name} value={name} label={t(`check.${name}`)} disabled={fixed} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Switch
          mt="sm"
          label={t('settings.checks_unavailable')}
          checked={settings.unavailableChecksAllowed}
          disabled={fixed}
          onChange={(event) => set({ unavailableChecksAllowed: event.currentTarget.checked })}
        />
      </div>
      <div className={css.inline}>
        <Switch
          label={t('settings.second_officer')}
          checked={settings.secondOfficerForIneligible}
          disabled={fixed}
          onChange={(event) => set({ secondOfficerForIneligible: event.currentTarget.checked })}
        />
      </div>
      <div className={css.inline}>
        <Switch
          label={t('settings.reuse_accounts')}
          description={t('settings.later_practice')}
          checked={settings.reusePortalAccounts}
          disabled={fixed}
          onChange={(event) => set({ reusePortalAccounts: event.currentTarget.checked })}
        />
      </div>
      <Amount
        label={t('settings.ecopr_days')}
        unit={t('settings.days')}
        value={settings.ecoprDays}
        min={1}
        max={365}
        fixed={fixed}
        onSet={(ecoprDays) => set({ ecoprDays })}
      />
      <FacilityKey
        key={settings.cardFacilityKey}
        value={settings.cardFacilityKey}
        fixed={fixed}
        onSet={(cardFacilityKey) => set({ cardFacilityKey })}
      />
      <div className={css.inline}>
        <Radio.Group
          label={t('settings.boc')}
          value={settings.bocRule}
          onChange={(rule) => set({ bocRule: rule === 'boc.poe.statutory' ? rule : 'boc.poe.practice' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="boc.poe.practice" label={t('settings.boc_practice')} disabled={fixed} />
            <Radio value="boc.poe.statutory" label={t('settings.boc_statutory')} disabled={fixed} />
          </Stack>
        </Radio.Group>
      </div>
      <Amount
        label={t('settings.incomplete_from')}
        unit={t('settings.weeks')}
        value={delay.from}
        min={1}
        max={delay.to}
        fixed={fixed}
        onSet={(from) => set({ incompleteDelay: { ...delay, from } })}
      />
      <Amount
        label={t('settings.incomplete_to')}
        unit={t('settings.weeks')}
        value={delay.to}
        min={delay.from}
        max={52}
        fixed={fixed}
        onSet={(to) => set({ incompleteDelay: { ...delay, to } })}
      />
      {!fixed && <GuideImport count={settings.guides} />}
    </Stack>
  )
}

/** Country guides of the office, from a file. */
function GuideImport({ count }: { count: number }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const importing = useMutation(
    desk.guides.import.mutationOptions({
      onSuccess: (next) => queries.setQueryData(desk.settings.get.queryKey(), next),
    }),
  )
  return (
    <div className={css.inline}>
      <FileDrop
        accept="application/json,.json"
        label={t('record.guides_import')}
        help={`${t('record.guides_import_help')} ${t('record.guides_imported', { count })}`}
        pending={importing.isPending}
        onFile={(file) => importing.mutate({ file })}
      />
      <FailureNotice error={importing.error} />
    </div>
  )
}
