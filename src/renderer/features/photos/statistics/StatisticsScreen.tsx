import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type PhotoProfile, photoProfiles } from '../../../../shared/photos/profiles.ts'
import { takeFile } from '../../../app/delivery.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useKept } from '../../../app/kept.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { Empty } from '../../../components/states.tsx'
import { NumbersSections } from '../../../components/statistics/NumbersSection.tsx'
import { PeriodStatistics } from '../../../components/statistics/PeriodStatistics.tsx'
import { PhotoTabs } from '../PhotoTabs.tsx'
import css from './Statistics.module.css'
import { AgreementTable, CodeTable, ReasonTable, WaitingTable } from './tables.tsx'

/** What was returned and why, where machine and officers agree, and how long people wait. */
export function StatisticsScreen() {
  const t = useText()
  const desk = useDesk()
  const [profile, setProfile] = useKept<PhotoProfile | undefined>('photo statistics profile', undefined)
  const csv = useMutation(desk.photoReview.statisticsCsv.mutationOptions({ onSuccess: takeFile }))
  const ofProfile = profile ? { profile } : {}
  return (
    <PeriodStatistics
      title={t('photos.statistics')}
      name="photos"
      allowed={useMay()('photo.statistics')}
      actions={<PhotoTabs current="statistics" />}
      filter={<ProfileChoice profile={profile} onProfile={setProfile} />}
      numbers={(period) => desk.photoReview.statistics.queryOptions({ input: { ...period, ...ofProfile } })}
      csv={{ ...csv, mutate: (asked) => csv.mutate({ ...asked, ...ofProfile }) }}
    >
      {(view) =>
        view.approved + view.returned === 0 ? (
          <Empty title={t('photos.no_numbers')} next={t('photos.no_numbers_next')} />
        ) : (
          <NumbersSections>
            <div className={css.tables}>
              <ReasonTable view={view} />
              <WaitingTable view={view} />
              <CodeTable view={view} />
            </div>
            <AgreementTable view={view} />
          </NumbersSections>
        )
      }
    </PeriodStatistics>
  )
}

interface ChoiceProps {
  readonly profile: PhotoProfile | undefined
  readonly onProfile: (profile: PhotoProfile | undefined) => void
}

function ProfileChoice({ profile, onProfile }: ChoiceProps) {
  const t = useText()
  return (
    <Select
      label={t('photos.profile')}
      placeholder={t('photos.profile_all')}
      clearable
      clearButtonProps={{ 'aria-label': t('photos.profile_all') }}
      value={profile ?? null}
      onChange={(value) => onProfile(photoProfiles.find((each) => each === value))}
      data={photoProfiles.map((value) => ({ value, label: t(`photos.profile_${value}`) }))}
    />
  )
}
