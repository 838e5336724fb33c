import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../../app/desk.tsx'
import { useMay } from '../../../app/may.ts'
import { useClaim } from '../claim.tsx'

/** What the desk says on top of the claim on the screen: one answer, whoever shows a part of it. */
export function useHead() {
  const { claimId } = useClaim()
  const whole = useMay()('claim.view_file')
  return useQuery({ ...useDesk().casework.head.queryOptions({ input: { claimId } }), enabled: whole })
}
