import type { CountryGuide } from '../../../../shared/guides/guide.ts'
import { useLanguage } from '../../../app/language.tsx'
import { countryName } from '../../../app/names.ts'
import css from './Record.module.css'
import { useRecord } from './record.tsx'

/** What papers of the claim's countries usually look like, beside the papers that are there. */
export function Guides() {
  const { t } = useLanguage()
  const { guides } = useRecord().view
  if (guides.length === 0) return null
  return (
    <section className={css.section} aria-label={t('record.guides')}>
      <h2 className={css.title}>{t('record.guides')}</h2>
      <p className={css.source}>{t('record.guides_lead')}</p>
      <GuideList guides={guides} />
    </section>
  )
}

/** Each country, closed until somebody opens it; whether anybody verified it stands beside its name. */
export function GuideList({ guides }: { readonly guides: readonly CountryGuide[] }) {
  return guides.map((guide) => <Guide key={guide.country} guide={guide} />)
}

function Guide({ guide }: { readonly guide: CountryGuide }) {
  const { t, say, language } = useLanguage()
  const groups = [
    ['identity', guide.identity],
    ['police', guide.police],
    ['medical', guide.medical],
  ] as const
  return (
    <details className={css.guide}>
      <summary>
        {countryName(guide.country, language)}{' '}
        <span className={css.mark} data-verified={guide.verified || undefined}>
          {t(guide.verified ? 'record.guide_verified' : 'record.guide_unverified')}
        </span>
      </summary>
      <dl>
        <dt>{t('record.guide_languages')}</dt>
        <dd>{say(guide.languages)}</dd>
        {groups.map(([group, papers]) => (
          <div key={group}>
            <dt>{t(`record.guide_${group}`)}</dt>
            {papers.map(({ name, issuer, note }) => (
              <dd key={name.en}>
                {say(name)} – {say(issuer)}
                {note ? `. ${say(note)}` : ''}
              </dd>
            ))}
          </div>
        ))}
        <dt>{t('record.guide_sources')}</dt>
        <dd>
          {guide.sources.join('; ')} · {t('record.guide_reviewed', { version: guide.version, on: guide.reviewed })}
        </dd>
      </dl>
    </details>
  )
}
