/**
 * Which of a row's parts are shown, in their order, when `room` is all there is: every one if they fit, else as many of
 * the first as leave place for the button to the rest. The chosen one is always among them. All lengths in pixels.
 */
export function fitting(widths: readonly number[], more: number, room: number, chosen: number): readonly number[] {
  const all = widths.map((_, at) => at)
  if (widths.reduce((sum, width) => sum + width, 0) <= room) return all
  let left = room - more - (widths[chosen] ?? 0)
  const first = widths.findIndex((width, at) => {
    if (at !== chosen) left -= width
    return left < 0
  })
  return all.filter((at) => at < first || at === chosen)
}
