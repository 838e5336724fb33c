import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle, type TablerIcon } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import type { CheckId, Level } from '../../../shared/photos/checks.ts'
import type { CheckResult } from '../../../shared/photos/report.ts'
import { checkText, levelText } from '../../../shared/photos/words.ts'
import { useLanguage } from '../../app/language.tsx'
import css from './Checks.module.css'
import { OverrideForm } from './OverrideForm.tsx'

const icons: Readonly<Record<Level, TablerIcon>> = {
  ok: IconCircleCheck,
  not_assessed: IconHelpCircle,
  review: IconAlertTriangle,
  return: IconCircleX,
}

interface Props {
  readonly check: CheckResult
  readonly view: PhotoReview
  readonly onShow: (check: CheckId | undefined) => void
}

/** One check in words with its numbers. Its place shows while it has the focus or the pointer; it opens for the officer's own word. */
export function CheckRow({ check, view, onShow }: Props) {
  const { t, say } = useLanguage()
  const [open, setOpen] = useState(false)
  const panel = useId()
  const Icon = icons[check.level]
  const own = view.overrides.findLast((each) => each.check === check.id)
  const show = () => onShow(check.id)
  const hide = () => onShow(undefined)
  return (
    <li className={css.check} data-level={check.level} onMouseEnter={show} onMouseLeave={hide}>
      <UnstyledButton
        className={css.button}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
        onFocus={show}
        onBlur={hide}
      >
        <Icon size={18} aria-hidden />
        <span className={css.level}>{say(levelText[check.level])}</span>
        <span>{say(checkText(check))}</span>
        {own && <span className={css.own}>{t(`photos.overridden_${own.says}`, { by: own.by })}</span>}
      </UnstyledButton>
      {open && (
        <div id={panel} className={css.more}>
          {own?.note && <p className={css.note}>{own.note}</p>}
          <OverrideForm check={check.id} view={view} onDone={() => setOpen(false)} />
        </div>
      )}
    </li>
  )
}
