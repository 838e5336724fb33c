/**
 * Portraits of people who do not exist, drawn by our own code from a seed: for the demo and the tests. Head and
 * shoulders on white, as an identity picture; not photo-real, and never to be taken for a real person.
 */
import sharp, { type Sharp } from 'sharp'
import { drawOf } from './draw.ts'
import { clothes } from './portraits/clothes.ts'
import { ears, head, headPath, neck } from './portraits/face.ts'
import { beard, brows, eyes, glasses, mouth, nose } from './portraits/features.ts'
import { behind, onTop } from './portraits/hair.ts'
import { type Look, lookOf, type Traits } from './portraits/look.ts'
import { board, darker, headOf, lighter, n, skinOf, svg } from './portraits/paint.ts'

export { headCoverings, type Look, lookOf, type Traits } from './portraits/look.ts'

/**
 * How the drawing is framed. `document`: 35 x 45 mm, chin to crown 25 to 35 mm (IRPR 56(2)(e)(iii)). `counter`: the same,
 * tight around a head of any age (29 mm), as a camera at a counter is set. `card`: 50 x 70 mm, 715 x 1000 pixels or more,
 * chin to crown 31 to 36 mm, with the exposure and the grain of a camera.
 */
export type PortraitFrame = 'document' | 'counter' | 'card'

/**
 * Height of the view over eyes to chin, and the place of the eyes in it from the top. The skull is 1.87 times as high
 * as eyes to chin (seven bald heads measured): 1.87 / 3.98 is 33 of 70 mm, 1.87 / 2.9 is 29 of 45 mm.
 */
export const tight = {
  counter: { height: 2.9, eyes: 0.46, shape: 35 / 45 },
  card: { height: 3.98, eyes: 0.447, shape: 715 / 1000 },
} as const

/** The part of the drawing board that is shown, board units. */
function viewOf(look: Look, frame: PortraitFrame): { x: number; y: number; width: number; height: number } {
  if (frame === 'document') return { x: 0, y: 0, width: board.width, height: board.height }
  const { eyes, chin } = headOf(look)
  const view = tight[frame]
  const height = (chin - eyes) * view.height
  const width = height * view.shape
  return { x: board.middle - width / 2, y: eyes - height * view.eyes, width, height }
}

/**
 * JPEG of a portrait, `width` pixels wide and as high as the frame wants it; 420 is the least that prints sharply. The
 * same arguments give the same bytes.
 */
export async function portraitJpeg(
  seed: number,
  traits: Traits = {},
  width = 420,
  frame: PortraitFrame = 'document',
): Promise<Uint8Array> {
  const picture = await rasterise(seed, traits, width, frame)
  return new Uint8Array(await picture.jpeg({ quality: frame === 'card' ? 96 : 88 }).toBuffer())
}

/** The same as a PNG. */
export async function portraitPng(
  seed: number,
  traits: Traits = {},
  width = 420,
  frame: PortraitFrame = 'document',
): Promise<Uint8Array> {
  return new Uint8Array(await (await rasterise(seed, traits, width, frame)).png().toBuffer())
}

async function rasterise(seed: number, traits: Traits, width: number, frame: PortraitFrame): Promise<Sharp> {
  const look = lookOf(seed, traits)
  const drawing = sharp(new TextEncoder().encode(portraitSvg(look, width, frame)))
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
  // A camera exposes for the face: the lightest skins keep some room below white. Framed tighter, a face fills more of it.
  const exposure = 1 - Math.max(0, 4 - look.tone) * (frame === 'document' ? 0.03 : 0.035)
  if (frame !== 'card') return drawing.linear(exposure, 0)
  const { data, info } = await drawing.raw().toBuffer({ resolveWithObject: true })
  const draw = drawOf(seed, 0x9a1)
  for (let at = 0; at < data.length; at += 3) {
    // Three uniform draws are nearly normal.
    const noise = (draw.next() + draw.next() + draw.next() - 1.5) * 4
    for (let c = at; c < at + 3; c++)
      data[c] = Math.max(0, Math.min(255, Math.round((data[c] ?? 0) * exposure + noise)))
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
}

/** The drawing as SVG, `width` pixels wide. */
export function portraitSvg(look: Look, width: number = board.width, frame: PortraitFrame = 'document'): string {
  const at = headOf(look)
  const view = viewOf(look, frame)
  const parts = [
    svg`<rect x="${view.x}" y="${view.y}" width="${view.width}" height="${view.height}" fill="url(#wall)"/>`,
    behind(look, at),
    neck(look, at),
    clothes(look, at),
    look.covering === 'hijab' ? '' : ears(look, at),
    head(look, at),
    brows(look, at),
    eyes(look, at),
    nose(look, at),
    beard(look, at),
    mouth(look, at),
    onTop(look, at),
    glasses(look, at),
  ]
  const shown = `viewBox="${[view.x, view.y, view.width, view.height].map(n).join(' ')}"`
  const size = `width="${width}" height="${Math.round((width * view.height) / view.width)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${shown}>${definitions(look, headPath(at))}${parts.join('')}</svg>`
}

function definitions(look: Look, outline: string): string {
  const skin = skinOf(look)
  const soft = [2, 8, 14, 20].map(
    (size) =>
      `<filter color-interpolation-filters="sRGB" id="soft${size}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="${size * 0.75}"/></filter>`,
  )
  return `<defs>
<radialGradient id="wall" cx=".5" cy=".42" r=".8"><stop offset="0" stop-color="#fdfdfd"/><stop offset="1" stop-color="#eceef0"/></radialGradient>
<radialGradient id="skin" cx=".44" cy=".42" r=".66"><stop offset="0" stop-color="${lighter(skin, 0.12)}"/><stop offset=".62" stop-color="${skin}"/><stop offset="1" stop-color="${darker(skin, 0.24)}"/></radialGradient>
<linearGradient id="hair" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(look.hairColour, 0.12)}"/><stop offset=".4" stop-color="${look.hairColour}"/><stop offset="1" stop-color="${darker(look.hairColour, 0.35)}"/></linearGradient>
<linearGradient id="cloth" x1=".1" y1="0" x2=".9" y2="1"><stop offset="0" stop-color="${lighter(look.coveringColour, 0.16)}"/><stop offset=".5" stop-color="${look.coveringColour}"/><stop offset="1" stop-color="${darker(look.coveringColour, 0.28)}"/></linearGradient>
<linearGradient id="dress" x1=".2" y1="0" x2=".8" y2="1"><stop offset="0" stop-color="${lighter(look.clothesColour, 0.1)}"/><stop offset="1" stop-color="${darker(look.clothesColour, 0.25)}"/></linearGradient>
<radialGradient id="iris"><stop offset=".3" stop-color="${lighter(look.eyeColour, 0.22)}"/><stop offset="1" stop-color="${look.eyeColour}"/></radialGradient>
${soft.join('')}
<filter color-interpolation-filters="sRGB" id="hairy" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="fractalNoise" baseFrequency=".09 .012" numOctaves="1" seed="${look.seed % 97}"/><feDisplacementMap in="SourceGraphic" scale="11"/><feGaussianBlur stdDeviation=".8"/></filter>
<filter color-interpolation-filters="sRGB" id="coily" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="fractalNoise" baseFrequency=".08" numOctaves="1" seed="${look.seed % 89}"/><feDisplacementMap in="SourceGraphic" scale="20"/><feGaussianBlur stdDeviation=".9"/></filter>
<clipPath id="headClip"><path d="${outline}"/></clipPath></defs>`
}
