import { Checkbox } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import type { CorrectionEffects, CorrectionView } from '../../../shared/contract/views.ts'
import { changeKey } from '../../../shared/portal/correction.ts'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import { useFieldName, useSayValue } from '../claims/values.ts'
import css from '../messages/Messages.module.css'
import { CorrectionAnswer, useEffectsWithout } from './CorrectionAnswer.tsx'

/** What the person says is wrong: each answered once, by an officer, who may leave single changes out. */
export function Corrections({ corrections }: { corrections: readonly CorrectionView[] }) {
  const { t } = useLanguage()
  return (
    <section className={css.section} aria-label={t('portal.corrections')}>
      <h2>{t('portal.corrections')}</h2>
      <ol className={css.thread}>
        {corrections.map((correction) => (
          <Correction key={correction.correction} correction={correction} />
        ))}
      </ol>
    </section>
  )
}

function Correction({ correction }: { correction: CorrectionView }) {
  const { t, say } = useLanguage()
  const answers = useMay()('claim.amend') && correction.state === 'waiting'
  const [except, setExcept] = useState<readonly string[]>([])
  const { on, reason, form, lateSince, changes } = correction
  const toggle = (key: string) =>
    setExcept(except.includes(key) ? except.filter((each) => each !== key) : [...except, key])
  return (
    <li className={css.message}>
      {form && <h3>{t('portal.corrected_form', { title: say(form.title), number: form.number })}</h3>}
      <div className={css.line}>
        <span>{t('portal.received_on', { date: on })}</span>
        {lateSince && (
          <StatePill tone="attention" icon={IconClockExclamation}>
            {t('portal.late_since', { date: lateSince })}
          </StatePill>
        )}
        <Told correction={correction} />
      </div>
      <p className={css.text} dir="auto">
        {reason}
      </p>
      <Changes
        correction={correction}
        // One alone is accepted or declined.
        {...(answers && changes.length > 1 ? { choice: { except, toggle } } : {})}
      />
      <Effects correction={correction} except={except} />
      {answers && <CorrectionAnswer correction={correction} except={except} />}
    </li>
  )
}

/** What was answered, by whom and why. */
function Told({ correction: { state, changes, answeredOn, answeredBy, answer } }: { correction: CorrectionView }) {
  const { t } = useLanguage()
  if (state === 'waiting') return null
  const how = changes.some(({ declined }) => declined) ? 'partly' : state
  return (
    <span>{[t(`portal.${how}_on`, { date: answeredOn ?? '' }), answeredBy, answer].filter(Boolean).join(', ')}</span>
  )
}

interface ChangesProps {
  readonly correction: CorrectionView
  /** Which changes the officer leaves out. */
  readonly choice?: { readonly except: readonly string[]; readonly toggle: (key: string) => void }
}

/** What stands there beside what should. */
function Changes({ correction: { state, changes }, choice }: ChangesProps) {
  const { t } = useLanguage()
  const nameOf = useFieldName()
  const say = useSayValue()
  return (
    <table className={css.table} data-thirds>
      <thead>
        <tr>
          {choice && (
            <th scope="col" className={css.choice}>
              {t('portal.accept_column')}
            </th>
          )}
          <th scope="col">{t('timeline.field')}</th>
          <th scope="col">{t(state === 'accepted' ? 'portal.before' : 'portal.held')}</th>
          <th scope="col">{t('portal.proposed')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ of, field, held, proposed, declined, entered }) => {
          const key = changeKey({ of, field })
          return (
            <tr key={key}>
              {choice && (
                <td>
                  <Checkbox
                    aria-label={t('portal.accept_change', { field: nameOf(field) })}
                    checked={!choice.except.includes(key)}
                    onChange={() => choice.toggle(key)}
                  />
                </td>
              )}
              <th scope="row">{nameOf(field)}</th>
              <td dir="auto">{say(field, held) || t('timeline.empty')}</td>
              <td dir="auto">
                {say(field, proposed) || t('timeline.empty')}
                {entered ? (
                  <StatePill tone="attention">{t('portal.change_entered')}</StatePill>
                ) : (
                  declined && <span className={css.quiet}>{` (${t('portal.change_declined')})`}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The checks, run over the claim as it would be without what is left out; heard when another choice changes them. */
function Effects({ correction, except }: { correction: CorrectionView; except: readonly string[] }) {
  const { t } = useLanguage()
  const { effects, checking, error } = useEffectsWithout(correction, except)
  if (!correction.effects) return null
  return (
    <div role="status" aria-busy={checking || undefined}>
      {except.length === correction.changes.length ? (
        <p className={css.quiet}>{t('portal.accept_none')}</p>
      ) : checking ? (
        <p className={css.quiet}>{t('portal.effects_checking')}</p>
      ) : (
        effects && <Effect effects={effects} />
      )}
      <FailureNotice error={error} />
    </div>
  )
}

function Effect({ effects: { brings, settles } }: { effects: CorrectionEffects }) {
  const { t } = useLanguage()
  if (brings.length + settles.length === 0) return <p className={css.quiet}>{t('portal.effects_none')}</p>
  return (
    <>
      <Found title={t('portal.effects_brings')} findings={brings} />
      <Found title={t('portal.effects_settles')} findings={settles} />
    </>
  )
}

function Found({ title, findings }: { title: string; findings: CorrectionEffects['brings'] }) {
  const { t, say } = useLanguage()
  if (findings.length === 0) return null
  return (
    <div>
      <strong>{title}</strong>
      <ul>
        {findings.map(({ key, severity, message }) => (
          <li key={key}>{`${t(`record.severity_${severity}`)}. ${say(message)}`}</li>
        ))}
      </ul>
    </div>
  )
}
