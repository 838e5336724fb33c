import type { ConfirmationWork } from '../../../../src/shared/contract/desk/confirmations.ts'
import { suggestedMapping } from '../../../../src/shared/domain/confirmation/import-columns.ts'
import { family } from '../../../support/confirmation-files.ts'
import { type Desk, portraitOf, reason, type Scenes } from './scene.ts'

/** People with all that a card says of them. */
const file = () => new File([Buffer.from(family())], 'approved.csv', { type: 'text/csv' })
const mapping = suggestedMapping(Buffer.from(family()).toString().split('\n')[0]?.split(',') ?? [])
const whole = () => ({ file: file(), mapping, from: 0, count: 100 })

/** The first of a family that was taken in, after these acts. */
export async function taken(desk: Desk, ...works: readonly ConfirmationWork[]): Promise<{ confirmationId: string }> {
  await desk.confirmations.importRows(whole())
  const { rows } = await desk.confirmations.page({ text: '1110000001' })
  const person = { confirmationId: rows[0]?.confirmationId ?? '' }
  for (const work of works) await desk.confirmations.work({ ...person, work })
  return person
}
export const answered: readonly ConfirmationWork[] = [
  { act: 'invite' },
  { act: 'record_answer', via: 'email', path: 'portal' },
]
export const present: ConfirmationWork = { act: 'declare_presence', via: 'phone', inCanada: true }
export const checks = { notInadmissible: true, source: 'GCMS', passport: 'agrees' } as const

export const confirmationScenes: Scenes<'confirmations'> = {
  'confirmations.importRows': { 'a family': { as: 'sol', input: () => whole() } },
  'confirmations.work': {
    'invited with its message': {
      as: 'sol',
      input: async (desk) => ({ ...(await taken(desk)), work: { act: 'invite' } }),
    },
    'account with its password': {
      as: 'sol',
      input: async (desk) => ({
        ...(await taken(desk, ...answered)),
        work: { act: 'create_account', userName: 'rhaddad01', reused: false },
      }),
    },
  },
  'confirmations.postInvitation': {
    'posted with its letter': { as: 'sol', input: (desk) => taken(desk) },
  },
  'confirmations.addPhoto': {
    'with its application': {
      as: 'sol',
      input: async (desk, ready) => ({ ...(await taken(desk)), file: portraitOf(ready) }),
    },
  },
  'confirmations.confirm': {
    'resident with the message': {
      as: 'sol',
      input: async (desk) => ({ ...(await taken(desk, ...answered, present)), ...checks }),
    },
  },
  'confirmations.setAside': {
    'by mistake': {
      as: 'sol',
      input: async (desk) => {
        const person = await taken(desk, ...answered, present)
        await desk.confirmations.confirm({ ...person, ...checks })
        return { ...person, reason }
      },
    },
  },
  'confirmations.reopen': {
    closed: {
      as: 'sol',
      input: async (desk) => ({ ...(await taken(desk, { act: 'close', why: 'withdrawn', reason })), reason }),
    },
  },
}
