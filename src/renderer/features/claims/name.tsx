import type { ClaimRow } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import css from './Claims.module.css'

type Named = Pick<ClaimRow, 'familyName' | 'givenNames' | 'nativeName'>

/** `TREMBLAY, Amélie`; capitals after the rules of any script that has them. */
export const nameOf = ({ familyName, givenNames }: Named): string =>
  [familyName?.toLocaleUpperCase('und'), givenNames].filter(Boolean).join(', ')

/** Family name in capitals, given names, and below the name in its own script. */
export function PersonName({ person }: { person: Named }) {
  const t = useText()
  const name = nameOf(person)
  return (
    <span className={css.person}>
      {name ? <bdi className={css.latin}>{name}</bdi> : <span className={css.quiet}>{t('claims.no_name')}</span>}
      {person.nativeName && (
        <bdi className={css.native} dir="auto">
          {person.nativeName}
        </bdi>
      )}
    </span>
  )
}
