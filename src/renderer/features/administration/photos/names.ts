import { metricName } from '../../../../shared/photos/words/metrics.ts'
import { checkTitle } from '../../../../shared/photos/words.ts'
import { useSay } from '../../../app/language.tsx'
import type { Place } from './limits-draft.ts'

/** A limit by name: "Size of the head, chin to crown on paper". */
export function useWhat(): (place: Place) => string {
  const say = useSay()
  return ({ check, metric }) => `${say(checkTitle(check))}, ${say(metricName[metric])}`
}
