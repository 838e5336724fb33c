import { Button, CloseButton } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconSend } from '@tabler/icons-react'
import { announce } from '../../app/announce.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import css from './Photos.module.css'
import { type Decisions, useUndoable } from './use-decisions.ts'

interface Props {
  readonly decisions: Decisions
  readonly onShow: (photoId: string) => void
}

/** The last decision, while it can be taken back: it takes no focus, and the seconds are seen and not read out. */
export function UndoBar({ decisions, onShow }: Props) {
  const t = useText()
  const undoable = useUndoable(decisions.taken)
  const undo = () => {
    if (!undoable) return
    const { row } = undoable.one
    decisions.undo(undoable.one)
    onShow(row.photoId)
    announce(t('photos.undone_name', { name: row.name }))
  }
  useKeys(undoable ? [{ keys: 'z', label: 'photos.undo', where: 'here', run: undo }] : [])
  const Icon = undoable?.one.outcome === 'approved' ? IconCircleCheck : IconSend
  if (!undoable) return null
  return (
    <div className={css.undo}>
      <Icon size={18} aria-hidden />
      <span>{t(`photos.${undoable.one.outcome}_name`, { name: undoable.one.row.name })}</span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        rightSection={<KeyHint keys="z" />}
        onClick={undo}
      >
        {t('photos.undo')}
      </Button>
      <span className={css.seconds} aria-hidden>
        {t('photos.undo_seconds', { seconds: undoable.seconds })}
      </span>
    </div>
  )
}

/** A decision that the desk refused: the photo is back, and why. */
export function RefusedNotice({ decisions: { refused, dismiss }, onShow }: Props) {
  const t = useText()
  if (!refused) return null
  const { row, what, error } = refused
  return (
    <div className={css.refused}>
      <FailureNotice error={error}>
        <p>{t(what === 'decision' ? 'photos.refused_name' : 'photos.refused_undo', { name: row.name })}</p>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onShow(row.photoId)
            dismiss()
          }}
        >
          {t('photos.refused_show')}
        </Button>
      </FailureNotice>
      <CloseButton aria-label={t('photos.dismiss')} onClick={dismiss} />
    </div>
  )
}
