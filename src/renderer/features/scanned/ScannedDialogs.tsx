import { Modal } from '@mantine/core'
import { type RefObject, useEffect, useRef } from 'react'
import type { Scan } from '../../../shared/reader/decode.ts'
import { useText } from '../../app/language.tsx'
import { fieldOfLastScan, passOn, useScanTarget } from '../../app/reader/targets.ts'
import { PassportOffer } from './PassportOffer.tsx'
import { showScanned, useScanned } from './scanned.ts'
import { TextOffer } from './TextOffer.tsx'

/** What nothing on the screen takes: said in front of it, with what can be done. */
export function ScannedDialogs() {
  const t = useText()
  const waiting = useScanned()
  const within = useRef<HTMLDivElement>(null)
  const afterwards = useRef<() => void>(undefined)
  useWindowTargets()
  useEffect(() => () => showScanned(undefined), [])
  const close = (then?: () => void) => {
    afterwards.current = then
    showScanned(undefined)
  }
  const broken = waiting?.kind === 'other' && waiting.scan.broken
  const other = waiting?.kind === 'other' && waiting.scan.kind === 'number' ? 'scan.number_title' : 'scan.text_title'
  return (
    <Modal
      opened={waiting !== undefined}
      onClose={() => close()}
      // Only now may a field below take the focus.
      onExitTransitionEnd={() => afterwards.current?.()}
      size="lg"
      title={t(waiting?.kind !== 'other' ? 'scan.passport' : broken ? 'scan.broken_title' : other)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div ref={within}>
        <Inside within={within} />
        {waiting?.kind === 'passport' && (
          <PassportOffer key={waiting.passport.text} passport={waiting.passport} onClose={close} />
        )}
        {waiting?.kind === 'other' && (
          <TextOffer key={waiting.scan.text} scan={waiting.scan} field={waiting.field} onClose={close} />
        )}
      </div>
    </Modal>
  )
}

/** The next scan takes the place of the one that waits. */
function Inside({ within }: { within: RefObject<HTMLDivElement | null> }) {
  const next = (scan: Scan) => {
    showScanned(undefined)
    passOn(scan)
  }
  useScanTarget('any', next, { within })
  return null
}

/** Nearest to nothing: what no screen and no part of one takes. */
function useWindowTargets() {
  const other = (scan: Scan) => showScanned({ kind: 'other', scan, field: fieldOfLastScan() })
  useScanTarget('passport', ({ text }) => showScanned({ kind: 'passport', passport: { text } }), { level: 'window' })
  useScanTarget('number', other, { level: 'window' })
  useScanTarget('text', other, { level: 'window' })
}
