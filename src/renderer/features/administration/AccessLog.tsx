import { Button, Center } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ErrorCode, errors, explain } from '../../../shared/errors.ts'
import { type TextKey, type Translate, texts } from '../../../shared/i18n/index.ts'
import type { Language } from '../../../shared/language.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Empty, ErrorState, Loading } from '../../components/states.tsx'

/** Who viewed, searched, printed or was refused, the newest first. */
export function AccessLog() {
  const { t, language } = useLanguage()
  const zone = useStatus()?.office?.zone
  const query = useInfiniteQuery(
    useDesk().store.accesses.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 100, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
  )
  if (!query.data)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  const rows = query.data.pages.flatMap((page) => page.rows).map((row, at) => ({ ...row, key: String(at) }))
  return (
    <>
      <DataTable
        label={t('admin.accesses')}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<Empty title={t('accesses.none')} />}
        columns={[
          { key: 'at', header: t('accesses.at'), tight: true, cell: ({ at }) => instantText(at, zone) },
          { key: 'by', header: t('accesses.by'), cell: ({ by }) => by },
          { key: 'kind', header: t('accesses.kind'), cell: ({ kind }) => kindText(kind, t) },
          { key: 'subject', header: t('accesses.subject'), cell: ({ subject }) => <Subject subject={subject} /> },
          { key: 'detail', header: t('accesses.detail'), cell: ({ detail }) => detailText(detail, t, language) },
        ]}
      />
      {query.hasNextPage && (
        <Center mt="md">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </Center>
      )}
    </>
  )
}

/** A key that may not be known: an older window may read a newer log. */
function known(key: string): key is PlainKey {
  return Object.hasOwn(texts, key)
}
type PlainKey = Extract<
  TextKey,
  | `access.${string}`
  | `access_detail.${string}`
  | `access_subject.${string}`
  | `access_value.${string}`
  | `action.${string}`
>

const kindText = (kind: string, t: Translate) => {
  const key = `access.${kind}`
  return known(key) ? t(key) : kind
}

/** `claim 019f...`: which record, as a way to it where there is one. */
function Subject({ subject }: { subject: string | undefined }) {
  const t = useText()
  const [kind = '', id = ''] = subject?.split(' ') ?? []
  const key = `access_subject.${kind}`
  const words = `${known(key) ? t(key) : kind} ${id.slice(0, 8)}`
  if (!subject) return '–'
  return kind === 'claim' ? (
    <Link to="/claims/$claimId" params={{ claimId: id }}>
      {words}
    </Link>
  ) : (
    words
  )
}

/** A code in words: an action of the authority table, the reason of a refusal, a kind; counts and names stay as they are. */
function valueText(name: string, value: unknown, t: Translate, language: Language): string {
  const code = String(value)
  if (Object.hasOwn(errors, code))
    return explain({ code: code as ErrorCode, params: {} }, language).message.replace(/\.$/, '')
  const key = name === 'action' ? `action.${code}` : `access_value.${code}`
  return known(key) ? t(key) : code
}

/** The details of an entry are codes and counts in JSON: `letters typed = 3; found = 8`. */
function detailText(detail: string | undefined, t: Translate, language: Language): string {
  if (!detail) return '–'
  try {
    const values = Object.entries(JSON.parse(detail) as Record<string, unknown>)
    const name = (key: string) => {
      const text = `access_detail.${key}`
      return known(text) ? t(text) : key
    }
    // Its own id and time are the entry's, told in the columns before.
    const told = values.filter(([key]) => key !== 'id' && key !== 'at')
    const colon = language === 'fr' ? '\u00a0:' : ':'
    return told.map(([key, value]) => `${name(key)}${colon} ${valueText(key, value, t, language)}`).join('; ')
  } catch {
    // Not JSON: shown as it was written.
    return detail
  }
}
