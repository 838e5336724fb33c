import { Radio, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { groupSerial } from '../../../app/numbers.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useFieldWords } from '../../../components/fields.tsx'
import { heldDocument } from '../../documents/papers.ts'
import { useClaim } from '../claim.tsx'

/** A supervisor takes a decision back; what becomes of the document that was issued on it is asked here. */
export function ReopenDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { claimId, view, take, inTurn } = useClaim()
  const document = heldDocument(view.documents)
  const [fate, setFate] = useState<'keep' | 'revoke'>()
  const [asked, setAsked] = useState(false)
  const reopen = useMutation(
    useDesk().claims.reopen.mutationOptions({
      ...inTurn,
      onSuccess: async (after) => {
        await take(after)
        announce(t('reopen.done'))
        onClose()
      },
    }),
  )
  const confirm = (reason: string) => {
    setAsked(true)
    if (!document || fate) reopen.mutate({ claimId, reason, ...(document && fate ? { document: fate } : {}) })
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('reopen.title')}
      body={
        <Stack gap="sm">
          <Text>{t('reopen.body')}</Text>
          {document && (
            <Fate
              number={groupSerial(document.number)}
              fate={fate}
              error={asked && !fate ? t('reopen.choose') : undefined}
              onFate={setFate}
            />
          )}
        </Stack>
      }
      confirmLabel={t('reopen.submit')}
      withReason
      pending={reopen.isPending}
      error={reopen.error}
      onConfirm={confirm}
    />
  )
}

interface FateProps {
  readonly number: string
  readonly fate: 'keep' | 'revoke' | undefined
  readonly error: string | undefined
  readonly onFate: (fate: 'keep' | 'revoke') => void
}

function Fate({ number, fate, error, onFate }: FateProps) {
  const t = useText()
  return (
    <Radio.Group
      {...useFieldWords({ label: t('reopen.document', { number }), error })}
      value={fate ?? ''}
      onChange={(next) => onFate(next === 'keep' ? 'keep' : 'revoke')}
    >
      <Stack gap="xs" mt={4}>
        {(['revoke', 'keep'] as const).map((each) => (
          <Radio key={each} value={each} label={t(`reopen.${each}`)} description={t(`reopen.${each}_help`)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
