import type { ClaimField } from '../../../shared/domain/fields.ts'

/** Which fields may still change once the claim is decided: how to reach the person. Others may be filled where empty. */
export const contactFields: readonly ClaimField[] = [
  'phone',
  'email',
  'addressLine',
  'addressCity',
  'addressProvince',
  'addressPostalCode',
]
