import type { ZoneInPicture } from '../../../shared/contract/views.ts'
import type { SeenZone } from './see-zone.ts'

/** What was read in a picture, for the window. */
export const zoneView = ({ format, lines, doubtful, strips }: SeenZone): ZoneInPicture => ({
  format,
  lines,
  doubtful,
  strips: strips.map((strip) => new File([Buffer.from(strip)], 'line.png', { type: 'image/png' })),
})
