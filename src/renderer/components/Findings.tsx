import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle, type TablerIcon } from '@tabler/icons-react'
import type { FindingView } from '../../shared/contract/views.ts'
import { useSay, useText } from '../app/language.tsx'
import css from './Findings.module.css'

type Severity = FindingView['severity']
const icons: Readonly<Record<Severity, TablerIcon>> = {
  ok: IconCircleCheck,
  not_assessed: IconHelpCircle,
  review: IconAlertTriangle,
  return: IconCircleX,
}
const order: readonly Severity[] = ['return', 'review', 'not_assessed', 'ok']

interface Props {
  readonly findings: readonly FindingView[]
  /** The word of each severity; the icon never stands alone. */
  readonly words: Readonly<Record<Severity, string>>
}

/** What the machine noticed about a photo or a paper, the weightiest first. */
export function Findings({ findings, words }: Props) {
  const say = useSay()
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <ul className={css.list}>
      {sorted.map(({ code, severity, text }) => {
        const Icon = icons[severity]
        return (
          <li key={`${code}${text.en}`} data-severity={severity}>
            <Icon size={18} aria-hidden />
            <span className={css.word}>{words[severity]}</span>
            <span>{say(text)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** The same about a photo's file. */
export function PhotoFindings({ findings }: Pick<Props, 'findings'>) {
  const t = useText()
  const words = {
    ok: t('photo.ok'),
    not_assessed: t('photo.not_assessed'),
    review: t('photo.review'),
    return: t('photo.return'),
  }
  return <Findings findings={findings} words={words} />
}
