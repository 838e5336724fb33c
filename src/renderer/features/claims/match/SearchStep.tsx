import { Button } from '@mantine/core'
import { IconRefresh, IconUserCheck, IconUserSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { Empty, Loaded, NoPermission } from '../../../components/states.tsx'
import { useClaim } from '../claim.tsx'
import { SearchedLine } from '../FoundClaims.tsx'
import { Step } from '../Step.tsx'
import { CandidateList } from './CandidateList.tsx'

/** Search before create: who on this desk could be the same person? It runs by itself once there is a name. */
export function SearchStep() {
  const t = useText()
  const may = useMay()
  const { view } = useClaim()
  const named = view.row.familyName !== undefined || view.row.givenNames !== undefined
  if (!may('claim.match_person')) return <NoPermission />
  return (
    <Step step="search" lead={named ? t('match.lead') : undefined}>
      {named ? (
        <Search />
      ) : (
        <Empty icon={<IconUserSearch aria-hidden />} title={t('match.needs_name')} next={t('match.needs_name_next')} />
      )}
    </Step>
  )
}

function Search() {
  const t = useText()
  const { claimId } = useClaim()
  const desk = useDesk()
  // A search is written to the record, so it runs once on entering and again only when asked.
  const query = useQuery({
    ...desk.claims.candidates.queryOptions({ input: { claimId } }),
    queryKey: ['search', claimId],
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Loaded query={query}>
      {({ candidates, searched }) => (
        <>
          <SearchedLine searched={searched} />
          {candidates.length === 0 ? (
            <Empty icon={<IconUserCheck aria-hidden />} title={t('match.none')} />
          ) : (
            <CandidateList candidates={candidates} />
          )}
          <Button
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            loading={query.isFetching}
            onClick={() => void query.refetch()}
          >
            {t('match.again')}
          </Button>
        </>
      )}
    </Loaded>
  )
}
