import { Button } from '@mantine/core'
import {
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconFilePlus,
  IconPrinter,
  IconPrinterOff,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { PackLine, PackState } from '../../../../shared/domain/pack.ts'
import { isIdentityKind } from '../../../../shared/domain/vocabulary.ts'
import { errors, explain } from '../../../../shared/errors.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { groupSerial } from '../../../app/numbers.ts'
import { StatePill, type Tone } from '../../../components/StatePill.tsx'
import css from './Pack.module.css'
import type { Job } from './use-pack.ts'

const looks: Readonly<Record<PackState, { tone: Tone; icon: TablerIcon }>> = {
  barred: { tone: 'attention', icon: IconBan },
  due: { tone: 'neutral', icon: IconFilePlus },
  spoiled: { tone: 'bad', icon: IconCircleX },
  reserved: { tone: 'info', icon: IconPrinter },
  not_printed: { tone: 'bad', icon: IconPrinterOff },
  sent: { tone: 'attention', icon: IconSend },
  confirmed: { tone: 'good', icon: IconCircleCheck },
}

interface Props {
  readonly line: PackLine
  /** A letter stands in the document's place already. */
  readonly letterGiven: boolean
  readonly pending: boolean
  readonly start: (job: Job) => void
  readonly onSpoil: (line: PackLine) => void
}

/** One sheet: what it is, its number, where it stands, and the one thing to do next. */
export function PackRow({ line, letterGiven, pending, start, onSpoil }: Props) {
  const t = useText()
  const { paper, kind, shown, standsIn, sheet } = line
  const serial = paper?.stockSerial ?? sheet
  return (
    <tr>
      <th scope="row">
        {t(`paper.kind_${kind}`)} {standsIn && <span className={css.quiet}>({t('pack.stands_in')})</span>}
      </th>
      <td className={css.number}>
        {paper && groupSerial(paper.number)}
        {serial && (
          <span className={css.quiet}>
            {' '}
            {t('paper.sheet')} {groupSerial(serial)}
          </span>
        )}
      </td>
      <td className={css.state}>
        <StatePill {...looks[shown]}>{t(`pack.state_${shown}`)}</StatePill>
      </td>
      <td>
        <div className={css.next}>
          <Why line={line} />
          <Actions line={line} letterGiven={letterGiven} pending={pending} start={start} onSpoil={onSpoil} />
        </div>
      </td>
    </tr>
  )
}

/** What stands in the way, and the link to where it is mended. */
function Why({ line: { bar, claimId, paper, shown, lacks } }: { line: PackLine }) {
  const { t, language } = useLanguage()
  if (bar === 'not_decided' || bar === 'incomplete')
    return (
      <span>
        {t(`pack.bar_${bar}`)}{' '}
        <Link
          to="/claims/$claimId/intake/$step"
          params={{ claimId, step: bar === 'incomplete' && lacks ? 'continue' : 'eligibility' }}
        >
          {t(`pack.bar_${bar}_go`)}
        </Link>
      </span>
    )
  if (bar === 'no_numbers' || bar === 'no_sheets')
    return (
      <span>
        {t(`pack.bar_${bar}`)}{' '}
        <Link to="/administration/$section" params={{ section: bar === 'no_sheets' ? 'stock' : 'numbers' }}>
          {t(`pack.bar_${bar}_go`)}
        </Link>
      </span>
    )
  if (bar) return <span>{t('pack.bar_held_elsewhere')}</span>
  if (shown === 'spoiled') return <span>{t('pack.spoiled_next')}</span>
  if (shown !== 'not_printed' || !paper?.notPrinted) return null
  const code = paper.notPrinted
  return <span>{isCode(code) ? explain({ code, params: {} }, language).message : t('pack.cancelled')}</span>
}

const isCode = (code: string): code is keyof typeof errors => Object.hasOwn(errors, code)

function Actions({ line, letterGiven, pending, start, onSpoil }: Props) {
  const t = useText()
  const may = useMay()
  const { paper, kind, shown, claimId } = line
  if (!paper) return null
  const what = `${t(`paper.kind_${kind}`)} ${paper.number}`
  const { documentId } = paper
  const failed = shown === 'not_printed'
  const small = { size: 'compact-sm', variant: 'default', disabled: pending } as const
  return (
    <>
      {(failed || shown === 'sent') && may('document.print') && (
        <Button
          {...small}
          aria-label={t('pack.try_again_for', { what })}
          onClick={() => start({ do: 'print', documentIds: [documentId] })}
        >
          {t(failed ? 'pack.try_again' : 'paper.print_again')}
        </Button>
      )}
      {['reserved', 'not_printed', 'sent', 'confirmed'].includes(shown) && may('document.spoil') && (
        <Button {...small} aria-label={t('pack.spoiled_for', { what })} onClick={() => onSpoil(line)}>
          {t('pack.spoiled')}
        </Button>
      )}
      {failed && isIdentityKind(kind) && !letterGiven && may('document.issue') && (
        <Button
          {...small}
          aria-label={t('pack.letter_instead_for', { what })}
          onClick={() => start({ do: 'letter', claimId })}
        >
          {t('pack.letter_instead')}
        </Button>
      )}
    </>
  )
}
