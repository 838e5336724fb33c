import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { PackLine } from '../../../../shared/domain/pack.ts'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { groupSerial } from '../../../app/numbers.ts'
import { KeyHint } from '../../../components/KeyHint.tsx'
import type { Job } from './use-pack.ts'

interface Props {
  readonly line: PackLine
  readonly start: (job: Job) => void
  readonly onClose: () => void
}

/** A sheet of the pack is dead: with one key its replacement is issued under the same number and printed. */
export function PackSpoil(props: Props) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('paper.spoil_title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SpoilForm {...props} />
    </Modal>
  )
}

const usual = ['paper.spoil_jam', 'paper.spoil_smear', 'paper.spoil_torn', 'paper.spoil_wrong'] as const

function SpoilForm({ line: { paper }, start, onClose }: Props) {
  const t = useText()
  const [why, setWhy] = useState<string>(usual[0])
  const run = (again: boolean) => {
    if (paper)
      start({
        do: 'spoil',
        documentId: paper.documentId,
        reason: t(usual.find((each) => each === why) ?? usual[0]),
        again,
      })
    onClose()
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'paper.spoil_reissue', where: 'here', run: () => run(true) }])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(true)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {paper?.stockSerial && <Text>{t('paper.spoil_body', { serial: groupSerial(paper.stockSerial) })}</Text>}
        <Radio.Group label={t('paper.spoil_why')} value={why} onChange={setWhy}>
          <Stack gap="xs" mt={4}>
            {usual.map((each, at) => (
              <Radio key={each} value={each} label={t(each)} data-autofocus={at === 0 || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => run(false)}>
            {t('paper.spoil_only')}
          </Button>
          <Button type="submit" rightSection={<KeyHint keys="ctrl+Enter" />}>
            {t('paper.spoil_reissue')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
