import { Button } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { HallRow, HallView } from '../../../shared/contract/views.ts'
import { announce } from '../../app/announce.tsx'
import { useStatus } from '../../app/desk.tsx'
import { keysWaitFor } from '../../app/key-waits.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Loaded, NoPermission } from '../../components/states.tsx'
import css from './Hall.module.css'
import { HallDialogs } from './HallDialogs.tsx'
import { HallTable, usePartySize } from './HallTable.tsx'
import { NoteForm } from './NoteForm.tsx'
import { PartyPanel } from './PartyPanel.tsx'
import { actsOf, type HallDialog } from './party-acts.ts'
import { type Hall, useHall } from './use-hall.ts'
import { sinceText } from './waited.ts'

/** Who is in the hall, since when, and who has them: officers live by this list. */
export function HallScreen() {
  const t = useText()
  const may = useMay()
  const hall = useHall()
  const works = may('hall.work')
  if (!may('hall.view')) return <NoPermission />
  return (
    <>
      <PageHeader
        title={t('hall.title')}
        subtitle={hall.query.data && <Summary view={hall.query.data} />}
        actions={works && <TakeNext hall={hall} />}
      />
      {works && <NoteForm hall={hall} />}
      <Loaded query={hall.query}>{(view) => <Room view={view} hall={hall} works={works} />}</Loaded>
    </>
  )
}

function Summary({ view }: { view: HallView }) {
  const t = useText()
  const parties = view.rows.filter(({ kind }) => kind === 'party')
  const taken = view.rows.filter(({ holder }) => holder).length
  return t('hall.summary', { parties: parties.filter(({ holder }) => !holder).length, taken })
}

function TakeNext({ hall }: { hall: Hall }) {
  const t = useText()
  const { takeNext } = hall
  const run = () => {
    if (takeNext.isPending) return
    const take = async () => {
      const { arrivalId } = await takeNext.mutateAsync(undefined)
      announce(t('hall.taken'))
      // The row is drawn with the answer; its officer goes on from it, and so does a key that was typed ahead.
      await new Promise((drawn) => requestAnimationFrame(drawn))
      focusRow(arrivalId)
    }
    keysWaitFor(take())
  }
  useKeys([{ keys: 't', label: 'hall.take_next', where: 'here', run }])
  return (
    <>
      <FailureNotice error={takeNext.error} />
      <Button
        leftSection={<IconUserCheck size={18} aria-hidden />}
        rightSection={<KeyHint keys="t" />}
        aria-keyshortcuts="T"
        loading={takeNext.isPending}
        onClick={run}
      >
        {t('hall.take_next')}
      </Button>
    </>
  )
}

const focusRow = (id: string) => document.querySelector<HTMLElement>(`[data-row][data-key="${id}"]`)?.focus()

function Room({ view, hall, works }: { view: HallView; hall: Hall; works: boolean }) {
  const t = useText()
  const [chosen, setChosen] = useState<string>()
  const [dialog, setDialog] = useState<HallDialog>()
  const row = view.rows.find(({ id }) => id === chosen) ?? view.rows[0]
  const acts = row && works ? actsOf(row, hall, setDialog) : []
  const open = (opened: HallRow) => {
    setChosen(opened.id)
    actsOf(opened, hall, setDialog)
      .find(({ main }) => main)
      ?.run()
  }
  return (
    <>
      <div className={css.columns}>
        <div>
          <HallTable
            view={view}
            selected={row?.id}
            onSelect={({ id }) => setChosen(id)}
            onOpen={works ? open : ({ id }) => setChosen(id)}
          />
          {view.more > 0 && <p className={css.alone}>{t('hall.more', { count: view.more })}</p>}
          {view.ownOnly && <p className={css.alone}>{t('hall.own_only')}</p>}
          <Gone view={view} hall={hall} works={works} />
        </div>
        {row && <PartyPanel row={row} acts={acts} />}
      </div>
      <FailureNotice error={hall.take.error ?? hall.openClaim.error ?? hall.handBack.error ?? hall.done.error} />
      {row && <HallDialogs row={row} view={view} hall={hall} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </>
  )
}

/** Who left lately: one that was sent away by mistake, or comes back, is brought back. */
function Gone({ view, hall, works }: { view: HallView; hall: Hall; works: boolean }) {
  const t = useText()
  if (view.gone.length === 0) return null
  return (
    <details className={css.gone}>
      <summary>
        {t('hall.gone')} ({view.gone.length})
      </summary>
      <ul>
        {view.gone.map((party) => (
          <li key={party.id}>
            <GoneParty party={party} />
            {works && (
              <Button size="compact-xs" variant="default" onClick={() => hall.returned.mutate({ arrivalId: party.id })}>
                {t('hall.bring_back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function GoneParty({ party }: { party: HallView['gone'][number] }) {
  const t = useText()
  const status = useStatus()
  const size = usePartySize({ ...party, kind: 'party', members: [] })
  return (
    <>
      <span>{sinceText(party.since, status?.today, status?.office?.zone)}</span>
      <bdi>{party.name ?? size}</bdi>
      <span className={css.quiet}>{t(`hall.gone_${party.stage}`)}</span>
    </>
  )
}
