import type { Frame, Size } from '../../../shared/photos/geometry.ts'

/** Moves of the frame to print: whole pixels, always the printed shape, never out of the picture. */

/** Smaller frames would print a blur. */
const smallest = 60

export function moved(frame: Frame, by: { readonly x: number; readonly y: number }, picture: Size): Frame {
  return { ...frame, ...within({ ...frame, x: frame.x + by.x, y: frame.y + by.y }, picture) }
}

/** Another width around the same middle, or from the same upper left corner. */
export function resized(frame: Frame, width: number, shape: Size, picture: Size, from: 'middle' | 'corner'): Frame {
  const ratio = shape.height / shape.width
  const room =
    from === 'middle'
      ? Math.min(picture.width, picture.height / ratio)
      : Math.min(picture.width - frame.x, (picture.height - frame.y) / ratio)
  const wide = Math.max(Math.min(smallest, Math.floor(room)), Math.min(Math.round(width), Math.floor(room)))
  const size = { width: wide, height: Math.min(picture.height, Math.round(wide * ratio)) }
  if (from === 'corner') return { ...frame, ...size }
  const [x, y] = [frame.x + (frame.width - size.width) / 2, frame.y + (frame.height - size.height) / 2]
  return { ...size, ...within({ x, y, ...size }, picture) }
}

const within = ({ x, y, width, height }: Frame, picture: Size) => ({
  x: Math.round(Math.max(0, Math.min(x, picture.width - width))),
  y: Math.round(Math.max(0, Math.min(y, picture.height - height))),
})
