import { Alert, Button, Checkbox, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { replacementReasons } from '../../../shared/domain/vocabulary.ts'
import type { ReplacementReason } from '../../../shared/rules/index.ts'
import { announce } from '../../app/announce.tsx'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { groupSerial } from '../../app/numbers.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea, TextField } from '../../components/fields.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { useClaim } from '../claims/claim.tsx'
import { useGoStep } from '../claims/StepRail.tsx'
import { useFieldName } from '../claims/values.ts'
import { SerialField } from './SerialField.tsx'
import { useSerial } from './use-serial.ts'

interface Props {
  readonly paper: DocumentView
  /** What the officer most likely wants; the document's state otherwise. */
  readonly why?: ReplacementReason
  readonly onClose: () => void
}

/** The document in the person's hand ends and another takes its place, for the reasons that the rules know. */
export function ReplaceDialog({ paper, why, onClose }: Props) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('replace.title', { number: groupSerial(paper.number) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReplaceForm paper={paper} onClose={onClose} {...(why ? { why } : {})} />
    </Modal>
  )
}

function ReplaceForm({ paper, why: first, onClose }: Props) {
  const t = useText()
  const may = useMay()
  const nameOf = useFieldName()
  const corrected = (paper.corrected ?? []).map(nameOf).join(', ')
  const [why, setWhy] = useState<ReplacementReason>(first ?? usualReason(paper))
  const [note, setNote] = useState(corrected && t('replace.note_fields', { fields: corrected }))
  const [police, setPolice] = useState({ number: '', service: '' })
  const [returned, setReturned] = useState(false)
  const [asked, setAsked] = useState(false)
  const sheet = useSerial()
  const { replace, replacing } = useReplacing(paper, onClose)
  const gone = why === 'lost' || why === 'stolen'
  const photoFirst = paper.needsNewPhoto === true && why !== 'error'
  const lacking = {
    number: why === 'stolen' && police.number.trim() === '',
    service: why === 'stolen' && police.service.trim().length < 2,
    note: why === 'error' ? note.trim().length < 3 : note.trim() !== '' && note.trim().length < 3,
  }
  const mayReissue = may('document.issue') && !sheet.none && !photoFirst
  const run = (reissue: boolean) => {
    setAsked(true)
    if (replacing.isPending || Object.values(lacking).some(Boolean)) return
    replace({
      documentId: paper.documentId,
      why,
      returned: returned && !gone,
      reissue,
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(why === 'stolen' ? { police } : {}),
      ...(reissue && sheet.serial ? { stockSerial: sheet.serial } : {}),
    })
  }
  const reissue = () => {
    if (mayReissue) run(true)
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'replace.submit', where: 'here', run: reissue }])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reissue()
  }
  const needed = (lacks: boolean) => (asked && lacks ? t('replace.needed') : undefined)
  return (
    <form onSubmit={submit}>
      <Stack>
        {corrected && <Text fw={650}>{t('correct.paper_differs', { fields: corrected })}</Text>}
        <Text>{t('replace.lead', { number: groupSerial(paper.number) })}</Text>
        <Reasons paper={paper} why={why} onWhy={setWhy} />
        {why === 'stolen' && (
          <Group grow align="start">
            <TextField
              label={t('replace.police_number')}
              error={needed(lacking.number)}
              value={police.number}
              maxLength={50}
              autoComplete="off"
              onChange={(event) => setPolice({ ...police, number: event.currentTarget.value })}
            />
            <TextField
              label={t('replace.police_service')}
              error={needed(lacking.service)}
              value={police.service}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setPolice({ ...police, service: event.currentTarget.value })}
            />
          </Group>
        )}
        <TextArea
          label={t(why === 'error' ? 'replace.note_error' : 'replace.note')}
          help={t('common.reason_help')}
          error={needed(lacking.note)}
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {!gone && (
          <Checkbox
            label={t('replace.returned')}
            checked={returned}
            onChange={(event) => setReturned(event.currentTarget.checked)}
          />
        )}
        {photoFirst ? <PhotoFirst /> : <SerialField sheet={sheet} label={t('replace.sheet')} />}
        <FailureNotice error={replacing.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" loading={replacing.isPending} onClick={() => run(false)}>
            {t('replace.revoke_only')}
          </Button>
          <Button
            type="submit"
            disabled={!mayReissue}
            loading={replacing.isPending}
            rightSection={<KeyHint keys="ctrl+Enter" />}
          >
            {t('replace.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** A document that may be renewed is most likely here for that; else nothing is likelier than a loss. */
const usualReason = ({ renewal, corrected = [] }: DocumentView): ReplacementReason =>
  corrected.length > 0 ? 'error' : renewal?.renewable ? 'expiry' : 'lost'

interface ReasonsProps {
  readonly paper: DocumentView
  readonly why: ReplacementReason
  readonly onWhy: (why: ReplacementReason) => void
}

/** The five reasons; renewal says its days and can be chosen only within them. */
function Reasons({ paper: { renewal }, why, onWhy }: ReasonsProps) {
  const { t, say } = useLanguage()
  const about = (each: ReplacementReason): string | undefined => {
    if (each === 'stolen') return t('replace.stolen_help')
    if (each !== 'expiry' || !renewal) return undefined
    const said = { until: renewal.validUntil, from: renewal.from, citation: say(renewal.citation) }
    if (renewal.expired) return t('replace.expired', said)
    return t(renewal.renewable ? 'replace.renewable' : 'replace.not_yet', said)
  }
  return (
    <Radio.Group
      label={t('replace.why')}
      value={why}
      onChange={(next) => {
        const found = replacementReasons.find((each) => each === next)
        if (found) onWhy(found)
      }}
    >
      <Stack gap="xs" mt={4}>
        {replacementReasons.map((each) => (
          <Radio
            key={each}
            value={each}
            label={t(`replace.why_${each}`)}
            description={about(each)}
            disabled={each === 'expiry' && !renewal?.renewable}
            data-autofocus={each === why || undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function PhotoFirst() {
  const t = useText()
  const { claimId } = useClaim()
  return (
    <Alert color="yellow" icon={<IconCamera aria-hidden />} title={t('replace.photo_needed')}>
      {t('replace.photo_why')}{' '}
      <Link to="/claims/$claimId/intake/$step" params={{ claimId, step: 'photo' }}>
        {t('replace.photo_go')}
      </Link>
    </Alert>
  )
}

function useReplacing(paper: DocumentView, onClose: () => void) {
  const t = useText()
  const go = useGoStep()
  const { take, inTurn } = useClaim()
  const replacing = useMutation(
    useDesk().documents.replace.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        announce(t('replace.done', { number: groupSerial(paper.number) }))
        onClose()
        // The sheet is printed and confirmed where every sheet is.
        go('document')
      },
    }),
  )
  return { replace: replacing.mutate, replacing }
}
