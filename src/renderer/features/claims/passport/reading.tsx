import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { StepName } from '../../../../shared/domain/steps.ts'
import { readMrz } from '../../../../shared/mrz/read.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { useScanTarget } from '../../../app/reader/targets.ts'
import { showScanned } from '../../scanned/scanned.ts'
import { useClaim } from '../claim.tsx'
import { useFieldName } from '../values.ts'
import { differencesOf, isAnotherPerson } from './use-zone.ts'

interface Reading {
  /** Reads the lines of a document into the claim; asks first when they are another person's. */
  readonly read: (text: string) => void
  readonly pending: boolean
  readonly error: unknown
  /** Fields that the last reading filled. */
  readonly filled: readonly string[] | undefined
}

const ReadingContext = createContext<Reading | undefined>(undefined)

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('useReading outside ReadingProvider')
  return reading
}

interface Props {
  /** The step of the intake on the screen, if it is one. */
  readonly step: StepName | undefined
  readonly children: ReactNode
}

/**
 * Takes passports for the claim on the screen. In its intake a passport that contradicts nothing is read at once, from any
 * step; elsewhere, and when it is another person's, the officer is asked.
 */
export function ReadingProvider({ step, children }: Props) {
  const { view, mayEdit } = useClaim()
  const today = useStatus()?.today ?? ''
  const { reading, send } = useSending(step === 'passport')
  const read = (text: string) => {
    const zone = readMrz(text, today)
    const differing = zone.ok ? differencesOf(zone.value, view.person) : []
    if (mayEdit && step && !isAnotherPerson(differing)) send(text)
    else {
      const claim = { differing, read: mayEdit ? () => send(text) : undefined }
      showScanned({ kind: 'passport', passport: { text, claim } })
    }
  }
  useScanTarget('passport', ({ text }) => read(text), { level: 'screen' })
  const value = { read, pending: reading.isPending, error: reading.error, filled: reading.data?.filled }
  return <ReadingContext value={value}>{children}</ReadingContext>
}

/** `shown`: the step of the passport says itself what came of it. */
function useSending(shown: boolean) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const nameOf = useFieldName()
  const reading = useMutation(
    useDesk().claims.readDocument.mutationOptions({
      ...inTurn,
      onSuccess: async ({ view, filled }) => {
        await take(view)
        const what = filled.map(nameOf).join(', ')
        const message = what ? t('scan.read_into', { what }) : t('scan.read_into_nothing')
        if (shown) announce(message)
        else notifications.show({ id: 'read', message, color: 'green.9', autoClose: 8000 })
      },
      onError: () => {
        if (!shown) notifications.show({ id: 'read', message: t('scan.not_read'), color: 'red.9', autoClose: false })
      },
    }),
  )
  const send = (text: string) => {
    settleField()
    reading.mutate({ claimId, text })
  }
  return { reading, send }
}

/** What is half typed becomes the officer's value before the document fills what is empty. */
function settleField() {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  field.blur()
  field.focus({ preventScroll: true })
}
