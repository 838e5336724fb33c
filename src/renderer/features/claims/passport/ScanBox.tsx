import { Button } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ZoneInPicture } from '../../../../shared/contract/views.ts'
import { type MrzRecord, readMrz } from '../../../../shared/mrz/read.ts'
import { announce } from '../../../app/announce.tsx'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { useScanTarget } from '../../../app/reader/targets.ts'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { openHelp } from '../../help/HelpDialogs.tsx'
import css from './Passport.module.css'
import { nameIn, PictureLines } from './PictureLines.tsx'
import { PictureReading } from './PictureReading.tsx'
import { useZone } from './use-zone.ts'
import { ZoneReport } from './ZoneReport.tsx'

/** A slow reader sends the next line within this time; after this much silence Enter meant "read". */
const readerPause = 250

/**
 * One big target: for scans, wherever the focus is; for paste; for hands, whose Enter after the last line reads it into
 * the claim. It is checked while it is typed.
 */
export function ScanBox({ pending, onRead }: { pending: boolean; onRead: (text: string) => void }) {
  const t = useText()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const zone = useZone(text)
  const { picture, show, mayRead, ...confirming } = usePicture(zone)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(text)
  latest.current = text
  useEffect(() => box.current?.focus(), [])
  const today = useStatus()?.today ?? ''
  useScanTarget('passport', (scan) => {
    show(undefined)
    setText(scan.text)
    const read = readMrz(scan.text, today)
    if (read.ok && read.value.checks.every(({ ok }) => ok)) return onRead(scan.text)
    // The eye comes first: the box shows which digits, and what would agree.
    box.current?.focus()
    announce(t('scan.look_first'))
  })
  useScanTarget('text', (scan) => setText(scan.text.toUpperCase()))
  useEffect(() => () => clearTimeout(waiting.current), [])

  const read = () => {
    if (latest.current.trim() === '' || pending) return
    if (mayRead()) onRead(latest.current)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    clearTimeout(waiting.current)
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    // Enter between the lines starts the next one; after a whole zone it reads, once the reader is silent.
    if (zone) {
      event.preventDefault()
      waiting.current = setTimeout(read, readerPause)
    }
  }
  const characters = text.replace(/\s/g, '').length
  return (
    <div className={css.scan}>
      <PictureReading
        onZone={(read) => {
          show(read)
          setText(read.lines.join('\n'))
        }}
      />
      {picture && <PictureLines picture={picture} zone={zone} {...confirming} />}
      <label className={css.target} data-state={zone ? 'whole' : characters > 0 ? 'typing' : 'empty'}>
        <span className={css.state}>
          <IconScan size={28} stroke={1.5} aria-hidden />
          <span role="status">
            {zone
              ? t('mrz.recognized', { format: t(`mrz.format_${zone.format}`) })
              : characters > 0
                ? t('mrz.typing', { characters })
                : t('mrz.waiting')}
          </span>
        </span>
        <span className={css.hidden}>{t('mrz.box')}</span>
        <textarea
          ref={box}
          className={css.zone}
          rows={3}
          cols={44}
          value={text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="characters"
          aria-describedby="mrz-help"
          maxLength={1000}
          onChange={(event) => setText(event.currentTarget.value.toUpperCase())}
          onKeyDown={onKeyDown}
        />
        <span id="mrz-help" className={css.help}>
          {t('mrz.box_help')}
        </span>
      </label>
      <Button variant="subtle" size="compact-sm" onClick={() => openHelp('reader')}>
        {t('reader.title')}
      </Button>
      {zone && <ZoneReport zone={zone} onText={setText} />}
      {text !== '' && (
        <Button onClick={read} loading={pending} rightSection={<KeyHint keys="Enter" />}>
          {t('mrz.read')}
        </Button>
      )}
    </div>
  )
}

/** What was read in a picture is read into the claim only after an officer compared the name: no check digit covers it. */
function usePicture(zone: MrzRecord | undefined) {
  const t = useText()
  const [picture, show] = useState<ZoneInPicture>()
  const [name, setName] = useState<string>()
  const box = useRef<HTMLInputElement>(null)
  const confirmed = zone !== undefined && name === nameIn(zone)
  return {
    picture,
    box,
    confirmed,
    show: (next: ZoneInPicture | undefined) => {
      setName(undefined)
      show(next)
    },
    onConfirmed: (yes: boolean) => setName(yes && zone ? nameIn(zone) : undefined),
    mayRead: () => {
      if (!picture || confirmed) return true
      box.current?.focus()
      announce(t('mrz.confirm_first'))
      return false
    },
  }
}
