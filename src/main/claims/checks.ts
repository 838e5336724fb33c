import type { CheckView } from '../../shared/contract/views.ts'
import { biometricsExempt, type CheckRecords, looksForSomething, settledChecks } from '../../shared/domain/checks.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { type CheckName, type CheckResult, checkNames } from '../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { present } from './rows.ts'
import { inClaim } from './take-in.ts'
import { type ClaimFile, type Officer, officerNames, type Tools } from './tools.ts'

/** Checks of the person: removal order first, biometrics, police, earlier claims. The latest word on each counts. */

export interface CheckWish {
  readonly check: CheckName
  readonly result: CheckResult
  readonly found?: boolean | undefined
  readonly note?: string | undefined
}

/** Records what a check said. One that found something says what, one that cannot be made says why; in every state. */
export function setCheck(tools: Tools, officer: Officer, claimId: Uuid, wish: CheckWish): Result<ClaimFile> {
  if (!saysEnough(wish)) return fail('claims.check_says_too_little')
  return inClaim(tools, officer, claimId, 'check', (tx, claim) => {
    const { check, result, found, note } = wish
    const body = { check, result, ...present({ found, note }) }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.check_set', body })
    return ok(null)
  })
}

function saysEnough({ check, result, found, note }: CheckWish): boolean {
  if (result === 'unavailable') return note !== undefined && found === undefined
  if (result === 'pending' || !looksForSomething(check)) return found === undefined
  return found === false || (found === true && note !== undefined)
}

/** Is the person exempt from biometrics on the day of the claim? */
export const isExempt = ({ birthDate }: PersonValues, { claimDate }: ClaimValues): boolean =>
  claimDate !== undefined && biometricsExempt(birthDate, claimDate)

/** The latest record of each check of a claim. */
export const checkRecords = (reader: Reader, claimId: Uuid): CheckRecords =>
  Object.fromEntries(
    rowsOf(reader, claimId).map(({ name, result, found, note }) => [
      name,
      { result: result as CheckResult, ...present({ found: found === null ? null : found === 1, note }) },
    ]),
  )

/** Each check as the screens show it, in the order of the law. */
export function checkViews(reader: Reader, claimId: Uuid, exempt: boolean): CheckView[] {
  const policy = settingsOf(reader)
  const rows = rowsOf(reader, claimId)
  const settled = settledChecks(checkRecords(reader, claimId), exempt, policy)
  const nameOf = officerNames(reader)
  return checkNames.map((name) => {
    const row = rows.find((each) => each.name === name)
    return {
      name,
      exempt: exempt && name === 'biometrics',
      demanded: policy.checksBeforeDocument.includes(name),
      settled: settled.includes(name),
      ...present({
        result: row?.result as CheckResult | undefined,
        found: row && row.found !== null ? row.found === 1 : undefined,
        note: row?.note,
        by: row && nameOf(row.officer),
        at: row && new Date(row.at_ms).toISOString(),
      }),
    }
  })
}

const rowsOf = (reader: Reader, claimId: Uuid) =>
  reader.all(query.selectFrom('claim_check').selectAll().where('claim', '=', claimId))
