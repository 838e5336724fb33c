import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ReadDocumentView } from '../../../../shared/contract/views.ts'
import { countryOfMrz } from '../../../../shared/mrz/states.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { countryName } from '../../../app/names.ts'
import { useClaim } from '../claim.tsx'
import { useField } from '../use-field.ts'
import { useFieldName, useSayValue } from '../values.ts'
import css from './Passport.module.css'
import { differencesOf, useZone } from './use-zone.ts'

/** The document that was read: what it is, what it filled, and where the claim says something else. */
export function DocumentRead({ read, filled }: { read: ReadDocumentView; filled: readonly string[] | undefined }) {
  const { t, language } = useLanguage()
  const zone = useStatus()?.office?.zone
  const nameOf = useFieldName()
  const issuer = countryOfMrz(read.issuer)
  return (
    <section className={css.held}>
      <h3>{t('mrz.held')}</h3>
      <pre className={css.lines}>{read.lines.join('\n')}</pre>
      <dl className={css.values}>
        <Item label={t('mrz.number')}>{read.number}</Item>
        <Item label={t('mrz.issuer')}>{issuer ? countryName(issuer, language) : read.issuer}</Item>
        <Item label={t('mrz.expiry')}>{read.expiry ?? '–'}</Item>
        <Item label={t('mrz.read_at')}>{instantText(read.at, zone)}</Item>
      </dl>
      {filled && (
        <p className={css.filled} role="status">
          <IconCircleCheck size={18} aria-hidden />
          {filled.length > 0 ? t('mrz.filled', { what: filled.map(nameOf).join(', ') }) : t('mrz.filled_none')}
        </p>
      )}
      <Differences read={read} />
    </section>
  )
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Side by side: the claim and the document, where they differ. */
function Differences({ read }: { read: ReadDocumentView }) {
  const t = useText()
  const { view } = useClaim()
  const zone = useZone(read.lines.join('\n'))
  const differing = zone ? differencesOf(zone, view.person) : []
  if (differing.length === 0) return <p className={css.help}>{t('mrz.agrees')}</p>
  return (
    <table className={css.differs} aria-label={t('mrz.differs')}>
      <thead>
        <tr>
          <th scope="col">{t('mrz.differs')}</th>
          <th scope="col">{t('mrz.in_claim')}</th>
          <th scope="col">{t('mrz.in_document')}</th>
          <th scope="col">
            <span className={css.hidden}>{t('mrz.use')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {differing.map(({ name, said }) => (
          <Difference key={name} name={name as 'familyName'} said={said} />
        ))}
      </tbody>
    </table>
  )
}

function Difference({ name, said }: { name: 'familyName'; said: unknown }) {
  const t = useText()
  const nameOf = useFieldName()
  const say = useSayValue()
  const field = useField(name)
  const label = nameOf(name)
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{say(name, field.value)}</td>
      <td>{say(name, said)}</td>
      <td>
        <Button
          size="compact-sm"
          variant="default"
          disabled={field.disabled}
          aria-label={t('mrz.use_of', { field: label })}
          onClick={() => field.save(said as string)}
        >
          {t('mrz.use')}
        </Button>
      </td>
    </tr>
  )
}
