import type { Role } from '../domain/authority.ts'
import { bareNumber } from '../domain/numbers.ts'
import { fail, ok, type Result } from '../result.ts'

/** Badges: what a scanner reads from an officer's card. With the password one takes the seat at a kiosk. */

/** A badge as it is compared, letters and digits in capitals; fails with `officers.badge_invalid`. */
export function parseBadge(text: string): Result<string> {
  const badge = bareNumber(text)
  return /^[A-Z0-9]{4,20}$/.test(badge) ? ok(badge) : fail('officers.badge_invalid')
}

/** The roles that work at a kiosk, where the public stands by: nobody else sits down there. */
const kioskRoles: readonly Role[] = ['border_officer', 'supervisor']
export const mayUseKiosk = (roles: readonly Role[]): boolean => roles.some((role) => kioskRoles.includes(role))
