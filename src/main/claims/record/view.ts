import type {
  EvidenceView,
  FieldView,
  RecordSource,
  RecordValueView,
  RecordView,
} from '../../../shared/contract/views.ts'
import { guidesFor } from '../../../shared/guides/guide.ts'
import { sampleGuides } from '../../../shared/guides/samples.ts'
import { type AsideAccount, asideRegister, evidenceRegister } from '../../../shared/record/evidence.ts'
import { isRecordRegister } from '../../../shared/record/registers.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { essentialsOf } from '../../../shared/rules/completeness/essentials.ts'
import { coverage } from '../../../shared/rules/completeness/gaps.ts'
import { matrixOf } from '../../../shared/rules/completeness/matrix.ts'
import type { RecordInput } from '../../../shared/rules/finding.ts'
import { importedGuides } from '../../office/guides.ts'
import type { Reader } from '../../store/types.ts'
import { fieldsOf, valuesOf } from '../fields.ts'
import { present } from '../rows.ts'
import { findClaim, officerNames, type Tools, today } from '../tools.ts'
import { accountOf, evidenceRows, recordInput } from './input.ts'
import { judgedFindings } from './judged.ts'
import { reviewView } from './review.ts'
import { sentValue } from './set.ts'

/** The whole record of a claim for its screens. Error: desk.not_found. */
export function recordView(tools: Tools, claimId: string): Result<RecordView> {
  const { store } = tools
  const claim = findClaim(store, claimId)
  if (!claim.ok) return claim
  const fields = fieldsOf(store, { kind: 'claim', id: claimId })
  const registers = valuesOf(fields)
  const person = valuesOf(fieldsOf(store, { kind: 'person', id: claim.value.personId }))
  const input = recordInput(store, claim.value, { person, claim: registers }, today(tools))
  const countries = countriesOf(input)
  return ok({
    registers: Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => isRecordRegister(name))
        .map(([name, field]) => [name, valueView(store, name, field)]),
    ),
    findings: judgedFindings(input, registers).map(({ digest: _, ...finding }) => finding),
    essentials: essentialsOf(input).map(({ essential: { item, name }, met }) => ({ item, name, ...present({ met }) })),
    matrix: matrixOf(input),
    coverage: { addresses: cover(coverage(input, 'addresses')), activities: cover(coverage(input, 'activities')) },
    evidence: evidenceViews(store, claimId, fields, registers),
    guides: guidesFor(countries, sampleGuides, importedGuides(store, countries)),
    review: reviewView(store, claimId),
  })
}

const countriesOf = ({ person, claim, evidence }: RecordInput): string[] => [
  ...(person.citizenships ?? []),
  ...(claim.fearedCountries ?? []),
  ...evidence.flatMap(({ country }) => country ?? []),
]

const cover = ({ wanted, ...rest }: ReturnType<typeof coverage>) => ({ ...(wanted ? { wanted } : {}), ...rest })

function valueView(reader: Reader, name: string, field: FieldView): RecordValueView {
  const event = reader.event(field.heads[0] ?? '')
  const { source = 'typed', reason } = (event?.body ?? {}) as { source?: RecordSource; reason?: string }
  const amended = event?.type === 'claim.record_amended'
  const sent = amended ? sentValue(reader, field.heads, name) : undefined
  return {
    ...field,
    source: sent === undefined ? source : 'portal',
    ...(amended ? present({ sent, reason }) : {}),
  }
}

function evidenceViews(
  reader: Reader,
  claimId: string,
  fields: Readonly<Record<string, FieldView>>,
  registers: Readonly<Record<string, unknown>>,
): EvidenceView[] {
  const rows = evidenceRows(reader, claimId)
  const nameOf = officerNames(reader)
  const asideOf = (id: string): EvidenceView['aside'] | undefined => {
    const aside = registers[asideRegister(id)] as AsideAccount | undefined
    const by = aside && reader.event(fields[asideRegister(id)]?.heads[0] ?? '')?.actor
    return aside && { ...aside, by: by ? nameOf(by) : '' }
  }
  return rows.map((row, at) => ({
    id: row.id,
    file: row.file,
    mime: row.mime,
    bytes: row.bytes,
    pages: row.pages,
    ...present({ name: row.name }),
    source: row.source,
    by: nameOf(row.officer),
    at: new Date(row.at_ms).toISOString(),
    account: accountOf(registers, row.id),
    heads: fields[evidenceRegister(row.id)]?.heads ?? [],
    ...present({
      replaces: row.replaces,
      replacedBy: rows.find(({ replaces }) => replaces === row.id)?.id,
      aside: asideOf(row.id),
    }),
    ...(rows.slice(0, at).some(({ file }) => file === row.file) ? { twin: true as const } : {}),
  }))
}
