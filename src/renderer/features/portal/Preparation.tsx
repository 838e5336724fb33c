import type { ClaimantScreenView } from '../../../shared/contract/views.ts'
import { preparationHeading, preparationParts } from '../../../shared/portal/preparation.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { GuideList } from '../claims/record/Guides.tsx'
import css from '../messages/Messages.module.css'

/** What helps the person to get ready, as the portal shows it: what the case lacks, and guides of their countries. */
export function Preparation({ preparation }: { preparation: ClaimantScreenView['preparation'] }) {
  const { t, say } = useLanguage()
  const today = useStatus()?.today ?? ''
  return (
    <details className={css.more}>
      <summary>{t('portal.preparation')}</summary>
      {preparationParts(preparation).map((part) => (
        <div key={part}>
          <h3>{say(preparationHeading(part, today))}</h3>
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
