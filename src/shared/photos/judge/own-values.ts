/** The metrics that need no engine: of the file, of the day, of the frame that is printed. */
import { suggestFrame } from '../crop.ts'
import { centredFrame, type Size } from '../geometry.ts'
import type { Measures } from '../measures.ts'
import { type MetricId, rounded } from '../metrics.ts'
import { uprightSize } from '../picture.ts'
import type { PhotoPolicy } from '../policy.ts'
import type { Arrival, FileFacts } from '../report.ts'

/** A number as it is judged and, where that would mislead, as it is shown. */
export interface Value {
  readonly exact: number
  readonly shown: number
}
export type Values = ReadonlyMap<MetricId, Value>

/** Every value of a photo: those of the engine, which are rounded, and those of the file, exact. */
export function valuesOf(measures: Measures, file: FileFacts, arrival: Arrival, policy: PhotoPolicy): Values {
  const size = turnedSize(uprightSize(file), measures.turn)
  const counted = policy.of === 'picture' ? size : centredFrame(size, printShape(policy))
  const own: [MetricId, number | undefined, number?][] = [
    ['megabytes', file.bytes / 1e6],
    ['width', counted.width],
    ['height', counted.height],
    ['aspect', size.width / size.height],
    ['age', ...age(arrival.takenOn ?? file.takenOn, arrival.today)],
    ['trailing', file.trailingBytes],
    ['grey', measures.decoded.greyscale ? 1 : 0],
    ...framed(measures, size, policy),
  ]
  // A number that is none was not measured.
  const engine = (Object.entries(measures.values) as [MetricId, number][]).filter(([, value]) => Number.isFinite(value))
  return new Map<MetricId, Value>([
    ...engine.map(([metric, value]): [MetricId, Value] => [metric, { exact: value, shown: value }]),
    ...own.flatMap(([metric, exact, shown = exact]): [MetricId, Value][] =>
      exact === undefined || shown === undefined ? [] : [[metric, { exact, shown: rounded(metric, shown) }]],
    ),
  ])
}

/** The size of the picture once its face stands upright. */
const turnedSize = ({ width, height }: Size, turn: Measures['turn']): Size =>
  turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }

const printShape = ({ print }: PhotoPolicy): Size => ({ width: print.widthMm, height: print.heightMm })

/**
 * The head on paper, of the whole picture or of the frame around the face, and how dense that frame is printed. Judged
 * as shown: 36.04 mm is no reason to write that 36 mm is more than 36.
 */
function framed({ face, values, turn }: Measures, size: Size, policy: PhotoPolicy): [MetricId, number][] {
  if (!face || values.head === undefined) return []
  const head = values.head * size.height
  const { print } = policy
  const whole = centredFrame(size, printShape(policy))
  if (policy.of === 'picture') return [['head_mm', rounded('head_mm', (head / whole.height) * print.heightMm)]]
  // Places are those of the picture as it is shown: of one that lies, none can be laid out.
  const frame = turn === 0 ? suggestFrame(face, size, policy) : whole
  return [
    ['head_mm', rounded('head_mm', (head / frame.height) * print.heightMm)],
    ['print_dpi', Math.round((frame.height / print.heightMm) * 25.4)],
  ]
}

/**
 * Whole months since the photo was taken: half a month more counts for the days over, which are not shown. Nothing when
 * the day is unknown or lies ahead; a day of grace, as camera and desk may stand in different time zones.
 */
function age(takenOn: string | null, today: string): [number | undefined, number?] {
  const months = takenOn === null ? undefined : wholeMonths(takenOn, today)
  if (takenOn === null || months === undefined || months < -1) return [undefined]
  const whole = Math.max(0, months)
  return [takenOn.slice(8) === today.slice(8) ? whole : whole + 0.5, whole]
}

/** Whole months from one ISO day to another, rounded down; negative when the first is later. */
export function wholeMonths(from: string, to: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0)
}
