import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { photoPolicies } from '../../../../shared/photos/policy.ts'
import { type PhotoProfile, photoProfiles } from '../../../../shared/photos/profiles.ts'
import { requirements } from '../../../../shared/photos/requirements.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { Notice } from '../../../components/Notice.tsx'
import css from '../Administration.module.css'
import { LimitTable } from './LimitTable.tsx'
import { type Draft, readDraft } from './limits-draft.ts'
import { useWhat } from './names.ts'
import { WhatIf } from './WhatIf.tsx'

/** What a photo must be for each document, where that comes from, and what other limits would have done. */
export function Policy() {
  const t = useText()
  const [profile, setProfile] = useState<PhotoProfile>('pr-card')
  return (
    <section>
      <div className={css.part}>
        <h2>{t('photo_policy.title')}</h2>
        <p className={css.quiet}>{t('photo_policy.about')}</p>
        <SegmentedControl
          aria-label={t('photo_policy.profile')}
          value={profile}
          onChange={(next) => setProfile(next === 'refugee-document' ? next : 'pr-card')}
          data={photoProfiles.map((value) => ({ value, label: t(`photos.profile_${value}`) }))}
        />
      </div>
      <OneProfile key={profile} profile={profile} />
    </section>
  )
}

function OneProfile({ profile }: { profile: PhotoProfile }) {
  const { t, language } = useLanguage()
  const policy = photoPolicies[profile]
  const mayTry = useMay()('policy.try')
  const [draft, setDraft] = useState<Draft>()
  return (
    <Stack>
      <p className={css.shown}>{t('photo_policy.version', { version: policy.version })}</p>
      <details>
        <summary>{t('photo_policy.requirements')}</summary>
        <ul>
          {requirements(policy, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      {mayTry && !draft && (
        <Group>
          <Button variant="default" onClick={() => setDraft({})}>
            {t('photo_policy.try')}
          </Button>
        </Group>
      )}
      {draft && <Trial profile={profile} draft={draft} onReset={() => setDraft(undefined)} />}
      <LimitTable
        policy={policy}
        draft={draft}
        onType={(key, value) => setDraft((before) => ({ ...before, [key]: value }))}
      />
    </Stack>
  )
}

interface TrialProps {
  readonly profile: PhotoProfile
  readonly draft: Draft
  readonly onReset: () => void
}

/** Asks the desk what the typed copy would have done; an answer to other numbers than those shown is not shown. */
function Trial({ profile, draft, onReset }: TrialProps) {
  const t = useText()
  const what = useWhat()
  const trial = useMutation(useDesk().photoReview.whatIf.mutationOptions())
  const { limits, faults } = readDraft(photoPolicies[profile], draft)
  const fits = JSON.stringify(trial.variables?.limits) === JSON.stringify(limits)
  return (
    <div className={css.part}>
      <p className={css.quiet}>{t('photo_policy.try_about')}</p>
      <Stack gap="sm">
        {faults.map(({ fault, ...place }) => (
          <Notice
            key={`${place.check}.${place.metric}`}
            tone="bad"
            title={t(`photo_policy.fault_${fault}`, { what: what(place) })}
          />
        ))}
        <FailureNotice error={trial.error} />
        <Group>
          <Button
            loading={trial.isPending}
            disabled={limits.length === 0 || faults.length > 0}
            onClick={() => trial.mutate({ profile, limits: [...limits] })}
          >
            {t('photo_policy.try_now')}
          </Button>
          <Button variant="default" onClick={onReset}>
            {t('photo_policy.reset')}
          </Button>
        </Group>
        <div role="status">{trial.data && fits && <WhatIf answer={trial.data} />}</div>
      </Stack>
    </div>
  )
}
