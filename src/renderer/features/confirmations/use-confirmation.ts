import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ConfirmationWork } from '../../../shared/contract/desk/confirmations.ts'
import type { ConfirmationView } from '../../../shared/contract/views.ts'
import type { Action } from '../../../shared/domain/authority.ts'
import type { ConfirmationAct } from '../../../shared/domain/confirmation/table.ts'
import { takeFile } from '../../app/delivery.ts'
import { type useClient, useDesk } from '../../app/desk.tsx'
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
  'record_interview',
  'confirm',
  'set_aside',
  'link_family',
  'refuse_request',
  'close',
  'reopen',
] as const satisfies readonly ConfirmationAct[]
/** Acts upon papers, cards and calls: each has its place on the page. */
export const paperActs = [
  'issue_ecopr',
  'renew_ecopr',
  'withdraw_ecopr',
  'hold_card',
  'redirect_card',
  'remail_card',
  'open_contact',
  'attempt_contact',
  'close_contact',
] as const satisfies readonly ConfirmationAct[]
type PaperAct = (typeof paperActs)[number]
export type FormAct = (typeof formActs)[number] | PaperAct
const isPaperAct = (act: ConfirmationAct): act is PaperAct => (paperActs as readonly string[]).includes(act)
export const isFormAct = (act: ConfirmationAct): act is FormAct =>
  isPaperAct(act) || (formActs as readonly string[]).includes(act)

/** What the officer needs to be allowed for each. */
export const needed = (act: FormAct): Action => {
  if (act === 'confirm' || act === 'issue_ecopr' || act === 'withdraw_ecopr') return 'confirmation.decide'
  if (act === 'hold_card' || act === 'redirect_card' || act === 'remail_card') return 'card.order'
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
  const papers = usePapers(confirmationId, take)
  const post = useMutation(
    desk.confirmations.postInvitation.mutationOptions({
      onSuccess: (letter) => {
        takeFile(letter)
        return queries.invalidateQueries({ queryKey: desk.confirmations.get.key({ input: { confirmationId } }) })
      },
    }),
  )
  const addPhoto = useMutation(desk.confirmations.addPhoto.mutationOptions(options))
  const all = [work, confirm, setAside, reopen, post, ...papers.all]
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
      if (isPaperAct(act)) papers.act(act, given, onSuccess)
      else if (act === 'confirm')
        confirm.mutate({ ...(given as unknown as Confirming), notInadmissible: true, confirmationId }, onSuccess)
      else if (act === 'post_invitation') post.mutate({ confirmationId }, onSuccess)
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

/** Electronic confirmations, cards and calls. Those that answer with the orders have the page asked for again. */
function usePapers(confirmationId: string, take: (view: ConfirmationView) => void) {
  const desk = useDesk()
  const queries = useQueryClient()
  const options = { onSuccess: take }
  const again = {
    onSuccess: () => queries.invalidateQueries({ queryKey: desk.confirmations.get.key({ input: { confirmationId } }) }),
  }
  const issue = useMutation(desk.ecopr.issue.mutationOptions(options))
  const renew = useMutation(desk.ecopr.renew.mutationOptions(options))
  const withdraw = useMutation(desk.ecopr.withdraw.mutationOptions(options))
  const instruct = useMutation(desk.cards.instruct.mutationOptions(again))
  const contact = useMutation(desk.cards.contact.mutationOptions(again))
  return {
    all: [issue, renew, withdraw, instruct, contact],
    act(act: PaperAct, given: Readonly<Record<string, unknown>>, onSuccess: { onSuccess: () => void }) {
      const reason = String(given.reason)
      if (act === 'issue_ecopr') issue.mutate({ confirmationId, checkedNow: given.checkedNow === 'yes' }, onSuccess)
      else if (act === 'renew_ecopr') renew.mutate({ confirmationId }, onSuccess)
      else if (act === 'withdraw_ecopr') withdraw.mutate({ confirmationId, reason }, onSuccess)
      else if (act === 'hold_card')
        instruct.mutate({ confirmationId, told: { instruction: 'hold', reason } }, onSuccess)
      else if (act === 'redirect_card' || act === 'remail_card')
        instruct.mutate({ confirmationId, told: { instruction: 'send' } }, onSuccess)
      else contact.mutate({ confirmationId, contact: { act, ...given } as unknown as Contact }, onSuccess)
    },
  }
}
type Contact = Parameters<ReturnType<typeof useClient>['cards']['contact']>[0]['contact']
