import { MultiSelect } from '@mantine/core'
import { aspects, aspectWords } from '../../../../shared/record/evidence.ts'
import { useLanguage } from '../../../app/language.tsx'
import { useFieldWords } from '../../../components/fields.tsx'
import { useRowNames } from './use-row-names.ts'

/** Which threats and events the piece supports, by name. */
export function Supports({
  value,
  disabled,
  onValue,
}: {
  readonly value: readonly string[]
  readonly disabled: boolean
  readonly onValue: (next: string[] | undefined) => void
}) {
  const { t, say } = useLanguage()
  const risks = useRowNames('risks')
  const events = useRowNames('events')
  const data = [
    ...aspects.map((aspect) => ({
      group: say(aspectWords[aspect]),
      items: risks.map(({ id, name }) => ({
        value: `${aspect}:${id}`,
        label: `${say(aspectWords[aspect])} – ${name}`,
      })),
    })),
    {
      group: t('record.supports_events'),
      items: events.map(({ id, name }) => ({ value: `event:${id}`, label: name })),
    },
  ].filter(({ items }) => items.length > 0)
  const words = useFieldWords({
    label: t('record.supports'),
    ...(data.length === 0 ? { help: t('record.supports_none') } : {}),
  })
  return (
    <div data-wide>
      <MultiSelect
        {...words}
        data={data}
        searchable
        clearable
        size="sm"
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        value={[...value]}
        disabled={disabled || data.length === 0}
        onChange={(next) => onValue(next.length > 0 ? next : undefined)}
      />
    </div>
  )
}
