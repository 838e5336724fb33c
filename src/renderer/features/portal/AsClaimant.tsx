import { useQuery } from '@tanstack/react-query'
import type { ClaimantScreenView } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Loaded } from '../../components/states.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from '../messages/Messages.module.css'
import { Preparation } from './Preparation.tsx'
import { type Part, usePartsSeen } from './use-parts-seen.ts'

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

function Seen({ seen: { view, preparation, asOf } }: { seen: ClaimantScreenView }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const parts = usePartsSeen(view)
  const office = asOf.office ? instantText(asOf.office, zone) : t('portal.never')
  return (
    <div className={css.screen}>
      <div>
        <strong>{say(view.statusText)}</strong>
        <p className={css.quiet}>{t('portal.as_of', { now: instantText(asOf.portal, zone), office })}</p>
        {view.still && <Notice tone="attention" title={say(view.still.text)} />}
        <p>{t('portal.unread', { n: view.unread })}</p>
        {view.photo && <PhotoLine photo={view.photo} />}
      </div>
      {parts.map((part) => (
        <PartSeen key={part.key} part={part} />
      ))}
      <Preparation preparation={preparation} />
    </div>
  )
}

function PhotoLine({
  photo: { state, on, reasons = [] },
}: {
  photo: NonNullable<ClaimantScreenView['view']['photo']>
}) {
  const { t, say } = useLanguage()
  const words =
    state === 'sent'
      ? t('portal.photo_sent', { date: on })
      : state === 'returned'
        ? t('portal.photo_returned', { reasons: reasons.map(say).join(', ') })
        : t(`portal.photo_${state}`)
  return <p>{t('portal.photo', { words })}</p>
}

function PartSeen({ part: { title, note, lines, ordered } }: { part: Part }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <div>
      <h3>{title}</h3>
      {note && <p className={css.quiet}>{note}</p>}
      {lines.length > 0 && (
        <List>
          {lines.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </List>
      )}
    </div>
  )
}
