import { Checkbox, SegmentedControl, Select } from '@mantine/core'
import { memo } from 'react'
import type { PhotoQueue, PhotoStage, PhotoSuggestion } from '../../../shared/contract/views.ts'
import { photoProfiles } from '../../../shared/photos/profiles.ts'
import { useText } from '../../app/language.tsx'
import css from './Photos.module.css'
import type { Filter } from './use-queue.ts'

const stages: readonly PhotoStage[] = ['waiting', 'approved', 'returned', 'replaced']
const suggestions: readonly PhotoSuggestion[] = ['return', 'review', 'accept', 'none']

interface Props {
  readonly filter: Filter
  readonly counts: PhotoQueue['counts'] | undefined
  readonly onFilter: (filter: Filter) => void
}

/** Which photos are listed, each choice with how many it would show. Not drawn anew from photo to photo. */
export const Filters = memo(function Filters({ filter, counts, onFilter }: Props) {
  const t = useText()
  const counted = (what: string, n: number | undefined) =>
    n === undefined ? what : t('photos.with_count', { what, n })
  // The numbers of these two are of photos that wait.
  const waiting = filter.stage === 'waiting' ? counts : undefined
  const set = (more: { [Name in keyof Filter]?: Filter[Name] | undefined }) =>
    onFilter(withoutEmpty({ ...filter, ...more }))
  return (
    <section className={css.filters} aria-label={t('photos.filters')}>
      <SegmentedControl
        size="xs"
        aria-label={t('photos.stage')}
        value={filter.stage}
        onChange={(value) => set({ stage: stages.find((each) => each === value) ?? 'waiting' })}
        data={stages.map((value) => ({ value, label: counted(t(`photos.stage_${value}`), counts?.[value]) }))}
      />
      <Select
        size="xs"
        aria-label={t('photos.profile')}
        placeholder={t('photos.profile_all')}
        clearable
        clearButtonProps={{ 'aria-label': t('photos.profile_all') }}
        value={filter.profile ?? null}
        onChange={(value) => set({ profile: photoProfiles.find((each) => each === value) })}
        data={photoProfiles.map((value) => ({
          value,
          label: counted(t(`photos.profile_${value}`), waiting?.byProfile[value]),
        }))}
      />
      <Select
        size="xs"
        aria-label={t('photos.suggestion')}
        placeholder={t('photos.suggestion_all')}
        clearable
        clearButtonProps={{ 'aria-label': t('photos.suggestion_all') }}
        value={filter.suggestion ?? null}
        onChange={(value) => set({ suggestion: suggestions.find((each) => each === value) })}
        data={suggestions.map((value) => ({
          value,
          label: counted(t(`photos.suggestion_${value}`), waiting?.bySuggestion[value]),
        }))}
      />
      <Checkbox
        size="xs"
        label={counted(t('photos.again'), waiting?.again)}
        checked={filter.again}
        onChange={(event) => set({ again: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label={t('photos.mine')}
        checked={filter.mine}
        onChange={(event) => set({ mine: event.currentTarget.checked })}
      />
    </section>
  )
})

function withoutEmpty({ profile, suggestion, ...rest }: { [Name in keyof Filter]: Filter[Name] | undefined }): Filter {
  const { stage = 'waiting', again = false, mine = false } = rest
  return { stage, again, mine, ...(profile ? { profile } : {}), ...(suggestion ? { suggestion } : {}) }
}
