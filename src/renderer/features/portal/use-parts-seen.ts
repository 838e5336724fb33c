import type { ClaimantScreenView } from '../../../shared/contract/views.ts'
import { benefitWords, standingWords } from '../../../shared/domain/standing.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useFieldName } from '../claims/values.ts'

type View = ClaimantScreenView['view']

/** A heading of what the person sees, with its lines; those to choose from are numbered. */
export interface Part {
  readonly key: string
  readonly title: string
  readonly note?: string
  readonly lines: readonly { readonly key: string; readonly text: string }[]
  readonly ordered?: boolean
}

/** What stands below a claim's status at the portal, in its order; what there is none of is left out, as there. */
export function usePartsSeen(view: View): readonly Part[] {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const nameOf = useFieldName()
  return [
    ...someOf('to_do', t('portal.to_do'), view.actions.map(action)),
    ...view.appointments.flatMap(appointment),
    { key: 'standing', title: t('review.standing'), lines: view.standing.map(standing) },
    {
      key: 'dates',
      title: t('portal.dates'),
      lines: view.dates.map(({ on, time, what, message }) => ({
        key: `${on}.${message ?? what.en}`,
        text: joined([on, time, say(what)]),
      })),
      ...(view.dates.length === 0 ? { note: t('portal.no_dates') } : {}),
    },
    ...someOf('extensions', t('portal.extensions'), view.extensions.map(extension)),
    ...someOf('evidence', t('portal.evidence'), view.evidence.map(evidence)),
    ...someOf('corrections', t('portal.own_corrections'), view.corrections.map(correction)),
    {
      key: 'happened',
      title: t('portal.happened'),
      lines: view.timeline.map(({ at, text }) => ({
        key: `${at}.${text.en}`,
        text: joined([instantText(at, zone), say(text)]),
      })),
    },
  ]

  function action({ message, what, due, overdue, acknowledgedOn }: View['actions'][number]) {
    const text = [
      joined([say(what), t('messages.due', { date: due })]),
      acknowledgedOn && t('messages.acknowledged', { date: acknowledgedOn }),
      overdue && t('messages.overdue'),
    ]
    return { key: message, text: joined(text, '; ') }
  }

  function appointment({ appointment: key, what, offered, declined }: View['appointments'][number]): Part[] {
    if (declined) return [{ key, title: say(what), note: t('portal.declined_offer'), lines: [] }]
    if (!offered) return []
    const lines = offered.slots.map(({ date, time, mode, place }) => ({
      key: `${date}.${time}`,
      text: joined([date, time, mode === 'video' ? t('portal.by_video') : place]),
    }))
    const note = t('portal.choose_until', { when: instantText(offered.until, zone) })
    return [{ key, title: say(what), note, lines, ordered: true }]
  }

  function standing({ benefit, state, since }: View['standing'][number]) {
    const sinceWhen = since && t('review.since', { date: since })
    return { key: benefit, text: joined([say(benefitWords[benefit]), say(standingWords[state]), sinceWhen]) }
  }

  function extension({ request, what, on, state }: View['extensions'][number]) {
    return { key: request, text: joined([on, say(what), t(`portal.extension_${state}`)]) }
  }

  function evidence({ item, on, title, replacedBy, refused, setAside }: View['evidence'][number]) {
    const aside = setAside && t('record.aside', { why: say(setAside) })
    return {
      key: item,
      text: joined([on, title, replacedBy && t('portal.replaced'), refused && say(refused), aside]),
    }
  }

  function correction(sent: View['corrections'][number]) {
    const { correction: key, on, form, fields, lateSince, answer, answeredOn, declined, reason } = sent
    const answered = answer && t(`portal.${declined ? 'partly' : answer}_on`, { date: answeredOn ?? '' })
    const text = [
      form ? `${say(form.title)} (${form.number})` : fields.map(nameOf).join(', '),
      t('portal.received_on', { date: on }),
      lateSince && t('portal.late_since', { date: lateSince }),
      answered ?? t('portal.answer_waits'),
      declined && t('portal.partly_fields', { fields: declined.map(nameOf).join(', ') }),
      reason,
    ]
    return { key, text: joined(text, '; ') }
  }
}

const someOf = (key: string, title: string, lines: Part['lines']): Part[] =>
  lines.length > 0 ? [{ key, title, lines }] : []

const joined = (parts: readonly (string | undefined | false | null)[], by = ', '): string =>
  parts.filter(Boolean).join(by)
