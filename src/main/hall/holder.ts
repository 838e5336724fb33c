import type { HallRow } from '../../shared/contract/views.ts'
import type { Officer } from '../claims/tools.ts'

/** Who has a party, as the officer who asks sees it. */
export const holderView = (id: string, name: string, officer: Officer): NonNullable<HallRow['holder']> => ({
  id,
  name,
  mine: id === officer.id,
})
