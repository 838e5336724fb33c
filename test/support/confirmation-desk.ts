import type { ConfirmationWork } from '../../src/shared/contract/desk/confirmations.ts'
import { crowd, family } from './confirmation-files.ts'
import type { TestDesk } from './desk.ts'

/** An officer at a desk who works on confirmations through its contract. */

/** Takes a family of four in; gives the ids of Rana, Omar, Lina and Sami. */
export async function takeFamilyIn(test: TestDesk): Promise<[string, string, string, string]> {
  const rows = await takeIn(test, family())
  const idOf = (client: string) => rows.find(({ clientId }) => clientId === client)?.confirmationId ?? ''
  return [idOf('1110000001'), idOf('1110000002'), idOf('1110000003'), idOf('1110000004')]
}

/** Takes so many people in, families of four; gives their ids. */
export const takeCrowdIn = async (test: TestDesk, count: number): Promise<string[]> =>
  (await takeIn(test, crowd(count))).map(({ confirmationId }) => confirmationId)

/** Takes a file in, as an officer does; gives everybody of the list. */
export async function takeIn({ desk }: TestDesk, csv: Uint8Array) {
  const file = new File([Buffer.from(csv)], 'approved.csv', { type: 'text/csv' })
  const { mapping } = await desk.confirmations.previewImport({ file })
  await desk.confirmations.importRows({ file, mapping, from: 0, count: 100 })
  return (await desk.confirmations.page({ limit: 100 })).rows
}

/** Does these acts one after the other. */
export async function works({ desk }: TestDesk, confirmationId: string, ...acts: readonly ConfirmationWork[]) {
  for (const work of acts) await desk.confirmations.work({ confirmationId, work })
}

/** From the invitation to an account whose password is asked for. */
export const openAccount = (test: TestDesk, confirmationId: string, userName: string) =>
  works(
    test,
    confirmationId,
    { act: 'invite' },
    { act: 'record_answer', via: 'email', path: 'portal' },
    { act: 'create_account', userName, reused: false },
  )
