/**
 * Portraits of people who do not exist, drawn by our own code from a seed: for the demo and the tests. Head and
 * shoulders on white, as an identity picture; not photo-real, and never to be taken for a real person.
 */
import sharp from 'sharp'
import { clothes } from './portraits/clothes.ts'
import { ears, head, headPath, neck } from './portraits/face.ts'
import { beard, brows, eyes, glasses, mouth, nose } from './portraits/features.ts'
import { behind, onTop } from './portraits/hair.ts'
import { type Look, lookOf, type Traits } from './portraits/look.ts'
import { board, darker, headOf, lighter, skinOf } from './portraits/paint.ts'

export { headCoverings, type Look, lookOf, type Traits } from './portraits/look.ts'

/** JPEG of a portrait, `width` pixels wide and 9/7 as high (35 x 45); 420 is the least that prints sharply. The same arguments give the same bytes. */
export async function portraitJpeg(seed: number, traits: Traits = {}, width = 420): Promise<Uint8Array> {
  return new Uint8Array(await rasterise(seed, traits, width).jpeg({ quality: 88 }).toBuffer())
}

/** The same as a PNG. */
export async function portraitPng(seed: number, traits: Traits = {}, width = 420): Promise<Uint8Array> {
  return new Uint8Array(await rasterise(seed, traits, width).png().toBuffer())
}

const rasterise = (seed: number, traits: Traits, width: number) =>
  sharp(new TextEncoder().encode(portraitSvg(lookOf(seed, traits), width)))
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')

/** The drawing as SVG, `width` pixels wide. */
export function portraitSvg(look: Look, width: number = board.width): string {
  const at = headOf(look)
  const parts = [
    '<rect width="700" height="900" fill="url(#wall)"/>',
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
  const size = `width="${width}" height="${Math.round((width * 9) / 7)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 700 900">${definitions(look, headPath(at))}${parts.join('')}</svg>`
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
