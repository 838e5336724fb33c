import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HandoverView } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useAriaKeys, useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { Brief } from './Brief.tsx'
import css from './Shift.module.css'

/** The brief of the officer before, to read and accept; one key takes over what was left half done. */
export function AcceptShift({ handover }: { handover: HandoverView }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const { accept, take } = useAccept(handover)
  const takeKey = useAriaKeys('o')
  useKeys([{ keys: 'o', label: 'shift.key_accept', where: 'here', run: () => take() }])
  const { by, at, note, brief, takeable } = handover
  return (
    <section className={css.pending} aria-labelledby="shift-pending">
      <h2 id="shift-pending" className={css.title}>
        {t('shift.pending', { name: by, time: instantText(at, zone) })}
      </h2>
      {note && <p className={css.note}>{note}</p>}
      <Brief brief={brief} />
      {accept.error !== null && <FailureNotice error={accept.error} />}
      <Group gap="xs" mt="md">
        {takeable > 0 && (
          <Button
            loading={accept.isPending}
            rightSection={<KeyHint keys="o" />}
            aria-keyshortcuts={takeKey}
            onClick={() => take()}
          >
            {t('shift.accept_take', { count: takeable })}
          </Button>
        )}
        <Button
          variant={takeable > 0 ? 'default' : 'filled'}
          loading={accept.isPending}
          onClick={() => accept.mutate({ handoverId: handover.handoverId, takeOver: false })}
        >
          {t('shift.accept')}
        </Button>
      </Group>
    </section>
  )
}

function useAccept({ handoverId }: HandoverView) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const mayTake = useMay()('claim.take')
  const accept = useMutation(
    desk.shift.accept.mutationOptions({
      onSuccess: ({ tookOver, view }) => {
        queries.setQueryData(desk.shift.view.queryKey(), view)
        notifications.show({ message: t('shift.accepted', { count: tookOver }), color: 'green.9' })
        // What was accepted is gone from the screen: the focus goes on to what is left.
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      },
    }),
  )
  const take = () => {
    if (!accept.isPending) accept.mutate({ handoverId, takeOver: mayTake })
  }
  return { accept, take }
}
