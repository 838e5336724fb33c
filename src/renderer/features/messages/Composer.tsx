import {
  Button,
  CloseButton,
  FileButton,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { MessagesView, MessageView } from '../../../shared/contract/views.ts'
import { actionWords } from '../../../shared/domain/timeline/portal.ts'
import { type RequiredAction, requiredActions } from '../../../shared/domain/vocabulary.ts'
import {
  fillTemplate,
  messageTemplates,
  openFields,
  type TemplateId,
  templateIds,
} from '../../../shared/portal/templates.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { DateField } from '../../components/DateField.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Messages.module.css'
import { useTakeMessages } from './MessagesTab.tsx'

interface Props {
  readonly view: MessagesView
  /** The message whose thread it goes on. */
  readonly answers?: MessageView
  readonly onClose: () => void
}

const accept = 'image/jpeg,image/png,application/pdf'

/** Writes to the person: by template or in one's own words, in their language, with files and what they have to do. */
export function Composer({ view, answers, onClose }: Props) {
  const { t, say } = useLanguage()
  const { claimId, inTurn } = useClaim()
  const take = useTakeMessages()
  const [template, setTemplate] = useState<TemplateId | ''>('')
  const [language, setLanguage] = useState(view.language)
  const [subject, setSubject] = useState(answers?.subject ?? '')
  const [text, setText] = useState('')
  const [what, setWhat] = useState<RequiredAction | ''>('')
  const [due, setDue] = useState<string>()
  const [files, setFiles] = useState<readonly File[]>([])
  const send = useMutation(
    useDesk().messages.send.mutationOptions({
      ...inTurn,
      onSuccess: (messages) => {
        take(messages)
        onClose()
      },
    }),
  )
  const choose = (id: TemplateId | '', into: 'en' | 'fr') => {
    setTemplate(id)
    setLanguage(into)
    if (!id) return
    const filled = fillTemplate(id, into, view.values)
    if (!answers) setSubject(filled.subject)
    setText(filled.text)
    const chosen = messageTemplates[id]
    setWhat('action' in chosen ? chosen.action : '')
  }
  const missing = openFields(`${subject} ${text}`)
  const ready = subject.trim() !== '' && text.trim() !== '' && missing.length === 0 && (!what || due !== undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    send.mutate({
      ...{ claimId, language, subject, text, files: [...files] },
      ...(answers ? { thread: answers.thread } : {}),
      ...(template ? { template } : {}),
      ...(what && due ? { action: { what, due } } : {}),
    })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={answers ? t('messages.reply') : t('messages.new')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <div className={css.pair}>
            <NativeSelect
              label={t('messages.template')}
              value={template}
              onChange={({ currentTarget }) => choose(currentTarget.value as TemplateId | '', language)}
              data={[
                { value: '', label: t('messages.template_none') },
                ...templateIds.map((id) => ({ value: id, label: say(messageTemplates[id].title) })),
              ]}
              data-autofocus
            />
            <NativeSelect
              label={t('messages.language')}
              value={language}
              onChange={({ currentTarget }) => choose(template, currentTarget.value as 'en' | 'fr')}
              data={[
                { value: 'en', label: 'English' },
                { value: 'fr', label: 'Français' },
              ]}
            />
          </div>
          <TextInput
            label={t('messages.subject')}
            value={subject}
            lang={language}
            maxLength={200}
            onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          />
          <Textarea
            label={t('messages.text')}
            value={text}
            lang={language}
            autosize
            minRows={6}
            maxRows={16}
            maxLength={10_000}
            {...(missing.length > 0 ? { description: t('messages.open_fields', { fields: missing.join(', ') }) } : {})}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <div className={css.pair}>
            <NativeSelect
              label={t('messages.action')}
              value={what}
              onChange={({ currentTarget }) => setWhat(currentTarget.value as RequiredAction | '')}
              data={[
                { value: '', label: t('messages.action_none') },
                ...requiredActions.map((each) => ({ value: each, label: say(actionWords[each]) })),
              ]}
            />
            {what && <DateField label={t('messages.action_due')} value={due} onValue={setDue} />}
          </div>
          <Group>
            <FileButton accept={accept} onChange={(file) => file && setFiles([...files, file])}>
              {(props) => (
                <Button variant="default" {...props}>
                  {t('messages.attach')}
                </Button>
              )}
            </FileButton>
            {files.map((file) => (
              <Group key={file.name} gap={4}>
                <Text size="sm">{file.name}</Text>
                <CloseButton
                  size="sm"
                  aria-label={t('messages.remove_file', { name: file.name })}
                  onClick={() => setFiles(files.filter((each) => each !== file))}
                />
              </Group>
            ))}
          </Group>
          <FailureNotice error={send.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={send.isPending} disabled={!ready}>
              {t('messages.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
