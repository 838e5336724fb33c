import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { groupSerial } from '../../app/numbers.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea } from '../../components/fields.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { useClaim } from '../claims/claim.tsx'
import { livePaper } from './papers.ts'
import { SerialField } from './SerialField.tsx'
import { useSendToPrinter } from './use-send.ts'
import { useSerial } from './use-serial.ts'

/** A jam: this sheet is dead, and its replacement goes on the next one with one key. */
export function SpoilDialog({ paper, onClose }: { paper: DocumentView; onClose: () => void }) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('paper.spoil_title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SpoilForm paper={paper} onClose={onClose} />
    </Modal>
  )
}

const usual = ['paper.spoil_jam', 'paper.spoil_smear', 'paper.spoil_torn', 'paper.spoil_wrong'] as const

function SpoilForm({ paper, onClose }: { paper: DocumentView; onClose: () => void }) {
  const t = useText()
  const may = useMay()
  const [why, setWhy] = useState<string>(usual[0])
  const [more, setMore] = useState('')
  const sheet = useSerial()
  const { spoil, spoiling } = useSpoiling(paper, onClose)
  const known = usual.find((each) => each === why) ?? usual[0]
  const reason = [t(known), more.trim()].filter(Boolean).join('. ')
  const mayReissue = may('document.issue') && (paper.stockSerial === undefined || !sheet.none)
  const run = (reissue: boolean) => {
    if (spoiling.isPending) return
    const next = reissue && paper.stockSerial && sheet.serial ? { nextSerial: sheet.serial } : {}
    spoil({ documentId: paper.documentId, reason, reissue, ...next })
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'paper.spoil_reissue', where: 'here', run: () => run(mayReissue) }])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(mayReissue)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {paper.stockSerial && <Text>{t('paper.spoil_body', { serial: groupSerial(paper.stockSerial) })}</Text>}
        <Radio.Group label={t('paper.spoil_why')} value={why} onChange={setWhy}>
          <Stack gap="xs" mt={4}>
            {usual.map((each, at) => (
              <Radio key={each} value={each} label={t(each)} data-autofocus={at === 0 || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        <TextArea
          label={t('paper.spoil_more')}
          help={t('common.reason_help')}
          value={more}
          maxLength={1000}
          onChange={(event) => setMore(event.currentTarget.value)}
        />
        {paper.stockSerial && <SerialField sheet={sheet} label={t('paper.spoil_next')} />}
        <FailureNotice error={spoiling.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => run(false)} loading={spoiling.isPending}>
            {t('paper.spoil_only')}
          </Button>
          <Button
            type="submit"
            disabled={!mayReissue}
            loading={spoiling.isPending}
            rightSection={<KeyHint keys="ctrl+Enter" />}
          >
            {t('paper.spoil_reissue')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useSpoiling(paper: DocumentView, onClose: () => void) {
  const { take, inTurn } = useClaim()
  const send = useSendToPrinter()
  const spoiling = useMutation(
    useDesk().documents.spoil.mutationOptions({
      ...inTurn,
      onSuccess: async (view, { reissue }) => {
        await take(view)
        const next = livePaper(view.documents)
        if (reissue && next && next.documentId !== paper.documentId) send(next.documentId)
        onClose()
      },
    }),
  )
  return { spoil: spoiling.mutate, spoiling }
}
