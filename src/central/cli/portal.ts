import { fail, ok, type Result } from '../../shared/result.ts'
import { makeCredential, revokeCredential } from '../portal/accounts.ts'
import type { Services } from '../services.ts'

/** Commands about services that speak for people. Each gives the lines that it prints. */
type Lines = Promise<Result<readonly string[]>>

export async function portalCredential(services: Services, name: string): Lines {
  const credential = await makeCredential(services, name)
  return credential ? ok([credential]) : fail('central.portal_name_taken')
}

export async function portalRevoke(services: Services, name: string): Lines {
  return (await revokeCredential(services, name)) ? ok([]) : fail('central.no_portal')
}
