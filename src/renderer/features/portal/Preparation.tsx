import type { ClaimantScreenView } from '../../../shared/contract/views.ts'
import { preparationHeadings, preparationParts } from '../../../shared/portal/preparation.ts'
import { useLanguage } from '../../app/language.tsx'
import { GuideList } from '../claims/record/Guides.tsx'
import css from '../messages/Messages.module.css'

/** What helps the person to get ready, as the portal shows it: what the case lacks, and guides of their countries. */
export function Preparation({ preparation }: { preparation: ClaimantScreenView['preparation'] }) {
  const { t, say } = useLanguage()
  return (
    <details className={css.more}>
      <summary>{t('portal.preparation')}</summary>
      {preparationParts(preparation).map((part) => (
        <div key={part}>
          <h3>{say(preparationHeadings[part])}</h3>
          <ul>
            {preparation[part].map((line) => (
              <li key={line.en}>{say(line)}</li>
            ))}
          </ul>
        </div>
      ))}
      {preparation.guides.length > 0 && (
        <div>
          <h3>{t('record.guides')}</h3>
          <GuideList guides={preparation.guides} />
        </div>
      )}
    </details>
  )
}
