import type { PackView } from '../../shared/contract/views.ts'
import type { CoverData } from '../../shared/documents/plain-data.ts'
import { coverTemplate } from '../../shared/documents/templates/cover.ts'
import type { PackLine } from '../../shared/domain/pack.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ClaimFile, Officer, Tools } from '../claims/tools.ts'
import { issueOf } from './holder.ts'
import { packOf } from './pack.ts'

/** Every paper of ours is one page. */
const pages = 1

/**
 * The checklist on top of a pack: every paper that is issued, by member. It belongs to the principal's claim. Fails with
 * `papers.nothing_due` while there is no paper to list.
 */
export function coverData(
  tools: Tools,
  officer: Officer,
  claim: ClaimFile,
  number: string,
): Result<{ readonly kind: 'cover'; readonly data: CoverData; readonly about: readonly string[] }> {
  const pack = packOf(tools, claim.id)
  if (!pack.ok) return pack
  if (pack.value.members[0]?.claimId !== claim.id) return fail('papers.kind_not_allowed')
  const issue = issueOf(tools, officer, claim, number)
  const titles = coverTemplate(issue.issueDate)?.papers
  if (!titles) return fail('documents.no_template', { date: issue.issueDate })
  const members = membersWith(pack.value, titles)
  const about = members.flatMap(({ papers }) => papers.map((paper) => paper.number))
  if (about.length === 0) return fail('papers.nothing_due')
  return ok({ kind: 'cover', about, data: { ...issue, portraitSha256: null, members } })
}

type Titles = NonNullable<ReturnType<typeof coverTemplate>>['papers']

const membersWith = ({ members, lines }: PackView, titles: Titles): CoverData['members'] =>
  members.map(({ claimId, applicationNumber, familyName = '', givenNames = '' }) => ({
    familyName,
    givenNames,
    applicationNumber,
    papers: lines
      .filter((line) => line.claimId === claimId && line.kind !== 'cover')
      .flatMap((line) => numberOf(line) ?? [])
      .map(({ kind, number }) => ({ title: titles[kind], number, pages })),
  }))

/** A paper on the list: issued, and not barred; a dead sheet leaves its number to the next one. */
const numberOf = ({ paper, shown }: PackLine) => (paper && shown !== 'barred' ? paper : undefined)
