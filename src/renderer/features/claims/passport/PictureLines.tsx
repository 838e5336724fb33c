import { Checkbox } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { RefObject } from 'react'
import type { ZoneInPicture } from '../../../../shared/contract/views.ts'
import type { MrzRecord } from '../../../../shared/mrz/read.ts'
import { useText } from '../../../app/language.tsx'
import { useObjectUrl } from '../../../components/Picture.tsx'
import css from './Picture.module.css'

interface Props {
  readonly picture: ZoneInPicture
  /** As it reads now: the officer may have corrected it. */
  readonly zone: MrzRecord | undefined
  readonly confirmed: boolean
  readonly onConfirmed: (confirmed: boolean) => void
  readonly box: RefObject<HTMLInputElement | null>
}

/** Each line as it stands on the page, its letters right beneath; and the word of the officer that the name is right. */
export function PictureLines({ picture, zone, confirmed, onConfirmed, box }: Props) {
  const t = useText()
  const lines = zone?.format === picture.format ? zone.lines : picture.lines
  // A letter that the officer wrote is theirs.
  const doubtful = picture.doubtful.filter(
    ({ line, column }) => lines[line]?.charAt(column) === picture.lines[line]?.charAt(column),
  )
  const isDoubtful = (line: number, column: number) =>
    doubtful.some((place) => place.line === line && place.column === column)
  const what = doubtful
    .map(({ line, column }) =>
      t('mrz.doubtful_letter', { line: line + 1, column: column + 1, letter: lines[line]?.charAt(column) ?? '' }),
    )
    .join('; ')
  return (
    <div className={css.lines}>
      {picture.strips.map((strip, line) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
          key={line}
          strip={strip as Blob}
          alt={t('mrz.strip', { line: line + 1 })}
          letters={lines[line] ?? ''}
          isDoubtful={(column) => isDoubtful(line, column)}
        />
      ))}
      <p className={css.doubt} data-tone={what ? 'attention' : 'good'}>
        {what ? <IconAlertTriangle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
        {what ? t('mrz.doubtful', { what }) : t('mrz.doubtful_none')}
      </p>
      {zone && (
        <Checkbox
          ref={box}
          checked={confirmed}
          label={t('mrz.confirm_name', { name: nameIn(zone) })}
          description={t('mrz.confirm_why')}
          onChange={(event) => onConfirmed(event.currentTarget.checked)}
        />
      )}
    </div>
  )
}

/** What is confirmed: another name needs another look. */
export const nameIn = ({ familyName, givenNames }: MrzRecord): string =>
  givenNames ? `${familyName}, ${givenNames}` : familyName

interface LineProps {
  readonly strip: Blob
  readonly alt: string
  readonly letters: string
  readonly isDoubtful: (column: number) => boolean
}

function Line({ strip, alt, letters, isDoubtful }: LineProps) {
  const url = useObjectUrl(strip)
  return (
    <div className={css.line}>
      {url && <img src={url} alt={alt} />}
      <div className={css.letters} style={{ gridTemplateColumns: `repeat(${letters.length}, 1fr)` }} aria-hidden>
        {[...letters].map((letter, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter is its place
          <span key={column} data-doubtful={isDoubtful(column) || undefined}>
            {letter}
          </span>
        ))}
      </div>
    </div>
  )
}
