import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { approveHere, listDevices, makeCode, revokeHere, viewOf } from '../devices/enrolment.ts'
import type { Services } from '../services.ts'
import { isUuid } from './is-uuid.ts'

/** Commands about desks. Each gives the lines that it prints. */
type Lines = Promise<Result<readonly string[]>>

export async function enrolCode(services: Services, office: string): Lines {
  if (!officeOf(office)) return fail('central.no_office', { office })
  return ok([await makeCode(services, office)])
}

export async function devices(services: Services, office?: string): Lines {
  const rows = await listDevices(services, office)
  return ok(rows.map(viewOf).map((row) => [row.device, row.status, row.office, row.seen ?? '-'].join('  ')))
}

export async function approveDevice(services: Services, device: string): Lines {
  const row = isUuid(device) ? await approveHere(services, device) : undefined
  return row ? ok([`${row.device}  ${row.status}  ${row.office}`]) : fail('central.no_device')
}

export async function revokeDevice(services: Services, device: string, reason: string): Lines {
  const row = isUuid(device) ? await revokeHere(services, device, reason) : undefined
  return row ? ok([`${row.device}  ${row.status}  ${row.office}`]) : fail('central.no_device')
}
