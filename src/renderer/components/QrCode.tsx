import { useText } from '../app/language.tsx'

/** A QR code from its rows (true = dark), with the quiet zone of four modules that readers need. */
export function QrCode({ rows, width = 200 }: { rows: readonly (readonly boolean[])[]; width?: number }) {
  const t = useText()
  const quiet = 4
  const side = rows.length + 2 * quiet
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      role="img"
      aria-label={t('setup.qr_label')}
      viewBox={`0 0 ${side} ${side}`}
      width={width}
      height={width}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${side}v${side}h-${side}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
