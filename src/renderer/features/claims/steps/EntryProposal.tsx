import { Button } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { proposedEntry } from '../../../../shared/domain/entry-proposal.ts'
import type { Entry } from '../../../../shared/domain/fields.ts'
import { officeOf } from '../../../../shared/domain/ports-of-entry.ts'
import { announce } from '../../../app/announce.tsx'
import { withWeekday } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage } from '../../../app/language.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { useClaim } from '../claim.tsx'
import css from '../Entry.module.css'

/** The usual entry of a claim at this office: no fact of the claim until the officer confirms it, by one key. */
export function EntryProposal({ onConfirm }: { onConfirm: (entry: Entry) => void }) {
  const { t, say, language } = useLanguage()
  const { view } = useClaim()
  const status = useStatus()
  const { channel, claimDate } = view.claim
  const entry = proposedEntry(
    {
      ...(channel?.value ? { channel: channel.value } : {}),
      ...(claimDate?.value ? { claimDate: claimDate.value } : {}),
    },
    status?.office?.code ?? '',
    status?.today ?? '',
  )
  const confirm = () => {
    if (!entry) return
    onConfirm(entry)
    announce(t('entry.proposal_confirmed'))
    // The button is gone once the entry is there.
    document.querySelector<HTMLElement>('[data-add-entry]')?.focus()
  }
  useKeys(entry ? [{ keys: 'c', label: 'entry.key_confirm', where: 'here', run: confirm }] : [])
  const office = entry?.place && officeOf(entry.place)
  if (!entry || !office) return null
  return (
    <section className={css.proposal} aria-label={t('entry.proposal')}>
      <IconHelpCircle size={24} aria-hidden />
      <div>
        <strong>{t('entry.proposal')}</strong>
        <p className={css.proposed}>
          {t('entry.proposal_ask', {
            date: withWeekday(entry.date, language),
            place: say(office.name),
            manner: t(`manner.${entry.manner}`),
          })}
        </p>
        <p className={css.help}>{t('entry.proposal_help')}</p>
        <Button rightSection={<KeyHint keys="c" />} onClick={confirm}>
          {t('entry.proposal_confirm')}
        </Button>
      </div>
    </section>
  )
}
