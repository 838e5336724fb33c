import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MessagesView, MessageView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import { useClaim } from '../claims/claim.tsx'
import { Composer } from './Composer.tsx'
import { Message } from './Message.tsx'
import css from './Messages.module.css'

/** The messages between the office and the person of the claim, thread by thread, and whether they are reached at all. */
export function MessagesTab() {
  const { claimId } = useClaim()
  const query = useQuery(useDesk().messages.ofClaim.queryOptions({ input: { claimId } }))
  return <Loaded query={query}>{(view) => <Threads view={view} />}</Loaded>
}

type Open = 'new' | 'returned' | 'reached' | MessageView

function Threads({ view }: { view: MessagesView }) {
  const t = useText()
  const { view: claim } = useClaim()
  const may = useMay()('message.send')
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const threads = Map.groupBy(view.messages, ({ thread }) => thread)
  return (
    <section className={css.screen} aria-label={t('messages.title')}>
      {view.unreachable && <Unreachable view={view} onReached={may ? () => setOpen('reached') : undefined} />}
      {!claim.row.portal && (
        <Notice tone="info" title={t('messages.no_portal')}>
          {t('messages.no_portal_next')}
        </Notice>
      )}
      {may && (
        <div className={css.bar}>
          {!view.unreachable && (
            <Button variant="default" onClick={() => setOpen('returned')}>
              {t('messages.returned')}
            </Button>
          )}
          <Button onClick={() => setOpen('new')}>{t('messages.new')}</Button>
        </div>
      )}
      {view.messages.length === 0 && (
        <Empty icon={<IconMail aria-hidden />} title={t('messages.none')} next={t('messages.none_next')} />
      )}
      {[...threads].reverse().map(([thread, messages]) => (
        <ol key={thread} className={css.thread} aria-label={messages[0]?.subject}>
          {messages.map((message, i) => (
            <Message
              key={message.message}
              message={message}
              onReply={may && i === messages.length - 1 ? () => setOpen(message) : undefined}
            />
          ))}
        </ol>
      ))}
      {open === 'new' && <Composer view={view} onClose={close} />}
      {typeof open === 'object' && <Composer view={view} answers={open} onClose={close} />}
      {open === 'returned' && <Returned onClose={close} />}
      {open === 'reached' && <Reached onClose={close} />}
    </section>
  )
}

function Unreachable({ view, onReached }: { view: MessagesView; onReached: (() => void) | undefined }) {
  const t = useText()
  if (!view.unreachable) return null
  const { how, since, code } = view.unreachable
  return (
    <Notice tone="bad" title={[t(`messages.unreachable_${how}`), code].filter(Boolean).join(': ')}>
      <p>{t('messages.unreachable_next', { date: since })}</p>
      {onReached && (
        <Button variant="default" size="compact-sm" onClick={onReached}>
          {t('messages.reached')}
        </Button>
      )}
    </Notice>
  )
}

/** Puts the messages that a command gave onto the screen. */
export function useTakeMessages() {
  const { claimId } = useClaim()
  const desk = useDesk()
  const queries = useQueryClient()
  return (view: MessagesView) => queries.setQueryData(desk.messages.ofClaim.queryKey({ input: { claimId } }), view)
}

/** For the command of a dialog: what it gave is shown, and the dialog goes. */
function useTakeAndClose(onClose: () => void) {
  const { inTurn } = useClaim()
  const take = useTakeMessages()
  const onSuccess = (view: MessagesView) => {
    take(view)
    onClose()
  }
  return { ...inTurn, onSuccess }
}

function Returned({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { claimId } = useClaim()
  const note = useMutation(useDesk().messages.returned.mutationOptions(useTakeAndClose(onClose)))
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('messages.returned')}
      body={t('messages.returned_body')}
      confirmLabel={t('messages.returned')}
      pending={note.isPending}
      error={note.error}
      onConfirm={() => note.mutate({ claimId })}
    />
  )
}

function Reached({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { claimId } = useClaim()
  const note = useMutation(useDesk().messages.reachedAgain.mutationOptions(useTakeAndClose(onClose)))
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('messages.reached')}
      body={t('messages.reached_body')}
      confirmLabel={t('messages.reached')}
      withReason
      pending={note.isPending}
      error={note.error}
      onConfirm={(reason) => note.mutate({ claimId, reason })}
    />
  )
}
