import type { ReactNode } from 'react'
import type { ConfirmationView } from '../../../shared/contract/views.ts'
import type { PostalAddress } from '../../../shared/domain/confirmation/address.ts'
import { cardAddress } from '../../../shared/domain/confirmation/facts.ts'
import {
  interviewOutcomeWords,
  interviewReasonWords,
  passportWords,
} from '../../../shared/domain/confirmation/words.ts'
import type { Language } from '../../../shared/language.ts'
import { useLanguage } from '../../app/language.tsx'
import { countryName } from '../../app/names.ts'
import css from './Confirmations.module.css'

/** What is known of the person on each track, with its days. */
export function Facts({ view }: { view: ConfirmationView }) {
  const { t, say, language } = useLanguage()
  const { facts } = view
  const { identity, invitation, account, presence, photo, interview, residence } = facts
  const address = cardAddress(facts)
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t('confirm.contact_details'), [identity.email, identity.phone].filter(Boolean).join(' · ')],
    [t('confirm.language'), t(`confirm.language_${identity.language}`)],
    [
      t('confirm.passport'),
      identity.passport &&
        [identity.passport.number, countryName(identity.passport.country, language), identity.passport.expiresOn]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('confirm.invitation'),
      invitation.state !== 'none' &&
        [
          invitation.on,
          invitation.reminders > 0 && t('confirm.reminders', { count: invitation.reminders }),
          invitation.postedOn && t('confirm.posted', { date: invitation.postedOn }),
          invitation.answeredOn
            ? t('confirm.answered', { date: invitation.answeredOn })
            : t('confirm.answer_by', { date: invitation.answerBy ?? '' }),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('confirm.account'),
      account.userName &&
        [
          account.userName,
          account.state === 'password_out' && t('confirm.password_until', { date: account.validUntil ?? '' }),
          account.signedInOn && t('confirm.signed_in', { date: account.signedInOn }),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('confirm.presence'),
      presence.on && `${t(presence.inCanada ? 'confirm.in_canada' : 'confirm.not_in_canada')} · ${presence.on}`,
    ],
    [t('confirm.card_address'), address && addressLine(address, language)],
    [
      t('confirm.photo'),
      photo.state !== 'none' &&
        [
          t(`confirm.photo_${photo.state}`),
          photo.decidedOn ?? photo.submittedOn,
          photo.returns > 0 && t('confirm.photo_returns', { count: photo.returns }),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('confirm.interview'),
      interview.state !== 'none' &&
        [
          interview.why && say(interviewReasonWords[interview.why]),
          interview.planned && `${interview.planned.date} ${interview.planned.time}, ${interview.planned.place}`,
          interview.outcome && say(interviewOutcomeWords[interview.outcome]),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('confirm.residence'),
      residence &&
        [residence.on, say(passportWords[residence.passport]), residence.notInadmissible.source, view.confirmedBy]
          .filter(Boolean)
          .join(' · '),
    ],
  ]
  return (
    <section className={css.section}>
      <h2>{t('confirm.facts')}</h2>
      <dl className={css.facts}>
        {lines
          .filter(([, value]) => Boolean(value))
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

const addressLine = (
  { line1, line2, city, province, postalCode, country }: PostalAddress,
  language: Language,
): string =>
  [
    line1,
    line2,
    [city, province, postalCode].filter(Boolean).join(' '),
    country === 'CAN' ? '' : countryName(country, language),
  ]
    .filter(Boolean)
    .join(', ')
