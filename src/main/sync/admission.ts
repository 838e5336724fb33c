import type { OfficeDesk } from '../../shared/contract/views.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { OpenDesk } from '../seat/core.ts'
import type { CentralClient } from './client.ts'

/** Which desks the office has, and who lets them in or turns them away: asked of the central, kept by it. */

const order = ['waiting', 'active', 'revoked'] as const

/** Those that wait for somebody first, then by the day on which they came. */
export async function officeDesks({ store }: OpenDesk, client: CentralClient): Promise<Result<readonly OfficeDesk[]>> {
  const listed = await client.devices()
  if (!listed.ok) return listed
  const own = store.identity()?.device
  const desks = listed.value.devices.map(({ device, status, enrolled, seen }) => ({
    ...{ device, status, enrolled, own: device === own },
    ...(seen ? { seen } : {}),
  }))
  return ok(
    desks.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.enrolled.localeCompare(b.enrolled)),
  )
}

/** Approves a desk or, with a reason, revokes it; gives the desks as they are then. The access log says who did. */
export async function admitDesk(
  desk: OpenDesk,
  client: CentralClient,
  officer: string,
  { device, reason }: { readonly device: string; readonly reason?: string },
): Promise<Result<readonly OfficeDesk[]>> {
  const done = await (reason === undefined ? client.approve(device, officer) : client.revoke(device, officer, reason))
  if (!done.ok) return done
  const act = reason === undefined ? 'desk_approved' : 'desk_revoked'
  desk.store.access.note({ actor: officer, act, subject: { kind: 'device', id: device } })
  const flushed = desk.store.access.flush()
  return flushed.ok ? officeDesks(desk, client) : flushed
}
