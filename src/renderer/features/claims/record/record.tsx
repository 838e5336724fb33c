import { notifyManager, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { RecordView } from '../../../../shared/contract/views.ts'
import { explain } from '../../../../shared/errors.ts'
import type { RecordChanges } from '../../../../shared/record/registers.ts'
import { troubleOf, useDesk } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { ErrorState, Loading } from '../../../components/states.tsx'
import { useClaim } from '../claim.tsx'

/** The record of the claim around these screens: what its registers hold, and how to change one. */
interface OpenRecord {
  readonly view: RecordView
  /** What a register holds on the screen, also before the desk confirmed it. */
  readonly shownIn: (register: string) => unknown
  /** Why the last change of a register was not kept. */
  readonly errorOf: (register: string) => string | undefined
  readonly save: (register: string, value: unknown) => void
  /** Keeps half-typed text of a register; an empty text forgets it. */
  readonly keep: (register: string, text: string) => void
  readonly take: (view: RecordView) => Promise<void>
  /** It came from the person, or a decision rests on it: corrected with a reason. */
  readonly mustCorrect: (register: string) => boolean
  readonly disabled: boolean
  readonly source: 'typed' | 'paper'
  readonly setSource: (source: 'typed' | 'paper') => void
}

const RecordContext = createContext<OpenRecord | undefined>(undefined)

/** The record around this component. */
export function useRecord(): OpenRecord {
  const record = useContext(RecordContext)
  if (!record) throw new Error('useRecord outside RecordProvider')
  return record
}

/** Reads the record and offers it to the screens below. `form`: id and version on which answers are given. */
export function RecordProvider({ form, children }: { form?: string | undefined; children: ReactNode }) {
  const { claimId, view: claim, mayEdit, mayComplete, inTurn } = useClaim()
  const desk = useDesk()
  const queries = useQueryClient()
  const query = useQuery(desk.record.get.queryOptions({ input: { claimId } }))
  const [source, setSource] = useState<'typed' | 'paper'>('typed')
  const take = useCallback(
    async (view: RecordView) => {
      const queryKey = desk.record.get.queryKey({ input: { claimId } })
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, view)
      void queries.invalidateQueries({ queryKey: desk.claims.get.queryKey({ input: { claimId } }) })
    },
    [desk, queries, claimId],
  )
  const { mutate: keepDraft } = useMutation(desk.claims.keepDraft.mutationOptions(inTurn))
  const { asked, errors, send } = useSending(take, { source, form })
  const view = query.data
  const { drafts } = claim
  const settled = claim.settled.facts
  const value = useMemo<OpenRecord | undefined>(() => {
    if (!view) return undefined
    const held = (register: string) => view.registers[register]
    return {
      view,
      shownIn: (register) => (asked.has(register) ? (asked.get(register) ?? undefined) : held(register)?.value),
      errorOf: (register) => errors.get(register),
      save: (register, next) => {
        const same = JSON.stringify(next ?? null) === JSON.stringify(held(register)?.value ?? null)
        if (!same || asked.has(register) || held(register)?.conflict) send(register, next, held(register)?.heads ?? [])
        else if (drafts[register] !== undefined) keepDraft({ claimId, field: register, text: '' })
      },
      keep: (register, text) => keepDraft({ claimId, field: register, text: text.slice(0, 50_000) }),
      take,
      mustCorrect: (register) => {
        const field = held(register)
        return field?.value !== undefined && (field.source === 'portal' || settled)
      },
      disabled: !mayEdit && !mayComplete,
      source,
      setSource,
    }
  }, [view, asked, errors, drafts, settled, mayEdit, mayComplete, source, send, keepDraft, take, claimId])
  if (!value) return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  return <RecordContext value={value}>{children}</RecordContext>
}

/** Changes on their way: shown at once, one after the other, with why one was refused. */
function useSending(
  take: (view: RecordView) => Promise<void>,
  { source, form }: { readonly source: 'typed' | 'paper'; readonly form: string | undefined },
) {
  const { claimId, inTurn } = useClaim()
  const { t, language } = useLanguage()
  const { mutate } = useMutation(useDesk().record.set.mutationOptions({ ...inTurn, onSuccess: take }))
  const [asked, setAsked] = useState<ReadonlyMap<string, unknown>>(new Map())
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())
  const send = useCallback(
    (register: string, value: unknown, heads: readonly string[]) => {
      const mine = value ?? null
      setAsked((now) => new Map(now).set(register, mine))
      mutate(
        {
          claimId,
          fields: { [register]: mine } as RecordChanges,
          source,
          ...(form ? { form } : {}),
          bases: [...heads],
        },
        {
          onError: (thrown) => {
            const trouble = troubleOf(thrown)
            const why =
              trouble.kind === 'connection' ? t('connection.lost') : explain(trouble.failure, language).message
            setErrors((now) => new Map(now).set(register, t('field.not_saved', { why })))
          },
          onSuccess: () => setErrors((now) => without(now, register)),
          onSettled: () =>
            notifyManager.schedule(() =>
              setAsked((now) => (now.get(register) === mine ? without(now, register) : now)),
            ),
        },
      )
    },
    [mutate, claimId, source, form, t, language],
  )
  return { asked, errors, send }
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map
  const left = new Map(map)
  left.delete(key)
  return left
}
