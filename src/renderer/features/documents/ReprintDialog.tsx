import { useMutation } from '@tanstack/react-query'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { useClaim } from '../claims/claim.tsx'

/** How long the copy's address lives: long enough for a browser's viewer to read it. */
const lifetime = 120_000

/** A file copy of the stored bytes, with the reason. */
export function ReprintDialog({ paper, onClose }: { paper: DocumentView; onClose: () => void }) {
  const t = useText()
  const { inTurn } = useClaim()
  const reprint = useMutation(
    useDesk().documents.reprint.mutationOptions({
      ...inTurn,
      onSuccess: (file) => {
        openCopy(file)
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('paper.reprint_title')}
      body={t('paper.reprint_body')}
      confirmLabel={t('paper.reprint')}
      withReason
      pending={reprint.isPending}
      error={reprint.error}
      onConfirm={(reason) => reprint.mutate({ documentId: paper.documentId, reason })}
    />
  )
}

function openCopy(file: Blob) {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), lifetime)
}
