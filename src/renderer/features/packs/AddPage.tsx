import { Button, SegmentedControl } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ClaimPackView } from '../../../shared/contract/views.ts'
import { announce } from '../../app/announce.tsx'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useScanTarget } from '../../app/reader/targets.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { TextField } from '../../components/fields.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Packs.module.css'

/** One more picture of a page: the number on it is typed or scanned, so that a page of another case is noticed. */
export function AddPage({ claimId, pack }: { claimId: string; pack: ClaimPackView }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const { mayEdit } = useClaim()
  const lacking = pack.pages.some(({ page }) => page === 1) ? 2 : 1
  const [open, setOpen] = useState(false)
  const [page, setPage] = useState<number>()
  const [text, setText] = useState('')
  const opener = useRef<HTMLButtonElement>(null)
  const which = page ?? lacking
  useScanTarget('number', (scan) => setText(scan.text), { off: !open })
  const add = useMutation(
    desk.paperPacks.addPage.mutationOptions({
      onSuccess: (packs, given) => {
        queries.setQueryData(desk.paperPacks.ofClaim.queryKey({ input: { claimId } }), packs)
        announce(t('packs.added', { page: given.page }))
        setOpen(false)
        setText('')
        setPage(undefined)
        setTimeout(() => opener.current?.focus())
      },
    }),
  )
  if (!mayEdit) return null
  if (!open)
    return (
      <Button ref={opener} variant="default" size="compact-sm" mt="sm" onClick={() => setOpen(true)}>
        {t('packs.add')}
      </Button>
    )
  return (
    <div className={css.adding}>
      <TextField
        label={t('packs.page_number')}
        value={text}
        maxLength={40}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={t('packs.which')}
        value={String(which)}
        onChange={(value) => setPage(Number(value))}
        data={['1', '2'].map((value) => ({ value, label: t('packs.page', { page: value }) }))}
      />
      {add.error !== null && <FailureNotice error={add.error} />}
      <FileDrop
        accept="image/jpeg,image/png"
        label={t('packs.file')}
        pending={add.isPending}
        disabled={!text.trim()}
        onFile={(file) => add.mutate({ claimId, text, page: which, file })}
      />
    </div>
  )
}
