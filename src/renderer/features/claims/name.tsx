import type { ClaimRow } from '../../../shared/contract/views.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { useText } from '../../app/language.tsx'
import css from './Claims.module.css'

// The waiting room and families know it by this name.
export { nameLine as nameOf }

type Named = Pick<ClaimRow, 'familyName' | 'givenNames' | 'nativeName'>

/** Family name in capitals, given names, and below the name in its own script. */
export function PersonName({ person }: { person: Named }) {
  const t = useText()
  const name = nameLine(person)
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
