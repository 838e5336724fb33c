import { IconWorld } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { PortalView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import { useClaim } from '../claims/claim.tsx'
import { useFieldName, useSayValue } from '../claims/values.ts'
import { SentFileLink } from '../messages/Message.tsx'
import css from '../messages/Messages.module.css'
import { AsClaimant } from './AsClaimant.tsx'
import { Corrections } from './Corrections.tsx'

/** What came through the portal, what waits for an answer, and the claim as its person sees it. */
export function PortalTab() {
  const { claimId } = useClaim()
  const query = useQuery(useDesk().portal.get.queryOptions({ input: { claimId } }))
  return (
    <div className={css.columns}>
      <Loaded query={query}>{(view) => <Sent view={view} />}</Loaded>
      <AsClaimant />
    </div>
  )
}

function Sent({ view }: { view: PortalView }) {
  const { t } = useLanguage()
  return (
    <div className={css.screen}>
      {view.corrections.length > 0 && <Corrections corrections={view.corrections} />}
      {view.evidence.length > 0 && (
        <section className={css.section}>
          <h2>{t('portal.evidence')}</h2>
          <ul>
            {view.evidence.map(({ item, on, title, file, replaced }) => (
              <li key={item}>
                {[on, title, replaced && t('portal.replaced')].filter(Boolean).join(', ')} <SentFileLink file={file} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.sent ? (
        <AsSent sent={view.sent} />
      ) : (
        <Empty icon={<IconWorld aria-hidden />} title={t('portal.not_sent')} />
      )}
    </div>
  )
}

function AsSent({ sent }: { sent: NonNullable<PortalView['sent']> }) {
  const { t } = useLanguage()
  const nameOf = useFieldName()
  const say = useSayValue()
  const { on, draft, document, fields } = sent
  return (
    <section className={css.section}>
      <h2>{t('portal.sent')}</h2>
      <p className={css.quiet}>
        {t('portal.sent_line', {
          ...{ date: on, draft, number: document.number },
          document: t(`held_kind.${document.kind as 'passport'}`),
        })}
      </p>
      <table className={css.table}>
        <tbody>
          {fields.map(({ of, field, value }) => (
            <tr key={`${of}.${field}`}>
              <th scope="row">{nameOf(field)}</th>
              <td dir="auto">{say(field, value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
