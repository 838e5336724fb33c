import type { ReactNode } from 'react'
import type { SealHeaderView, SealHolderView, SealSaidView, SealVerdictView } from '../../../shared/contract/views.ts'
import type { Translate } from '../../../shared/i18n/index.ts'
import type { Language } from '../../../shared/language.ts'
import { countryOfMrz } from '../../../shared/mrz/states.ts'
import type { SealAppointment, SealFlags } from '../../../shared/seal/messages.ts'
import { withWeekday } from '../../app/dates.ts'
import { useLanguage } from '../../app/language.tsx'
import { countryName } from '../../app/names.ts'
import css from './Verify.module.css'

type Row = readonly [label: string, value: ReactNode]

/** Whose document it is, who signed it and when, and everything else in the seal. */
export function SealSaid({ verdict, seal }: { verdict: SealVerdictView; seal: SealHeaderView }) {
  const { t, language } = useLanguage()
  const rows: readonly Row[] = [
    ...(verdict.holder ? holderRows(verdict.holder, t, language) : []),
    ...headerRows(seal, t, language),
    ...verdict.said.map(
      (said): Row => [said.name?.[language] ?? t('verify.tag', { tag: said.tag }), told(said, t, language)],
    ),
    ...(verdict.holder ? [[t('verify.zone'), <Zone key="zone" lines={verdict.holder.lines} />] as const] : []),
  ]
  return (
    <dl className={css.said}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Zone = ({ lines }: { lines: readonly string[] }) => <code className={css.zone}>{lines.join('\n')}</code>

function holderRows(holder: SealHolderView, t: Translate, language: Language): readonly Row[] {
  const { familyName, givenNames, documentNumber, birthDate, sex, nationality, expiryDate } = holder
  return [
    [t('verify.name'), <strong key="name">{givenNames ? `${familyName}, ${givenNames}` : familyName}</strong>],
    [t('verify.number'), documentNumber],
    [t('verify.birth_date'), birthDate],
    [t('verify.sex'), sex ?? '–'],
    [t('verify.nationality'), stateName(nationality, language)],
    [t('verify.expiry'), expiryDate],
  ]
}

function headerRows(seal: SealHeaderView, t: Translate, language: Language): readonly Row[] {
  const { kind, country, signer, reference, signed, issued, office } = seal
  const who = t('verify.signer', { signer, reference, country: stateName(country, language) })
  return [
    [t('verify.kind'), kind?.[language] ?? t('verify.kind_unknown')],
    [t('verify.office'), office ? `${office[language]} – ${who}` : who],
    [t('verify.signed_on'), withWeekday(signed, language)],
    [t('verify.issued_on'), withWeekday(issued, language)],
  ]
}

const stateName = (raw: string, language: Language): string => {
  const code = countryOfMrz(raw)
  return code ? countryName(code, language) : raw
}

function told({ value }: SealSaidView, t: Translate, language: Language): ReactNode {
  if (typeof value !== 'object') return <span className={css.long}>{value}</span>
  return 'minutes' in value ? appointmentText(value, language) : flagsText(value, t)
}

function appointmentText({ date, minutes, office }: SealAppointment, language: Language): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${withWeekday(date, language)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}, ${office}`
}

const flagsText = ({ ifhp, replacement, eligible }: SealFlags, t: Translate): string =>
  [
    t(ifhp ? 'verify.ifhp' : 'verify.no_ifhp'),
    ...(replacement ? [t('verify.replacement')] : []),
    ...(eligible === undefined ? [] : [t(eligible ? 'verify.eligible' : 'verify.ineligible')]),
  ].join(', ')
