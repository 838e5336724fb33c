import { Button, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { type PhotoProfile, photoProfiles } from '../../../../shared/photos/profiles.ts'
import { takeFile } from '../../../app/delivery.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { PageHeader } from '../../../components/PageHeader.tsx'
import { PeriodFields } from '../../../components/PeriodFields.tsx'
import { Empty, Loaded, NoPermission } from '../../../components/states.tsx'
import { PhotoTabs } from '../PhotoTabs.tsx'
import css from './Statistics.module.css'
import { AgreementTable, CodeTable, ReasonTable, WaitingTable } from './tables.tsx'

/** What was returned and why, where machine and officers agree, and how long people wait. */
export function StatisticsScreen() {
  const t = useText()
  const today = useStatus()?.today
  if (!useMay()('photo.statistics')) return <NoPermission />
  return (
    <>
      <PageHeader title={t('photos.statistics')} actions={<PhotoTabs current="statistics" />} />
      {today && <Numbers today={today} />}
    </>
  )
}

export interface Asked {
  readonly from: string
  readonly to: string
  readonly profile?: PhotoProfile
}

/** Days before today that are shown first. */
const days = 29

function Numbers({ today }: { today: string }) {
  const t = useText()
  const from = Temporal.PlainDate.from(today).subtract({ days }).toString()
  const [asked, setAsked] = useState<Asked>({ from, to: today })
  const query = useQuery({
    ...useDesk().photoReview.statistics.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Choice asked={asked} today={today} onAsk={setAsked} />
      <Loaded query={query}>
        {(view) =>
          view.approved + view.returned === 0 ? (
            <Empty title={t('photos.no_numbers')} next={t('photos.no_numbers_next')} />
          ) : (
            <div className={css.tables}>
              <ReasonTable view={view} />
              <WaitingTable view={view} />
              <CodeTable view={view} />
              <AgreementTable view={view} />
            </div>
          )
        }
      </Loaded>
    </>
  )
}

function Choice({ asked, today, onAsk }: { asked: Asked; today: string; onAsk: (asked: Asked) => void }) {
  const { t, language } = useLanguage()
  const { from, to, profile } = asked
  const kiosk = useStatus()?.kiosk === true
  const csv = useMutation(useDesk().photoReview.statisticsCsv.mutationOptions({ onSuccess: takeFile }))
  const choose = (value: string | null) => {
    const chosen = photoProfiles.find((each) => each === value)
    onAsk({ from, to, ...(chosen ? { profile: chosen } : {}) })
  }
  return (
    <section className={css.choice} aria-label={t('numbers.period')}>
      <PeriodFields period={{ from, to }} today={today} onPeriod={(period) => onAsk({ ...asked, ...period })} />
      <Select
        label={t('photos.profile')}
        placeholder={t('photos.profile_all')}
        clearable
        clearButtonProps={{ 'aria-label': t('photos.profile_all') }}
        value={profile ?? null}
        onChange={choose}
        data={photoProfiles.map((value) => ({ value, label: t(`photos.profile_${value}`) }))}
      />
      {!kiosk && (
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={csv.isPending}
          onClick={() => csv.mutate({ ...asked, language })}
        >
          {t('numbers.csv')}
        </Button>
      )}
      <FailureNotice error={csv.error} />
    </section>
  )
}
