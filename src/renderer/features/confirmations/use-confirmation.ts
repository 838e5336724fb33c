import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ConfirmationWork } from '../../../shared/contract/desk/confirmations.ts'
import type { ConfirmationView } from '../../../shared/contract/views.ts'
import type { Action } from '../../../shared/domain/authority.ts'
import type { ConfirmationAct } from '../../../shared/domain/confirmation/table.ts'
import { useDesk } from '../../app/desk.tsx'
import { workOf } from './act-forms.ts'

/** Acts that an officer does here, in the order of the process; the rest belongs to photos, cards and the portal. */
export const formActs = [
  'invite',
  'remind',
  'post_invitation',
  'record_answer',
  'create_account',
  'make_password',
  'sign_in',
  'declare_presence',
  'set_address',
  'require_interview',
  'book_interview',
  'record_interview',
  'confirm',
  'set_aside',
  'link_family',
  'refuse_request',
  'close',
  'reopen',
] as const satisfies readonly ConfirmationAct[]
export type FormAct = (typeof formActs)[number]
export const isFormAct = (act: ConfirmationAct): act is FormAct => (formActs as readonly string[]).includes(act)

/** What the officer needs to be allowed for each. */
export const needed = (act: FormAct): Action => {
  if (act === 'confirm') return 'confirmation.decide'
  return act === 'set_aside' || act === 'reopen' ? 'confirmation.set_aside' : 'confirmation.work'
}

/** One person's page and what can be done on it. Every command answers with the page as it then stands. */
export function useConfirmation(confirmationId: string) {
  const desk = useDesk()
  const queries = useQueryClient()
  const query = useQuery(desk.confirmations.get.queryOptions({ input: { confirmationId } }))
  const take = (view: ConfirmationView) =>
    queries.setQueryData(desk.confirmations.get.queryKey({ input: { confirmationId } }), view)
  const options = { onSuccess: take }
  const work = useMutation(desk.confirmations.work.mutationOptions(options))
  const confirm = useMutation(desk.confirmations.confirm.mutationOptions(options))
  const setAside = useMutation(desk.confirmations.setAside.mutationOptions(options))
  const reopen = useMutation(desk.confirmations.reopen.mutationOptions(options))
  const addPhoto = useMutation(desk.confirmations.addPhoto.mutationOptions(options))
  const all = [work, confirm, setAside, reopen]
  return {
    query,
    addPhoto,
    pending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    forget: () => {
      for (const each of all) each.reset()
    },
    /** Does an act with what its form holds. */
    act(act: FormAct, values: Readonly<Record<string, string>>, done: () => void) {
      const onSuccess = { onSuccess: done }
      const { act: _act, ...given } = workOf(act, values)
      if (act === 'confirm')
        confirm.mutate({ ...(given as unknown as Confirming), notInadmissible: true, confirmationId }, onSuccess)
      else if (act === 'set_aside') setAside.mutate({ confirmationId, reason: String(given.reason) }, onSuccess)
      else if (act === 'reopen') reopen.mutate({ confirmationId, reason: String(given.reason) }, onSuccess)
      // What does not fit is refused by the desk, which names the field.
      else work.mutate({ confirmationId, work: workOf(act, values) as unknown as Work }, onSuccess)
    },
  }
}

type Work = ConfirmationWork
type Confirming = {
  source: string
  passport: 'agrees' | 'corrected' | 'none'
  passportNote?: string
  presence?: string
}
