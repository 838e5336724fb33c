import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type CardFileKind, type CardRefusal, cardRefusals } from '../../../../shared/cards/kinds.ts'
import type { CardAnswer, CardAnswerRow } from '../../../../shared/contract/views.ts'
import { cardReturns } from '../../../../shared/domain/confirmation/vocabulary.ts'
import { cardRefusalWords, cardReturnWords } from '../../../../shared/domain/confirmation/words.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { DataTable } from '../../../components/DataTable.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { FileDrop } from '../../../components/FileDrop.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { StatePill } from '../../../components/StatePill.tsx'

/** A file of the production facility: what each row would do, then taken in. */
export function Answer({ known }: { known: boolean }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const preview = useMutation(desk.cards.previewAnswer.mutationOptions())
  const take = useMutation(
    desk.cards.takeAnswer.mutationOptions({
      onSuccess: ({ rows }) => {
        announce(t('cards.taken', { count: rows.filter(isTaken).length }))
        return queries.invalidateQueries({ queryKey: desk.cards.orders.key() })
      },
    }),
  )
  const choose = (chosen: File) => {
    take.reset()
    setFile(chosen)
    preview.mutate({ file: chosen })
  }
  return (
    <section>
      <h2>{t('cards.answer')}</h2>
      {!known && (
        <Notice tone="attention" title={t('cards.no_key')}>
          {t('cards.no_key_next')}
        </Notice>
      )}
      <FileDrop
        label={t('cards.answer_drop')}
        help={t('cards.answer_help')}
        accept=".cards"
        pending={preview.isPending}
        disabled={!known}
        onFile={choose}
      />
      <FailureNotice error={preview.error ?? take.error} />
      {file && preview.data && (
        <Previewed
          answer={take.data ?? preview.data}
          done={take.isSuccess}
          pending={take.isPending}
          onTake={() => take.mutate({ file })}
        />
      )}
    </section>
  )
}

const isTaken = ({ verdict }: CardAnswerRow) => verdict === 'takes'

interface PreviewedProps {
  readonly answer: CardAnswer
  readonly done: boolean
  readonly pending: boolean
  readonly onTake: () => void
}

function Previewed({ answer, done, pending, onTake }: PreviewedProps) {
  const t = useText()
  const good = answer.rows.filter(isTaken).length
  const bad = answer.rows.length - good
  const before = answer.takenOn !== undefined && !done
  return (
    <section aria-label={t('cards.preview')}>
      <h3>{t(`cards.kind_${answer.kind}`)}</h3>
      {before ? (
        <Notice tone="info" title={t('cards.taken_before', { date: answer.takenOn ?? '' })} />
      ) : (
        <Notice tone={bad > 0 ? 'attention' : 'good'} title={t(done ? 'cards.taken' : 'cards.good', { count: good })}>
          {bad > 0 && t('cards.bad', { count: bad })}
        </Notice>
      )}
      {!done && !before && (
        <Group my="md">
          <Button loading={pending} onClick={onTake}>
            {t('cards.take')}
          </Button>
        </Group>
      )}
      {!before && <Rows answer={answer} done={done} />}
    </section>
  )
}

function Rows({ answer, done }: { answer: CardAnswer; done: boolean }) {
  const t = useText()
  const says = useSays(answer.kind)
  return (
    <DataTable
      label={t('cards.preview')}
      columns={[
        {
          key: 'name',
          header: t('confirm.name'),
          cell: ({ name, confirmationId, order }) =>
            confirmationId ? (
              <Link to="/confirmations/$confirmationId" params={{ confirmationId }}>
                <bdi>{name}</bdi>
              </Link>
            ) : (
              order
            ),
        },
        { key: 'says', header: t('cards.says'), cell: (row) => says(row.says) },
        {
          key: 'verdict',
          header: t('cards.verdict'),
          cell: ({ verdict }) => (
            <StatePill tone={verdict === 'takes' ? 'good' : 'bad'}>
              {t(done && verdict === 'takes' ? 'cards.verdict_done' : `cards.verdict_${verdict}`)}
            </StatePill>
          ),
        },
      ]}
      rows={answer.rows}
      rowKey={({ order }) => order}
    />
  )
}

/** The facility's codes in words; a day stays a day. */
function useSays(kind: CardFileKind): (code: string) => string {
  const { t, say } = useLanguage()
  return (code) => {
    if (kind === 'returned' && isReturn(code)) return say(cardReturnWords[code])
    if (kind === 'acknowledgement' && code === 'accepted') return t('cards.says_accepted')
    if (kind === 'acknowledgement' && isRefusal(code)) return say(cardRefusalWords[code])
    return code
  }
}

const isReturn = (code: string): code is (typeof cardReturns)[number] =>
  (cardReturns as readonly string[]).includes(code)
const isRefusal = (code: string): code is CardRefusal => (cardRefusals as readonly string[]).includes(code)
