import { Button, Group, Modal } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconRotateClockwise } from '@tabler/icons-react'
import { useState } from 'react'
import type { EvidenceView } from '../../../../shared/contract/views.ts'
import { useText } from '../../../app/language.tsx'
import { EvidenceFields } from './EvidencePiece.tsx'
import { PageSheet } from './PageSheet.tsx'
import css from './Reader.module.css'
import record from './Record.module.css'
import { useRecord } from './record.tsx'

interface Props {
  /** Of the pieces in their order, from 0. */
  readonly at: number
  readonly onMove: (at: number) => void
  readonly onClose: () => void
}

/** A piece of evidence to be read: its pages as large as one likes, with what is said of it beside them. */
export function EvidenceReader({ at, onMove, onClose }: Props) {
  const t = useText()
  const { evidence } = useRecord().view
  const piece = evidence[at]
  const step = (by: 1 | -1) => {
    if (at + by in evidence) onMove(at + by)
  }
  if (!piece) return null
  const label = t('record.piece', { n: at + 1 })
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(100rem, 96vw)"
      title={piece.name ? `${label} · ${piece.name}` : label}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={css.reader}>
        <Pages key={piece.id} piece={piece} onStep={step} />
        <fieldset className={record.cells} aria-label={label}>
          <EvidenceFields key={piece.id} piece={piece} />
          {evidence.length > 1 && (
            <Group data-wide gap="xs">
              <Button
                variant="default"
                size="compact-sm"
                disabled={at === 0}
                aria-keyshortcuts="K"
                onClick={() => step(-1)}
              >
                {t('record.previous_piece')}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                disabled={at === evidence.length - 1}
                aria-keyshortcuts="J"
                onClick={() => step(1)}
              >
                {t('record.next_piece')}
              </Button>
            </Group>
          )}
        </fieldset>
      </div>
    </Modal>
  )
}

/** The pages, one at a time; how one was turned holds for the next, since a scan lies one way. */
function Pages({ piece, onStep }: { readonly piece: EvidenceView; readonly onStep: (by: 1 | -1) => void }) {
  const t = useText()
  const [page, setPage] = useState(0)
  const [quarters, setQuarters] = useState(0)
  const last = piece.pages - 1
  const turnTo = (next: number) => setPage(Math.min(last, Math.max(0, next)))
  const rotate = () => setQuarters((now) => (now + 1) % 4)
  const keys = { r: rotate, j: () => onStep(1), k: () => onStep(-1) }
  const where = t('record.page_of', { page: page + 1, pages: piece.pages })
  return (
    <PageSheet piece={piece} page={page} quarters={quarters} alt={where} onTurn={(by) => turnTo(page + by)} keys={keys}>
      <Button
        variant="default"
        size="compact-sm"
        aria-keyshortcuts="R"
        leftSection={<IconRotateClockwise size={18} aria-hidden />}
        onClick={rotate}
      >
        {t('record.rotate')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={page === 0}
        leftSection={<IconChevronLeft size={18} aria-hidden />}
        onClick={() => turnTo(page - 1)}
      >
        {t('record.previous_page')}
      </Button>
      <span role="status">{where}</span>
      <Button
        variant="default"
        size="compact-sm"
        disabled={page === last}
        rightSection={<IconChevronRight size={18} aria-hidden />}
        onClick={() => turnTo(page + 1)}
      >
        {t('record.next_page')}
      </Button>
    </PageSheet>
  )
}
