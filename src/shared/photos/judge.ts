/** The judge: measures and facts against a policy. Pure: same input, same checks, so a changed policy is judged anew. */
import { type CheckId, checkGroups, checkIds, type Level, type Note, rank } from './checks.ts'
import { statements } from './judge/file.ts'
import { likenessCheck } from './judge/likeness.ts'
import { type Values, valuesOf } from './judge/own-values.ts'
import { byRule, notAssessed, plain } from './judge/rule.ts'
import type { Measures } from './measures.ts'
import type { PhotoPolicy } from './policy.ts'
import type { Arrival, CheckResult, FileFacts } from './report.ts'

/**
 * Every check of a photo, worst first, else in the order of `checkIds`. Checks that could not be made are there too, as
 * `not_assessed` with a note; statements about the file (`turned`, `moving`) only when they hold.
 */
export function judgeMeasures(
  measures: Measures,
  file: FileFacts,
  arrival: Arrival,
  policy: PhotoPolicy,
): CheckResult[] {
  const values = valuesOf(measures, file, arrival, policy)
  const said = statements(file, measures)
  const infant = (arrival.personMonths ?? Number.POSITIVE_INFINITY) < policy.infants.underMonths
  const judged = new Map<CheckId, CheckResult>()
  for (const id of checkIds) {
    const check = one(id, { measures, file, arrival, policy, values, infant, said, judged })
    if (check) judged.set(id, check)
  }
  return [...judged.values()].toSorted((a, b) => rank[b.level] - rank[a.level])
}

/** The checks of the file alone, for pictures that no engine looks at. */
export const judgeFile = (measures: Measures, file: FileFacts, arrival: Arrival, policy: PhotoPolicy): CheckResult[] =>
  judgeMeasures(measures, file, arrival, policy).filter(({ id }) => ofFile.has(id))

const ofFile: ReadonlySet<CheckId> = new Set<CheckId>([...checkGroups.file, 'greyscale', 'transparency'])

interface Case {
  readonly measures: Measures
  readonly file: FileFacts
  readonly arrival: Arrival
  readonly policy: PhotoPolicy
  readonly values: Values
  readonly infant: boolean
  readonly said: Partial<Record<CheckId, Level>>
  /** Checks that stand before this one in `checkIds`. */
  readonly judged: ReadonlyMap<CheckId, CheckResult>
}

function one(id: CheckId, given: Case): CheckResult | undefined {
  const { policy, values, measures, arrival, infant, said } = given
  const rule = policy.checks[id]
  const statement = said[id]
  if (statement) return { ...plain(id, rule, statement), ...trailingValue(id, given.file) }
  if (statementIds.has(id)) return undefined
  if (id === 'duplicate' || id === 'duplicate_other') return likenessCheck(id, rule, arrival, measures)
  const bar = barred(id, given)
  if (bar) return notAssessed(id, rule, bar)
  if (id === 'age' && !values.has('age')) return notAssessed(id, rule, 'unknown')
  return byRule(id, rule, values, measures, infant)
}

const statementIds: ReadonlySet<CheckId> = new Set<CheckId>([
  'format',
  'transparency',
  'damaged',
  'cmyk',
  'upside_down',
  'mirrored',
  'turned',
  'moving',
  'trailing_file',
  'trailing_bytes',
  'place_removed',
])

const trailingValue = (id: CheckId, { trailingBytes }: FileFacts) =>
  id === 'trailing_file' || id === 'trailing_bytes' ? ({ value: trailingBytes, unit: 'bytes' } as const) : {}

/** Checks that mean nothing without a person's face. */
const needFace: ReadonlySet<CheckId> = new Set<CheckId>([
  ...checkGroups.features,
  ...checkGroups.light,
  ...checkGroups.background,
  ...checkGroups.framing,
  'blur',
  'motion',
  'colour_cast',
])
/** A covered face looks like no person's to the mesh: what covers it is still named. */
const evenIfStrange: ReadonlySet<CheckId> = new Set<CheckId>(['eyes_covered', 'mouth_covered'])
const coverings = ['eyes_covered', 'tinted_glasses', 'mouth_covered'] as const
/**
 * Beyond this the mouth probe takes a cheek for a mask (7 of 17 bare mouths beyond 20 degrees), and the nose hides the
 * skin that lenses are compared with.
 */
const farYaw = 15

/** Why a check would say nothing true of this photo, if so. */
function barred(id: CheckId, { measures, file, values, judged, policy }: Case): Note | undefined {
  const level = (other: CheckId) => judged.get(other)?.level
  if ((needFace.has(id) || id === 'animal' || id === 'several_faces') && level('no_face') === 'return') return 'no_face'
  if (needFace.has(id) && level('animal') === 'return' && !evenIfStrange.has(id)) return 'no_face'
  if ((id === 'mouth_covered' || id === 'tinted_glasses') && Math.abs(values.get('yaw')?.exact ?? 0) > farYaw)
    return 'turned_away'
  if ((id === 'eyes_closed' || id === 'tinted_glasses') && level('eyes_covered') === 'return') return 'hidden'
  // Behind light on the lenses nobody sees an eye.
  const mostGlare = policy.checks.glare.metrics.lens_glare?.return?.max ?? Number.POSITIVE_INFINITY
  if (id === 'eyes_closed' && (values.get('lens_glare')?.exact ?? 0) > mostGlare) return 'hidden'
  if (id === 'mouth_open' && level('mouth_covered') === 'return') return 'hidden'
  // Masks, lenses and bars have borders of their own.
  if (id === 'shade_edge' && coverings.some((covering) => level(covering) === 'return')) return 'hidden'
  if (id === 'compression' && file.format !== 'jpeg') return 'not_jpeg'
  // Without colour there is no cast: that is said by another check.
  if (id === 'colour_cast' && measures.decoded.greyscale) return 'hidden'
  return undefined
}
