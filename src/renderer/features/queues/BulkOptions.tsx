import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type BulkAct, bulkAct } from '../../../shared/domain/bulk.ts'
import { messageTemplates, type TemplateId, templateIds } from '../../../shared/portal/templates.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { DateField } from '../../components/DateField.tsx'
import { TextField } from '../../components/fields.tsx'

/** What is asked before many claims are worked on at once. */

export interface Draft {
  readonly do: BulkAct['do']
  readonly to?: string
  readonly reason?: string
  readonly template?: TemplateId
  readonly item?: string
  readonly due?: string | undefined
  readonly mode?: 'in_person' | 'video'
}

export const draftOf = (name: BulkAct['do']): Draft => ({
  do: name,
  ...(name === 'message' ? { template: 'document_missing' } : {}),
  ...(name === 'book' ? { mode: 'in_person' } : {}),
})

/** The act that the draft says; undefined while something is missing. */
export function actFrom(draft: Draft): BulkAct | undefined {
  const said = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== ''))
  const act = bulkAct.safeParse(said)
  return act.success ? act.data : undefined
}

interface Props {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

export function BulkOptions(props: Props) {
  switch (props.draft.do) {
    case 'take':
      return <Reason {...props} />
    case 'assign':
      return (
        <>
          <Officer {...props} />
          <Reason {...props} />
        </>
      )
    case 'message':
      return <Message {...props} />
    case 'ask':
      return <Due {...props} />
    case 'book':
      return <Mode {...props} />
  }
}

function Reason({ draft, onDraft }: Props) {
  const { t } = useLanguage()
  return (
    <TextField
      label={t('bulk.reason')}
      help={t('bulk.reason_help')}
      value={draft.reason ?? ''}
      maxLength={2000}
      onChange={({ currentTarget }) => onDraft({ ...draft, reason: currentTarget.value })}
    />
  )
}

function Officer({ draft, onDraft }: Props) {
  const { t } = useLanguage()
  const { data = [] } = useQuery(useDesk().casework.officers.queryOptions())
  return (
    <NativeSelect
      label={t('bulk.to')}
      value={draft.to ?? ''}
      onChange={({ currentTarget }) => onDraft({ ...draft, to: currentTarget.value })}
      data={[
        { value: '', label: '' },
        ...data
          .filter(({ works }) => works)
          .map(({ id, name, open }) => ({ value: id, label: t('bulk.to_open', { name, open }) })),
      ]}
      data-autofocus
    />
  )
}

function Message({ draft, onDraft }: Props) {
  const { t, say } = useLanguage()
  const template = draft.template ?? 'document_missing'
  const gap = messageTemplates[template].text.en.includes('{{item}}')
  return (
    <>
      <NativeSelect
        label={t('bulk.template')}
        value={template}
        onChange={({ currentTarget }) => {
          const chosen = templateIds.find((id) => id === currentTarget.value)
          if (chosen) onDraft({ ...draft, template: chosen })
        }}
        data={templateIds.map((id) => ({ value: id, label: say(messageTemplates[id].title) }))}
        data-autofocus
      />
      {gap && (
        <TextField
          label={t('bulk.item')}
          help={t('bulk.item_help')}
          value={draft.item ?? ''}
          maxLength={300}
          onChange={({ currentTarget }) => onDraft({ ...draft, item: currentTarget.value })}
        />
      )}
      {'action' in messageTemplates[template] && <Due draft={draft} onDraft={onDraft} />}
    </>
  )
}

function Due({ draft, onDraft }: Props) {
  const { t } = useLanguage()
  return <DateField label={t('bulk.due')} value={draft.due} onValue={(due) => onDraft({ ...draft, due })} />
}

function Mode({ draft, onDraft }: Props) {
  const { t } = useLanguage()
  const modes = ['in_person', 'video'] as const
  return (
    <NativeSelect
      label={t('bulk.mode')}
      value={draft.mode ?? 'in_person'}
      onChange={({ currentTarget }) => {
        const mode = modes.find((each) => each === currentTarget.value)
        if (mode) onDraft({ ...draft, mode })
      }}
      data={modes.map((value) => ({ value, label: t(`bulk.${value}`) }))}
      data-autofocus
    />
  )
}
