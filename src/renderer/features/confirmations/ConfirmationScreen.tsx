import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ConfirmationRow, ConfirmationView } from '../../../shared/contract/views.ts'
import type { Action } from '../../../shared/domain/authority.ts'
import { familyRoleWords, stepWords } from '../../../shared/domain/confirmation/words.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Loaded, NoPermission } from '../../components/states.tsx'
import { ActDialog } from './ActDialog.tsx'
import css from './Confirmations.module.css'
import { Facts } from './Facts.tsx'
import { Message } from './Message.tsx'
import { Papers } from './Papers.tsx'
import { PersonHeader } from './PersonHeader.tsx'
import { StepPill } from './StepPill.tsx'
import { type FormAct, formActs, isFormAct, needed, useConfirmation } from './use-confirmation.ts'

/** One person: where they stand, the one next action, their family, and everything that happened. */
export function ConfirmationScreen() {
  const { confirmationId } = useParams({ from: '/confirmations/$confirmationId' })
  return useMay()('confirmation.view') ? <Asked confirmationId={confirmationId} /> : <NoPermission />
}

function Asked({ confirmationId }: { readonly confirmationId: string }) {
  const confirmation = useConfirmation(confirmationId)
  return (
    <Loaded query={confirmation.query}>
      {(view) => <Person key={confirmationId} view={view} confirmation={confirmation} />}
    </Loaded>
  )
}

interface Props {
  readonly view: ConfirmationView
  readonly confirmation: ReturnType<typeof useConfirmation>
}

function Person({ view, confirmation }: Props) {
  const t = useText()
  const [act, setAct] = useState<FormAct>()
  const close = () => {
    setAct(undefined)
    confirmation.forget()
  }
  return (
    <>
      <PersonHeader view={view} />
      <Alerts view={view} />
      <div className={css.page}>
        <div>
          <Facts view={view} />
          <Papers view={view} onAct={setAct} />
          <Family view={view} />
          <Timeline view={view} />
        </div>
        <aside className={css.panel} aria-label={t('confirm.acts')}>
          <Next view={view} onAct={setAct} />
          <Acts view={view} onAct={setAct} />
          <Photo view={view} confirmation={confirmation} />
          <Message confirmationId={view.confirmationId} />
        </aside>
      </div>
      {act && (
        <ActDialog
          act={act}
          view={view}
          pending={confirmation.pending}
          error={confirmation.error}
          onClose={close}
          onDo={(values) => confirmation.act(act, values, close)}
        />
      )}
    </>
  )
}

/** What is in the way, said before everything else. */
function Alerts({ view }: { view: ConfirmationView }) {
  const { t } = useLanguage()
  const { facts, state } = view
  return (
    <div className={css.alerts}>
      {state.life === 'duplicate' && (
        <Notice tone="bad" title={t('confirm.duplicate')}>
          {facts.duplicateOf && (
            <Link to="/confirmations/$confirmationId" params={{ confirmationId: facts.duplicateOf }}>
              {t('confirm.duplicate_show')}
            </Link>
          )}
        </Notice>
      )}
      {state.presence === 'abroad' && state.residence === 'none' && (
        <Notice tone="attention" title={t('confirm.abroad')}>
          {facts.presence.returnOn && t('confirm.returns', { date: facts.presence.returnOn })}
        </Notice>
      )}
      {view.cardGoesElsewhere && <Notice tone="attention" title={t('confirm.card_elsewhere')} />}
      {facts.without.length > 0 && (
        <Notice tone="attention" title={t('confirm.without_effect', { count: facts.without.length })} />
      )}
      {view.addressPhotoBy && (
        <Notice tone="info" title={t('confirm.address_photo_by', { date: view.addressPhotoBy })} />
      )}
    </div>
  )
}

interface ActsProps {
  readonly view: ConfirmationView
  readonly onAct: (act: FormAct) => void
}

function Next({ view, onAct }: ActsProps) {
  const t = useText()
  const may = useMay()
  const { next, facts } = view
  const act = next && isFormAct(next) && may(needed(next)) ? next : undefined
  // Who may not go there is told where the next step is.
  const room = next && rooms[next]
  const onward = room !== undefined && may(room)
  useKeys(act ? [{ keys: 'ctrl+Enter', label: `confirm.act_${act}`, run: () => onAct(act) }] : [])
  return (
    <section aria-label={t('confirm.next')}>
      <h2>{t('confirm.next')}</h2>
      {act && (
        <Button fullWidth className={css.act} rightSection={<KeyHint keys="ctrl+Enter" />} onClick={() => onAct(act)}>
          {t(`confirm.act_${act}`)}
        </Button>
      )}
      {next === 'decide_photo' && onward && facts.photo.id && (
        <Link to="/photos/{-$photoId}" params={{ photoId: facts.photo.id }}>
          {t('confirm.to_photo')} <IconArrowRight size={16} aria-hidden />
        </Link>
      )}
      {next === 'order_card' && onward && (
        <Link to="/confirmations/cards">
          {t('confirm.to_cards')} <IconArrowRight size={16} aria-hidden />
        </Link>
      )}
      {next === 'book_interview' && onward && (
        <Link to="/interviews" search={{ about: view.confirmationId }}>
          {t('confirm.to_interviews')} <IconArrowRight size={16} aria-hidden />
        </Link>
      )}
      {!act && !onward && <p className={css.quiet}>{t(next ? 'confirm.next_elsewhere' : 'confirm.next_none')}</p>}
    </section>
  )
}

/** What is next, and is done in a room of its own: who may go there. */
const rooms: Partial<Record<string, Action>> = {
  decide_photo: 'photo.review',
  order_card: 'card.order',
  book_interview: 'interview.schedule',
}

function Acts({ view, onAct }: ActsProps) {
  const t = useText()
  const may = useMay()
  const acts = formActs.filter((act) => act !== view.next && view.allowed.includes(act) && may(needed(act)))
  return (
    <div className={css.acts}>
      {acts.map((act) => (
        <Button key={act} size="xs" variant="default" className={css.act} onClick={() => onAct(act)}>
          {t(`confirm.act_${act}`)}
        </Button>
      ))}
    </div>
  )
}

/** A photo that came by post or at the counter; in the portal the person submits their own. */
function Photo({ view, confirmation: { addPhoto } }: Props) {
  const t = useText()
  if (!useMay()('confirmation.work') || !view.allowed.includes('submit_photo')) return null
  return (
    <section className={css.photo} aria-label={t('confirm.photo')}>
      <h2>{t('confirm.photo')}</h2>
      <FileDrop
        label={t('confirm.photo_drop')}
        help={t('confirm.photo_help')}
        accept="image/jpeg,image/png"
        pending={addPhoto.isPending}
        onFile={(file) => addPhoto.mutate({ confirmationId: view.confirmationId, file })}
      />
      <FailureNotice error={addPhoto.error} />
    </section>
  )
}

function Family({ view }: { view: ConfirmationView }) {
  const { t, say } = useLanguage()
  const navigate = useNavigate()
  return (
    <section className={css.section}>
      <h2>
        {t('confirm.family')} · {say(stepWords[view.familyStep])}
      </h2>
      <DataTable<ConfirmationRow>
        label={t('confirm.family')}
        columns={[
          { key: 'name', header: t('confirm.name'), cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'role', header: t('confirm.role'), cell: ({ role }) => say(familyRoleWords[role]) },
          { key: 'birth', header: t('confirm.birth_date'), tight: true, cell: ({ birthDate }) => birthDate },
          { key: 'step', header: t('confirm.step'), tight: true, cell: (row) => <StepPill {...row} /> },
        ]}
        rows={view.family}
        rowKey={({ confirmationId }) => confirmationId}
        onOpen={({ confirmationId }) =>
          void navigate({ to: '/confirmations/$confirmationId', params: { confirmationId } })
        }
      />
    </section>
  )
}

function Timeline({ view }: { view: ConfirmationView }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  return (
    <section className={css.section}>
      <h2>{t('confirm.timeline')}</h2>
      <ol className={css.timeline}>
        {view.timeline.map((entry) => (
          <li key={entry.event} className={css.two}>
            <span>{say(entry.text)}</span>
            <span className={css.quiet}>
              {instantText(entry.at, zone)} · {entry.by}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
