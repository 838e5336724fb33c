import type { PhotoSuggestion } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { StatePill, type Tone } from '../../components/StatePill.tsx'

const tones: Readonly<Record<PhotoSuggestion, Tone>> = {
  accept: 'good',
  review: 'attention',
  return: 'bad',
  none: 'neutral',
}

/** What the machine would do, in words. */
export function SuggestionPill({ suggestion }: { suggestion: PhotoSuggestion }) {
  const t = useText()
  return <StatePill tone={tones[suggestion]}>{t(`photos.suggestion_${suggestion}`)}</StatePill>
}
