import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { SetupSecrets } from '../../../shared/contract/views.ts'
import { inlandOffices, type OfficeKind, portsOfEntry } from '../../../shared/domain/ports-of-entry.ts'
import { parseUserName } from '../../../shared/officers/user-name.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { textOf } from '../../app/numbers-file.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { PasswordField, SelectField, TextField } from '../../components/fields.tsx'
import { fold } from '../../components/fold.ts'
import { NumberBlocks } from '../../components/NumberBlocks.tsx'
import { meetsPolicy, NewPassword } from './NewPassword.tsx'
import type { Gathered } from './SetUp.tsx'
import { sampleNumbers } from './sample-numbers.ts'

interface Parts {
  readonly gathered: Gathered
  readonly onGather: (more: Partial<Gathered>) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

const kinds: readonly OfficeKind[] = ['land', 'air', 'inland', 'rail', 'ferry']

/** Which office this desk belongs to: its dates are dates of that place. */
export function OfficeStep({ gathered, onGather, onNext }: Parts) {
  const { t, say } = useLanguage()
  const all = [...portsOfEntry, ...inlandOffices]
  const data = kinds.map((kind) => ({
    group: t(`setup.office_${kind}`),
    items: all.filter((office) => office.kind === kind).map(({ slug, name }) => ({ value: slug, label: say(name) })),
  }))
  return (
    <Step onNext={onNext} ready={gathered.office !== ''}>
      <SelectField
        label={t('setup.office')}
        help={t('setup.office_help')}
        placeholder={t('setup.office_placeholder')}
        data={data}
        searchable
        autoFocus
        filter={({ options, search }) => matching(options, fold(search))}
        value={gathered.office || null}
        onChange={(office) => onGather({ office: office ?? '' })}
      />
    </Step>
  )
}

type Options = Parameters<NonNullable<Parameters<typeof SelectField>[0]['filter']>>[0]['options']

const matching = (options: Options, wanted: string): Options =>
  options
    .map((option) =>
      'group' in option
        ? {
            ...option,
            items: option.items.filter((item) => fold(typeof item === 'object' ? item.label : item).includes(wanted)),
          }
        : option,
    )
    .filter((option) => !('group' in option) || option.items.length > 0)

export function AdministratorStep({ gathered, onGather, onBack, onNext }: Parts) {
  const t = useText()
  const [again, setAgain] = useState(gathered.password)
  const [tried, setTried] = useState(false)
  const { displayName, userName, password } = gathered
  const goodName = parseUserName(userName).ok
  const ready = displayName.trim() !== '' && goodName && meetsPolicy(password, userName) && password === again
  return (
    <Step onNext={onNext} onBack={onBack} ready={ready} onTry={() => setTried(true)}>
      <Text c="dimmed">{t('setup.admin_about')}</Text>
      <TextField
        label={t('setup.display_name')}
        autoComplete="name"
        autoFocus
        value={displayName}
        onChange={(event) => onGather({ displayName: event.currentTarget.value })}
      />
      <TextField
        label={t('door.user_name')}
        help={t('setup.user_name_help')}
        error={tried && !goodName ? t('setup.user_name_wrong') : undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={userName}
        onChange={(event) => onGather({ userName: event.currentTarget.value.toLowerCase() })}
      />
      <NewPassword
        label={t('door.password')}
        userName={userName}
        value={password}
        onValue={(next) => onGather({ password: next })}
      />
      <PasswordField
        label={t('door.password_again')}
        autoComplete="new-password"
        error={tried && password !== again ? t('door.repeat_differs') : undefined}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </Step>
  )
}

/** The number file, checked before anything is written; then the store is made. */
export function NumbersStep({
  gathered,
  onGather,
  onBack,
  onSecrets,
}: Parts & { onSecrets: (secrets: SetupSecrets) => void }) {
  const t = useText()
  const desk = useDesk()
  const check = useMutation(
    desk.setup.checkNumbers.mutationOptions({ onSuccess: (_, { text }) => onGather({ numbers: text }) }),
  )
  const begin = useMutation(desk.setup.begin.mutationOptions({ onSuccess: onSecrets }))
  const read = async (file: File) => {
    onGather({ numbers: '' })
    check.mutate({ text: await textOf(file) })
  }
  return (
    <Step
      onNext={() => begin.mutate(gathered)}
      onBack={onBack}
      ready={gathered.numbers !== ''}
      nextLabel={t('setup.begin')}
      pending={begin.isPending}
    >
      <Text c="dimmed">{t('setup.numbers_about')}</Text>
      <FileDrop
        label={t('setup.numbers_drop')}
        accept=".txt,.csv,.json"
        pending={check.isPending}
        onFile={(file) => void read(file)}
      />
      <Anchor
        component="button"
        type="button"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => check.mutate({ text: sampleNumbers(gathered.office) })}
      >
        {t('setup.numbers_sample')}
      </Anchor>
      {check.data && gathered.numbers && <NumberBlocks blocks={check.data.blocks} />}
      <FailureNotice error={check.error ?? begin.error} />
      {begin.isPending && <Text role="status">{t('setup.begin_pending')}</Text>}
    </Step>
  )
}

interface StepProps {
  readonly children: ReactNode
  readonly ready: boolean
  readonly onNext: () => void
  readonly onBack?: () => void
  readonly onTry?: () => void
  readonly nextLabel?: string
  readonly pending?: boolean
}

function Step({ children, ready, onNext, onBack, onTry, nextLabel, pending = false }: StepProps) {
  const t = useText()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onTry?.()
    if (ready) onNext()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {children}
        <Group justify="flex-end">
          {onBack && (
            <Button variant="default" onClick={onBack} disabled={pending}>
              {t('common.back')}
            </Button>
          )}
          <Button type="submit" loading={pending} aria-disabled={!ready}>
            {nextLabel ?? t('common.continue')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
