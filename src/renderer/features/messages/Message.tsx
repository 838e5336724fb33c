import { Button } from '@mantine/core'
import { IconCircleX, IconPaperclip } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { MessageView, SentFileView } from '../../../shared/contract/views.ts'
import { actionWords } from '../../../shared/domain/timeline/portal.ts'
import { instantText } from '../../app/dates.ts'
import { useClient, useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Messages.module.css'
import { useTakeMessages } from './MessagesTab.tsx'

interface Props {
  readonly message: MessageView
  readonly onReply: (() => void) | undefined
}

/** One message: who, when, what, with its files; what it asks for, and what became of that. */
export function Message({ message, onReply }: Props) {
  const { t } = useLanguage()
  const zone = useStatus()?.office?.zone
  const may = useMay()('message.send')
  const { claimId, inTurn } = useClaim()
  const take = useTakeMessages()
  const desk = useDesk()
  const read = useMutation(desk.messages.read.mutationOptions({ ...inTurn, onSuccess: take }))
  const { from, by, at, subject, text, language, byPost, readOn, files, action } = message
  const unread = from === 'claimant' && !readOn
  return (
    <li className={css.message} data-from={from}>
      <strong>{subject}</strong>
      <div className={css.line}>
        <span>{[t(`messages.${from}`), by].filter(Boolean).join(', ')}</span>
        <time dateTime={at}>{instantText(at, zone)}</time>
        <span>
          {readOn ? t('messages.read_on', { date: readOn }) : t(byPost ? 'messages.by_post' : 'messages.unread')}
        </span>
      </div>
      <p className={css.text} lang={language} dir="auto">
        {text}
      </p>
      {files.length > 0 && (
        <ul aria-label={t('messages.files')}>
          {files.map((file) => (
            <li key={file.sha256}>
              <SentFileLink file={file} />
            </li>
          ))}
        </ul>
      )}
      <div className={css.foot}>
        {action && <Asked message={message} />}
        {unread && may && (
          <Button
            variant="default"
            size="compact-sm"
            loading={read.isPending}
            onClick={() => read.mutate({ claimId, messages: [message.message] })}
          >
            {t('messages.mark_read')}
          </Button>
        )}
        {onReply && (
          <Button variant="default" size="compact-sm" onClick={onReply}>
            {t('messages.reply')}
          </Button>
        )}
      </div>
      <FailureNotice error={read.error} />
    </li>
  )
}

/** What the person has to do: until when, seen or not, done or not. */
function Asked({ message }: { message: MessageView }) {
  const { t, say } = useLanguage()
  const today = useStatus()?.today ?? ''
  const may = useMay()('message.send')
  const { claimId, inTurn } = useClaim()
  const settle = useMutation(useDesk().messages.settle.mutationOptions({ ...inTurn, onSuccess: useTakeMessages() }))
  const { action } = message
  if (!action) return null
  const { what, due, acknowledgedOn, settledOn } = action
  const { service } = message
  const late = !settledOn && due < today && service?.served !== false
  const said = [
    `${say(actionWords[what])}, ${t('messages.due', { date: due })}`,
    acknowledgedOn && t('messages.acknowledged', { date: acknowledgedOn }),
    settledOn && t('messages.settled', { date: settledOn }),
    settledOn && settledOn > due && t('deadline.late'),
    service &&
      (service.served
        ? t(`messages.served_${service.how}`, { date: service.on })
        : t('messages.not_served', { date: service.since })),
  ]
  return (
    <>
      <span>
        {late && <IconCircleX size={16} aria-hidden />} {said.filter(Boolean).join('; ')}
        {late && ` (${t('messages.overdue')})`}
      </span>
      {!settledOn && may && (
        <Button
          variant="default"
          size="compact-sm"
          loading={settle.isPending}
          onClick={() => settle.mutate({ claimId, message: message.message })}
        >
          {t('messages.settle')}
        </Button>
      )}
    </>
  )
}

/** Opens a file that was sent; one whose bytes have not arrived says so. */
export function SentFileLink({ file }: { file: SentFileView }) {
  const { t } = useLanguage()
  const client = useClient()
  const { claimId } = useClaim()
  const open = useMutation({
    mutationFn: async () => {
      const bytes = await client.portal.file({ claimId, sha256: file.sha256 })
      const url = URL.createObjectURL(bytes)
      const link = document.createElement('a')
      link.href = url
      link.download = file.name
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
    },
  })
  if (!file.here)
    return (
      <span>
        <IconPaperclip size={16} aria-hidden /> {file.name} ({t('messages.not_here')})
      </span>
    )
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPaperclip size={16} aria-hidden />}
        loading={open.isPending}
        onClick={() => open.mutate()}
      >
        {file.name}
      </Button>
      <FailureNotice error={open.error} />
    </>
  )
}
