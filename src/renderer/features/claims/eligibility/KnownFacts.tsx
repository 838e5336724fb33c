import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { EligibilityWorksheet } from '../../../../shared/contract/views.ts'
import { type FactId, factIds, factQuestions } from '../../../../shared/rules/index.ts'
import { useLanguage } from '../../../app/language.tsx'
import { useClaim } from '../claim.tsx'
import { useSayFact } from '../values.ts'
import css from './Eligibility.module.css'
import { heldIn } from './use-asking.ts'

interface Props {
  readonly sheet: EligibilityWorksheet
  readonly onChange: ((fact: FactId) => void) | undefined
}

/** Every fact known so far: from which step it comes, or a way to change the answer. */
export function KnownFacts({ sheet: { facts, fixed }, onChange }: Props) {
  const { t, say } = useLanguage()
  const sayTheFact = useSayFact()
  const known = factIds.filter((id) => facts[id] !== undefined)
  if (known.length === 0) return null
  return (
    <section className={css.section}>
      <h3 className={css.heading}>{t('elig.known')}</h3>
      <table className={css.known}>
        <tbody>
          {known.map((id) => (
            <tr key={id}>
              <th scope="row">{say(factQuestions[id].label)}</th>
              <td>{sayTheFact(id, facts[id])}</td>
              <td>
                {fixed.includes(id) ? (
                  <FromStep fact={id} />
                ) : (
                  onChange && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('elig.change_of', { fact: say(factQuestions[id].label) })}
                      onClick={() => onChange(id)}
                    >
                      {t('elig.change')}
                    </Button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FromStep({ fact }: { fact: FactId }) {
  const { t } = useLanguage()
  const { claimId } = useClaim()
  // What is held and asked in no other step was answered by a check.
  const step = heldIn[fact] ?? 'checks'
  return (
    <Link to="/claims/$claimId/intake/$step" params={{ claimId, step }}>
      {t('elig.fixed_in', { step: t(`step.${step}`) })}
    </Link>
  )
}
