import type { PhotoReview } from '../../../shared/contract/views.ts'
import type { Frame, Point } from '../../../shared/photos/geometry.ts'
import type { FaceGeometry } from '../../../shared/photos/measures.ts'
import { photoPolicies } from '../../../shared/photos/policy.ts'
import { headBand } from './guides.ts'
import css from './Viewer.module.css'

interface Props {
  readonly view: PhotoReview
  readonly guides: boolean
  readonly regions: readonly Frame[]
}

/** Drawn over the picture in its own pixels. What it says is said in words beside it, so it is hidden from readers. */
export function Overlay({ view, guides, regions }: Props) {
  const { width, height } = view.row
  return (
    <svg className={css.overlay} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      {guides && <Guides view={view} />}
      {guides && view.report?.face && <Landmarks face={view.report.face} />}
      {regions.map((region) => (
        <Box key={`${region.x} ${region.y} ${region.width}`} frame={region} look={css.region} />
      ))}
    </svg>
  )
}

/** The frame to print, its middle, and where crown and chin must lie. */
function Guides({ view: { frame, report, row } }: { view: PhotoReview }) {
  const band = report?.face ? headBand(report.face, frame, row, photoPolicies[row.profile]) : undefined
  const middle = frame.x + frame.width / 2
  return (
    <>
      <Box frame={frame} look={css.frame} />
      <line className={css.guide} x1={middle} x2={middle} y1={frame.y} y2={frame.y + frame.height} />
      {band && (
        <>
          <Box frame={{ x: frame.x, width: frame.width, ...band.crownMay }} look={css.band} />
          <Across frame={frame} y={band.crown} />
          <Across frame={frame} y={band.chin} />
        </>
      )}
    </>
  )
}

const Across = ({ frame, y }: { frame: Frame; y: number }) => (
  <line className={css.guide} x1={frame.x} x2={frame.x + frame.width} y1={y} y2={y} />
)

const Box = ({ frame, look }: { frame: Frame; look: string | undefined }) => (
  <rect className={look} x={frame.x} y={frame.y} width={frame.width} height={frame.height} />
)

function Landmarks({ face: { landmarks, eyes, iedPx } }: { face: FaceGeometry }) {
  const { oval, leftEye, rightEye, lips, noseTip } = landmarks
  return (
    <>
      {[oval, leftEye, rightEye, lips].map((line) => (
        <polygon key={pointsOf(line)} className={css.landmark} points={pointsOf(line)} />
      ))}
      {[...eyes, noseTip].map(({ x, y }) => (
        <circle key={`${x} ${y}`} className={css.landmark} cx={x} cy={y} r={iedPx * 0.03} />
      ))}
    </>
  )
}

const pointsOf = (line: readonly Point[]) => line.map(({ x, y }) => `${x},${y}`).join(' ')
