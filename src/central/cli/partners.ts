import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Services } from '../services.ts'
import { answerPartners } from '../simulate/partners.ts'

/** Answers in the place of partners what desks of an office asked. Fails with central.no_office. */
export async function partners(
  services: Services,
  options: { readonly office: string; readonly seed: string },
): Promise<Result<readonly string[]>> {
  const office = officeOf(options.office)
  if (!office) return fail('central.no_office', { office: options.office })
  const { answered, silent } = await answerPartners(services, { office: office.slug, seed: options.seed })
  return ok([`answered ${answered}, left without an answer ${silent}`])
}
