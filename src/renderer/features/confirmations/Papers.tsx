import { Button } from '@mantine/core'
import { IconClockExclamation, IconFileDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ConfirmationView } from '../../../shared/contract/views.ts'
import { cardInstructionsOf } from '../../../shared/domain/confirmation/queues.ts'
import {
  attemptWords,
  cardReturnWords,
  channelWords,
  contactReasonWords,
  refusalInWords,
} from '../../../shared/domain/confirmation/words.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import css from './Confirmations.module.css'
import { CardPill } from './cards/CardPill.tsx'
import { Due } from './cards/Due.tsx'
import { type FormAct, needed } from './use-confirmation.ts'

interface Props {
  readonly view: ConfirmationView
  readonly onAct: (act: FormAct) => void
}

/** What somebody gets who is a permanent resident, and the calls about it. */
export function Papers(props: Props) {
  const { residence, contact } = props.view.state
  return (
    <>
      {residence === 'confirmed' && <Ecopr {...props} />}
      {residence === 'confirmed' && <Card {...props} />}
      {(residence === 'confirmed' || contact === 'open') && <Contact {...props} />}
    </>
  )
}

const ecoprTones = { none: 'neutral', available: 'info', downloaded: 'good', withdrawn: 'bad' } as const

function Ecopr({ view, onAct }: Props) {
  const t = useText()
  const may = useMay()
  const today = useStatus()?.today ?? ''
  const { ecopr } = view.facts
  const take = useMutation(useDesk().ecopr.take.mutationOptions({ onSuccess: takeFile }))
  const given = ecopr.state === 'available' || ecopr.state === 'downloaded'
  const over = given && (ecopr.availableUntil ?? '9') < today
  return (
    <Section
      title={t('confirm.ecopr')}
      pill={<StatePill tone={ecoprTones[ecopr.state]}>{t(`cards.ecopr_${ecopr.state}`)}</StatePill>}
    >
      <Lines
        lines={[
          [t('cards.ecopr_number'), ecopr.number],
          [t('cards.ecopr_issued'), ecopr.issuedOn],
          [
            t('cards.ecopr_until'),
            given &&
              ecopr.availableUntil &&
              (over ? (
                <StatePill tone="attention" icon={IconClockExclamation}>
                  {t('cards.ecopr_over', { date: ecopr.availableUntil })}
                </StatePill>
              ) : (
                ecopr.availableUntil
              )),
          ],
          [
            t('cards.ecopr_downloads'),
            ecopr.downloads > 0 && `${t('cards.times', { count: ecopr.downloads })} · ${ecopr.downloadedOn ?? ''}`,
          ],
        ]}
      />
      <FailureNotice error={take.error} />
      <div className={css.buttons}>
        <ActButtons view={view} acts={['issue_ecopr']} onAct={onAct} />
        {given && may('confirmation.work') && (
          <Button
            size="xs"
            variant="default"
            className={css.act}
            leftSection={<IconFileDownload size={16} aria-hidden />}
            loading={take.isPending}
            onClick={() => take.mutate({ confirmationId: view.confirmationId })}
          >
            {t('cards.ecopr_open')}
          </Button>
        )}
        <ActButtons view={view} acts={['renew_ecopr', 'withdraw_ecopr']} onAct={onAct} />
      </div>
    </Section>
  )
}

function Card({ view, onAct }: Props) {
  const { t, say } = useLanguage()
  const today = useStatus()?.today ?? ''
  const { facts, cardDue } = view
  const { card } = facts
  const can = cardInstructionsOf(facts)
  const acts: FormAct[] = [
    ...(can.send ? [facts.card.state === 'undelivered' ? ('remail_card' as const) : ('redirect_card' as const)] : []),
    ...(can.hold ? ['hold_card' as const] : []),
  ]
  return (
    <Section title={t('confirm.card')} pill={<CardPill state={card.state} />}>
      <Lines
        lines={[
          [t('cards.due'), cardDue && <Due due={cardDue} late={cardDue < today} />],
          [t('cards.ordered_on'), card.orderedOn],
          [t('cards.produced_on'), card.producedOn],
          [
            t('cards.mailed_on'),
            card.mailedOn &&
              [card.mailedOn, card.mailings > 1 && t('cards.mailings', { count: card.mailings })]
                .filter(Boolean)
                .join(' · '),
          ],
          [
            t('cards.returned_on'),
            card.returnedOn &&
              [card.returnedOn, card.returnedWhy && say(cardReturnWords[card.returnedWhy])].filter(Boolean).join(' · '),
          ],
          [t('cards.refusal'), card.state === 'refused' && card.refusal && say(refusalInWords(card.refusal))],
          [t('cards.held'), card.held],
        ]}
      />
      <div className={css.buttons}>
        <ActButtons view={view} acts={acts} onAct={onAct} />
      </div>
    </Section>
  )
}

function Contact({ view, onAct }: Props) {
  const { t, say } = useLanguage()
  const { contact } = view.facts
  const isOpen = contact.state === 'open'
  return (
    <Section
      title={t('confirm.contact')}
      pill={
        <StatePill tone={isOpen ? 'attention' : 'neutral'}>
          {t(isOpen ? 'cards.contact_open' : 'cards.contact_none')}
        </StatePill>
      }
    >
      {isOpen && (
        <Lines
          lines={[
            [t('cards.contact_why'), contact.why && say(contactReasonWords[contact.why])],
            [t('cards.contact_since'), contact.openedOn],
            [t('confirm.field_note'), contact.note],
          ]}
        />
      )}
      {isOpen && contact.attempts.length > 0 && (
        <ol className={css.attempts} aria-label={t('cards.attempts')}>
          {contact.attempts.map((attempt, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: attempts are only ever added at the end
            <li key={at}>
              {[attempt.on, say(channelWords[attempt.via]), say(attemptWords[attempt.outcome]), attempt.note]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ol>
      )}
      <div className={css.buttons}>
        <ActButtons view={view} acts={['attempt_contact', 'close_contact', 'open_contact']} onAct={onAct} />
      </div>
    </Section>
  )
}

/** The act that is next has its button beside; the others are here. */
function ActButtons({ view, acts, onAct }: Props & { acts: readonly FormAct[] }) {
  const t = useText()
  const may = useMay()
  return acts
    .filter((act) => act !== view.next && view.allowed.includes(act) && may(needed(act)))
    .map((act) => (
      <Button key={act} size="xs" variant="default" className={css.act} onClick={() => onAct(act)}>
        {t(`confirm.act_${act}`)}
      </Button>
    ))
}

function Section({ title, pill, children }: { title: string; pill: ReactNode; children: ReactNode }) {
  return (
    <section className={css.section} aria-label={title}>
      <h2 className={css.withPill}>
        {title} {pill}
      </h2>
      {children}
    </section>
  )
}

function Lines({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) {
  const known = lines.filter(([, value]) => Boolean(value))
  if (known.length === 0) return null
  return (
    <dl className={css.facts}>
      {known.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
