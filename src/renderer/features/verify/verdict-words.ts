import type { SealVerdictView } from '../../../shared/contract/views.ts'

/** A hand scanner sees the seal alone, and of papers of others it is not known where things stand. */
export const wasCompared = ({ findings }: SealVerdictView): boolean =>
  findings.some(({ code, details }) => code === 'PORTRAIT_NOT_COMPARED' && details?.likeness !== undefined) &&
  !findings.some(({ code }) => code === 'ZONE_NOT_READ')
