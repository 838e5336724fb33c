import { useQuery } from '@tanstack/react-query'
import type { ClaimantScreenView } from '../../../shared/contract/views.ts'
import { benefitWords, standingWords } from '../../../shared/domain/standing.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Loaded } from '../../components/states.tsx'
import { useClaim } from '../claims/claim.tsx'
import { useFieldName } from '../claims/values.ts'
import css from '../messages/Messages.module.css'
import { Preparation } from './Preparation.tsx'

/** The claim exactly as its person sees it: one function over the public events makes both. */
export function AsClaimant() {
  const { t } = useLanguage()
  const { claimId } = useClaim()
  const query = useQuery(useDesk().portal.asClaimant.queryOptions({ input: { claimId } }))
  return (
    <section className={css.section} aria-label={t('portal.as_claimant')}>
      <h2>{t('portal.as_claimant')}</h2>
      <Loaded query={query}>{(seen) => <Seen seen={seen} />}</Loaded>
    </section>
  )
}

type Correction = ClaimantScreenView['view']['corrections'][number]

function Seen({ seen: { view, preparation, asOf } }: { seen: ClaimantScreenView }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const nameOf = useFieldName()
  const office = asOf.office ? instantText(asOf.office, zone) : t('portal.never')
  return (
    <div className={css.screen}>
      <div>
        <strong>{say(view.statusText)}</strong>
        <p className={css.quiet}>{t('portal.as_of', { now: instantText(asOf.portal, zone), office })}</p>
        {view.still && <Notice tone="attention" title={say(view.still.text)} />}
        <p>{t('portal.unread', { n: view.unread })}</p>
        {view.photo && <p>{`${t('portal.photo')}: ${photoWords(view.photo)}`}</p>}
      </div>
      {view.actions.length > 0 && (
        <div>
          <h3>{t('portal.to_do')}</h3>
          <ul>
            {view.actions.map(({ message, what, due, overdue, acknowledgedOn }) => (
              <li key={message}>
                {[
                  `${say(what)}, ${t('messages.due', { date: due })}`,
                  acknowledgedOn && t('messages.acknowledged', { date: acknowledgedOn }),
                  overdue && t('messages.overdue'),
                ]
                  .filter(Boolean)
                  .join('; ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      {view.appointments.map(({ appointment, what, offered, declined }) =>
        declined ? (
          <div key={appointment}>
            <h3>{say(what)}</h3>
            <p>{t('portal.declined_offer')}</p>
          </div>
        ) : offered ? (
          <div key={appointment}>
            <h3>{say(what)}</h3>
            <p className={css.quiet}>{t('portal.choose_until', { when: instantText(offered.until, zone) })}</p>
            <ol>
              {offered.slots.map(({ date, time, mode, place }) => (
                <li key={`${date}.${time}`}>
                  {`${date}, ${time}, ${mode === 'video' ? t('portal.by_video') : place}`}
                </li>
              ))}
            </ol>
          </div>
        ) : null,
      )}
      <div>
        <h3>{t('review.standing')}</h3>
        <ul>
          {view.standing.map(({ benefit, state, since }) => (
            <li key={benefit}>
              {[say(benefitWords[benefit]), say(standingWords[state]), since && t('review.since', { date: since })]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('portal.dates')}</h3>
        {view.dates.length === 0 ? (
          <p className={css.quiet}>{t('portal.no_dates')}</p>
        ) : (
          <ul>
            {view.dates.map(({ on, time, what, message }) => (
              <li key={`${on}.${message ?? what.en}`}>{[on, time, say(what)].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        )}
      </div>
      {view.extensions.length > 0 && (
        <div>
          <h3>{t('portal.extensions')}</h3>
          <ul>
            {view.extensions.map(({ request, what, on, state }) => (
              <li key={request}>{[on, say(what), t(`portal.extension_${state}`)].join(', ')}</li>
            ))}
          </ul>
        </div>
      )}
      {view.evidence.length > 0 && (
        <div>
          <h3>{t('portal.evidence')}</h3>
          <ul>
            {view.evidence.map(({ item, on, title, replacedBy, refused, setAside }) => (
              <li key={item}>
                {[
                  on,
                  title,
                  replacedBy && t('portal.replaced'),
                  refused && say(refused),
                  setAside && t('record.aside', { why: say(setAside) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      {view.corrections.length > 0 && (
        <div>
          <h3>{t('portal.own_corrections')}</h3>
          <ul>
            {view.corrections.map((correction) => (
              <li key={correction.correction}>{correctionWords(correction)}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>{t('portal.happened')}</h3>
        <ul>
          {view.timeline.map(({ at, text }) => (
            <li key={`${at}.${text.en}`}>{`${instantText(at, zone)}, ${say(text)}`}</li>
          ))}
        </ul>
      </div>
      <Preparation preparation={preparation} />
    </div>
  )

  function correctionWords({ on, form, fields, lateSince, answer, answeredOn, reason }: Correction): string {
    return [
      form ? `${say(form.title)} (${form.number})` : fields.map(nameOf).join(', '),
      t('portal.received_on', { date: on }),
      lateSince && t('portal.late_since', { date: lateSince }),
      answer ? t(`portal.${answer}_on`, { date: answeredOn ?? '' }) : t('portal.answer_waits'),
      reason,
    ]
      .filter(Boolean)
      .join('; ')
  }

  function photoWords({ state, on, reasons = [] }: NonNullable<typeof view.photo>): string {
    if (state === 'sent') return t('portal.photo_sent', { date: on })
    if (state === 'returned') return t('portal.photo_returned', { reasons: reasons.map(say).join(', ') })
    return t(`portal.photo_${state}`)
  }
}
