import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import type { MrzRecord } from '../../../../shared/mrz/read.ts'
import { explainMrzWarning, type MrzWarning, mrzFields } from '../../../../shared/mrz/warnings.ts'
import { useLanguage } from '../../../app/language.tsx'
import { useFieldName, useSayValue } from '../values.ts'
import css from './Passport.module.css'
import { zoneValues } from './use-zone.ts'

/** A zone as it reads now: values, check digits, what to look at, readings that would agree. */
export function ZoneReport({ zone, onText }: { zone: MrzRecord; onText: (text: string) => void }) {
  const { t } = useLanguage()
  const warned = zone.warnings.filter(({ code }) => code !== 'check_digit')
  const checked = zone.warnings.filter(({ code }) => code === 'check_digit')
  return (
    <div className={css.report}>
      <ZoneValues zone={zone} />
      <div>
        <h3>{t('mrz.checks')}</h3>
        <ul className={css.checks}>
          {zone.checks.map((check) => (
            <Check
              key={check.field}
              check={check}
              warning={checked.find(({ field }) => field === check.field)}
              onText={onText}
            />
          ))}
        </ul>
      </div>
      {warned.length > 0 && (
        <div className={css.wide}>
          <h3>{t('mrz.warnings')}</h3>
          <ul className={css.checks}>
            {warned.map((warning) => (
              <Warning key={`${warning.code}${warning.field}`} warning={warning} onText={onText} />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** What a zone says, in words. */
export function ZoneValues({ zone }: { zone: MrzRecord }) {
  const { t, language } = useLanguage()
  const nameOf = useFieldName()
  const say = useSayValue()
  return (
    <dl className={css.values}>
      {Object.entries(zoneValues(zone)).map(([name, value]) => (
        <div key={name}>
          <dt>{nameOf(name)}</dt>
          <dd>{say(name, value)}</dd>
        </div>
      ))}
      <div>
        <dt>{mrzFields.documentNumber[language]}</dt>
        <dd>{zone.documentNumber}</dd>
      </div>
      <div>
        <dt>{t('mrz.expiry')}</dt>
        <dd>{zone.expiryDate.value ?? zone.expiryDate.raw}</dd>
      </div>
    </dl>
  )
}

interface CheckProps {
  readonly check: MrzRecord['checks'][number]
  readonly warning: MrzWarning | undefined
  readonly onText: (text: string) => void
}

function Check({ check: { field, ok, found, expected }, warning, onText }: CheckProps) {
  const { t, language } = useLanguage()
  const Icon = ok ? IconCheck : IconX
  return (
    <li data-tone={ok ? 'good' : 'bad'}>
      <Icon size={18} aria-hidden />
      <span>
        {mrzFields[field][language]}{' '}
        <span className={css.verdict}>{ok ? t('mrz.check_ok') : t('mrz.check_wrong', { found, expected })}</span>
      </span>
      {warning && <Suggestions warning={warning} onText={onText} />}
    </li>
  )
}

function Warning({ warning, onText }: { warning: MrzWarning; onText: (text: string) => void }) {
  const { language } = useLanguage()
  return (
    <li data-tone="attention">
      <IconAlertTriangle size={18} aria-hidden />
      <span>{explainMrzWarning(warning, language)}</span>
      <Suggestions warning={warning} onText={onText} />
    </li>
  )
}

/** Readings that would agree, offered and never applied by themselves. */
function Suggestions({ warning, onText }: { warning: MrzWarning; onText: (text: string) => void }) {
  const { t } = useLanguage()
  return warning.suggestions.slice(0, 3).map(({ changes, text }) => (
    <Button key={text} size="compact-sm" variant="default" onClick={() => onText(text)}>
      {t('mrz.suggest', { what: changes.map(({ from, to }) => `${from} → ${to}`).join(', ') })}
    </Button>
  ))
}
