import { useState } from 'react'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import { returnReasons } from '../../../shared/photos/reasons.ts'
import { announce } from '../../app/announce.tsx'
import { type Shortcut, useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { type Draft, lacks, suggestedDraft, toggleReason, wordsOf } from './return-draft.ts'
import type { Decisions } from './use-decisions.ts'

interface World {
  readonly view: PhotoReview
  readonly aim: (ahead: number) => string | undefined
  readonly decisions: Decisions
  readonly onDecided: () => void
  /** Something else has the keys. */
  readonly off: boolean
}

/** What an officer is about to decide: the reasons begin as the machine suggests them, and are kept while others are looked at. */
export function useDeciding({ view, aim, decisions, onDecided, off }: World) {
  const t = useText()
  const { row, allowed } = view
  const { photoId } = row
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const [opened, setOpened] = useState<{ readonly photoId: string; readonly tried: boolean }>()
  const draft = drafts[photoId] ?? suggestedDraft(view)
  const mayReturn = allowed.includes('return')
  const open = mayReturn && opened?.photoId === photoId
  const change = (next: Draft) => setDrafts((all) => ({ ...all, [photoId]: next }))
  const decided = (outcome: 'approved' | 'returned') => {
    announce(`${t(`photos.${outcome}_name`, { name: row.name })}. ${t('photos.undo_hint', { key: 'Z' })}`)
    setOpened(undefined)
    onDecided()
  }
  const approve = () => {
    decisions.approve(view)
    decided('approved')
  }
  /** First it is shown what will be sent, then sent. */
  const giveBack = () => {
    const lacking = lacks(draft)
    if (!open || lacking) return setOpened({ photoId, tried: open })
    decisions.giveBack(view, { ...draft, words: wordsOf(draft) })
    decided('returned')
  }
  const toggle = (reason: (typeof returnReasons)[number]) => {
    change(toggleReason(draft, reason))
    setOpened({ photoId, tried: false })
  }
  const aimed = { where: 'here', aim } as const
  const keys: Shortcut[] = [
    ...(allowed.includes('approve') ? [{ keys: 'a', label: 'photos.approve', run: approve, ...aimed } as const] : []),
    ...(mayReturn ? [{ keys: 'r', label: 'photos.return', run: giveBack, ...aimed } as const] : []),
    ...(mayReturn
      ? returnReasons.map(
          (reason, at) =>
            ({
              keys: String(at + 1),
              label: `photos.key_${reason}`,
              where: 'here',
              run: () => toggle(reason),
            }) as const,
        )
      : []),
  ]
  useKeys(off ? [] : keys)
  return { draft, change, open, tried: opened?.tried ?? false, approve, giveBack, close: () => setOpened(undefined) }
}
