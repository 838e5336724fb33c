import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PartnerRequestView } from '../../../../shared/contract/views.ts'
import { partnerResultWords, partnerWords, purposeWords, sharedFieldWords } from '../../../../shared/partners/names.ts'
import { authorityWords } from '../../../../shared/partners/table.ts'
import { takeFile } from '../../../app/delivery.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { StatePill, type Tone } from '../../../components/StatePill.tsx'
import messages from '../../messages/Messages.module.css'
import { useClaim } from '../claim.tsx'
import { AnswerDialog, AskDialog } from './PartnerDialogs.tsx'
import css from './Review.module.css'
import type { ReviewProps } from './ReviewTab.tsx'

const tones: Readonly<Record<PartnerRequestView['state'], Tone>> = {
  given: 'neutral',
  asked: 'info',
  late: 'bad',
  answered: 'good',
}

/** Requests to partners, and with them the ledger: what was given to whom, when, on what authority. */
export function Partners({ review, take }: ReviewProps) {
  const { t } = useLanguage()
  const { claimId, view } = useClaim()
  const kiosk = useStatus()?.kiosk === true
  const mayAsk = useMay()('claim.edit') && view.allowed.includes('check')
  const mayExport = useMay()('claim.decide') && view.row.state === 'referred' && !kiosk
  const desk = useDesk()
  const queries = useQueryClient()
  const exporting = useMutation(
    desk.review.schedule2.mutationOptions({
      onSuccess: async (file) => {
        takeFile(file)
        // What was given stands in the ledger now.
        await queries.invalidateQueries({ queryKey: desk.review.get.queryKey({ input: { claimId } }) })
      },
    }),
  )
  const [asking, setAsking] = useState(false)
  const [answering, setAnswering] = useState<PartnerRequestView>()
  return (
    <section className={messages.section} aria-label={t('review.partners')}>
      <div className={css.head}>
        <h2>{t('review.partners')}</h2>
        {mayAsk && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t('review.ask_partner')}
          </Button>
        )}
      </div>
      <p className={css.what}>{t(`review.consent_${review.consent}`)}</p>
      {review.ledger.length === 0 ? (
        <p className={css.what}>{t('review.nothing_shared')}</p>
      ) : (
        <ul className={css.ledger} aria-label={t('review.ledger')}>
          {review.ledger.map((request) => (
            <Entry
              key={request.request}
              request={request}
              {...(mayAsk && !request.elsewhere && (request.state === 'asked' || request.state === 'late')
                ? { onAnswer: () => setAnswering(request) }
                : {})}
            />
          ))}
        </ul>
      )}
      {mayExport && (
        <Button
          mt="sm"
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate({ claimId })}
        >
          {t('review.schedule2')}
        </Button>
      )}
      <FailureNotice error={exporting.error} />
      {asking && <AskDialog review={review} take={take} onClose={() => setAsking(false)} />}
      {answering && <AnswerDialog request={answering} take={take} onClose={() => setAnswering(undefined)} />}
    </section>
  )
}

function Entry({ request, onAnswer }: { request: PartnerRequestView; onAnswer?: () => void }) {
  const { t, say } = useLanguage()
  const { partner, purpose, state, fields, authority, on, by, due, result, note, answeredOn, answeredBy, elsewhere } =
    request
  return (
    <li>
      <div className={css.head}>
        <strong>
          {say(partnerWords[partner])}, {say(purposeWords[purpose])}
        </strong>
        <StatePill tone={result === 'hit' ? 'attention' : tones[state]}>
          {result ? say(partnerResultWords[result]) : t(`review.partner_${state}`)}
        </StatePill>
      </div>
      <span>{t('review.given', { fields: fields.map((field) => say(sharedFieldWords[field])).join(', ') })}</span>
      <span className={css.what}>
        {[on, by, say(authorityWords(authority)), elsewhere && t('review.elsewhere', { number: elsewhere })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {(state === 'asked' || state === 'late') && (
        <span className={css.what}>{t('review.answer_due', { date: due })}</span>
      )}
      {result && <span>{[answeredOn, answeredBy, note].filter(Boolean).join(' · ')}</span>}
      {onAnswer && (
        <div>
          <Button size="compact-sm" variant="default" onClick={onAnswer}>
            {t('review.record_answer')}
          </Button>
        </div>
      )}
    </li>
  )
}
