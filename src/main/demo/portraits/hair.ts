/** Hair and head coverings: one part behind the head, one before it. */
import type { Look } from './look.ts'
import { bothSides, darker, type Head, lighter, svg } from './paint.ts'

const hatsOverHair: ReadonlySet<Look['covering']> = new Set(['kippah', 'kufi', 'cap'])

/** What lies behind the head. */
export function behind(look: Look, at: Head): string {
  if (look.covering === 'hijab') return hijabBehind(look, at)
  if (look.covering !== 'none' && !hatsOverHair.has(look.covering)) return ''
  const [edge, ink] = [350 + at.half, darker(look.hairColour, 0.38)]
  const fall = (low: number, out: number) =>
    svg`<path d="M350 ${at.crown - 34}C${edge + out * 0.7} ${at.crown - 34} ${edge + out} ${at.eyes - 60} ${edge + out} ${at.eyes + 60}C${edge + out} ${low - 120} ${edge + out + 8} ${low - 40} ${edge - 6} ${low}H${700 - edge + 6}C${700 - edge - out - 8} ${low - 40} ${700 - edge - out} ${low - 120} ${700 - edge - out} ${at.eyes + 60}C${700 - edge - out} ${at.eyes - 60} ${700 - edge - out * 0.7} ${at.crown - 34} 350 ${at.crown - 34}Z" fill="${ink}" filter="url(#hairy)"/>`
  if (look.hairStyle === 'long') return fall(at.chin + 120, look.hairKind === 'wavy' ? 44 : 26)
  if (look.hairStyle === 'braids') return fall(at.chin + 150, 30)
  if (look.hairStyle === 'bob') return fall(at.chin - 14, 38)
  if (look.hairStyle === 'bun') return svg`<ellipse cx="350" cy="${at.crown - 46}" rx="76" ry="60" fill="${ink}"/>`
  if (look.hairStyle === 'afro')
    return svg`<ellipse cx="350" cy="${at.crown + 128}" rx="${at.half + 78}" ry="216" fill="${ink}" filter="url(#coily)"/>`
  return ''
}

/** What lies on the head: hairline, fringe, or the covering. */
export function onTop(look: Look, at: Head): string {
  if (look.covering === 'hijab') return hijabFront(look, at)
  if (look.covering === 'turban') return turban(look, at)
  if (look.covering === 'headwrap') return headwrap(look, at)
  const hair = hairline(look, at)
  if (look.covering === 'kufi') return hair + cap(look, at, 96)
  if (look.covering === 'cap') return hair + peakedCap(look, at)
  return look.covering === 'kippah' ? hair + cap(look, at, 40) : hair
}

function hairline(look: Look, at: Head): string {
  const filter = look.hairKind === 'coily' ? 'coily' : 'hairy'
  const paint = (d: string, opacity = 1) =>
    `<path d="${d}" fill="url(#hair)" opacity="${opacity}" filter="url(#${filter})"/>`
  const [edge, crown, brow] = [350 + at.half, at.crown, at.eyes - 148]
  const style = look.hairStyle
  if (style === 'bald') return bald(look, at)
  const lift = style === 'cropped' ? 8 : style === 'bun' || style === 'braids' ? 14 : 34
  const side = style === 'long' || style === 'bob' ? at.eyes + 30 : style === 'afro' ? at.eyes - 40 : at.eyes - 26
  const cap = (line: string) =>
    svg`M${700 - edge - 8} ${side}C${700 - edge - 16} ${crown + 90} ${350 - at.half * 0.7} ${crown - lift} 350 ${crown - lift}C${350 + at.half * 0.7} ${crown - lift} ${edge + 16} ${crown + 90} ${edge + 8} ${side}L${edge - 12} ${side}${line}L${700 - edge + 12} ${side}Z`
  const round = svg`C${edge - 16} ${brow + 20} ${350 + at.half * 0.72} ${brow - 26} 350 ${brow - 30}C${350 - at.half * 0.72} ${brow - 26} ${700 - edge + 16} ${brow + 20} ${700 - edge + 12} ${side}`
  const parted = svg`C${edge - 14} ${brow + 40} ${edge - 40} ${brow} ${350 - 60} ${brow - 58}C${350 - 120} ${brow - 10} ${700 - edge + 20} ${brow + 50} ${700 - edge + 12} ${side}`
  const middle = svg`C${edge - 8} ${brow + 70} ${350 + at.half * 0.6} ${brow} 350 ${brow - 62}C${350 - at.half * 0.6} ${brow} ${700 - edge + 8} ${brow + 70} ${700 - edge + 12} ${side}`
  if (style === 'side' || style === 'bob') return paint(cap(parted))
  if (style === 'long') return paint(cap(look.seed % 2 ? middle : parted))
  if (style === 'braids') return paint(cap(round)) + braids(look, at)
  return paint(cap(round), style === 'cropped' ? 0.93 : 1)
}

/** A ring of short hair at the sides, or none. */
function bald(look: Look, at: Head): string {
  if (look.seed % 3 === 0) return ''
  const edge = 350 + at.half
  return bothSides(
    svg`<path d="M${edge + 5} ${at.eyes - 20}C${edge + 8} ${at.eyes - 110} ${edge - 6} ${at.eyes - 160} ${edge - 26} ${at.eyes - 178}C${edge - 12} ${at.eyes - 120} ${edge - 14} ${at.eyes - 70} ${edge - 8} ${at.eyes - 20}Z" fill="${look.hairColour}" opacity=".8" filter="url(#hairy)"/>`,
  )
}

function braids(look: Look, at: Head): string {
  const ink = lighter(look.hairColour, 0.14)
  const lines = [-3, -2, -1, 0, 1, 2, 3].map(
    (step) =>
      svg`M${350 + step * 26} ${at.crown - 8 + Math.abs(step) * 6}C${350 + step * 34} ${at.crown + 30} ${350 + step * 44} ${at.crown + 66} ${350 + step * 50} ${at.crown + 96}`,
  )
  return `<path d="${lines.join('')}" fill="none" stroke="${ink}" stroke-width="4" opacity=".5" clip-path="url(#headClip)"/>`
}

const fold = (d: string, colour: string, share: number, opacity = 0.5): string =>
  `<path d="${d}" fill="none" stroke="${share > 0 ? darker(colour, share) : lighter(colour, -share)}" stroke-width="9" stroke-linecap="round" opacity="${opacity}" filter="url(#soft8)"/>`

const hijabBehind = (look: Look, at: Head): string =>
  svg`<path d="M350 ${at.crown - 44}C${350 + at.half + 40} ${at.crown - 40} ${350 + at.half + 62} ${at.eyes} ${350 + at.half + 40} ${at.chin - 60}C${350 + at.half + 60} ${at.chin + 40} 640 900 660 900V1070H40V900C60 900 ${350 - at.half - 60} ${at.chin + 40} ${350 - at.half - 40} ${at.chin - 60}C${350 - at.half - 62} ${at.eyes} ${350 - at.half - 40} ${at.crown - 40} 350 ${at.crown - 44}Z" fill="${darker(look.coveringColour, 0.22)}"/>`

/** The cloth around an oval that leaves the whole face free, and its drape over the chest. */
function hijabFront(look: Look, at: Head): string {
  const colour = look.coveringColour
  const [top, low] = [at.eyes - 150, at.chin + 8]
  const opening = svg`M350 ${top}C${350 + at.half * 0.86} ${top} ${350 + at.half - 6} ${at.eyes - 50} ${350 + at.half - 8} ${at.eyes + 30}C${350 + at.half - 16} ${at.mouth} ${350 + at.jaw - 20} ${low - 20} 350 ${low}C${350 - at.jaw + 20} ${low - 20} ${350 - at.half + 16} ${at.mouth} ${350 - at.half + 8} ${at.eyes + 30}C${350 - at.half + 6} ${at.eyes - 50} ${350 - at.half * 0.86} ${top} 350 ${top}Z`
  const cloth = svg`M350 ${at.crown - 46}C${350 + at.half + 38} ${at.crown - 42} ${350 + at.half + 50} ${at.eyes} ${350 + at.half + 26} ${at.chin - 70}C${350 + at.half + 60} ${at.chin + 50} 560 900 560 900V1070H140V900C140 900 ${350 - at.half - 60} ${at.chin + 50} ${350 - at.half - 26} ${at.chin - 70}C${350 - at.half - 50} ${at.eyes} ${350 - at.half - 38} ${at.crown - 42} 350 ${at.crown - 46}Z`
  return `<path d="${cloth}${opening}" fill-rule="evenodd" fill="url(#cloth)"/><path d="${opening}" fill="none" stroke="${darker(colour, 0.5)}" stroke-width="12" opacity=".35" filter="url(#soft8)"/>${[
    fold(
      svg`M${350 - at.half - 6} ${at.eyes + 40}C${350 - at.half} ${at.chin} ${350 - 60} ${at.chin + 60} ${350 + 90} ${at.chin + 96}`,
      colour,
      0.4,
    ),
    fold(
      svg`M${350 + at.half + 6} ${at.eyes + 20}C${350 + at.half} ${at.chin - 20} ${350 + 90} ${at.chin + 40} ${350 - 40} ${at.chin + 150}`,
      colour,
      0.35,
    ),
    fold(
      svg`M${350 - at.half + 10} ${at.crown + 60}C${350 - 90} ${at.crown - 18} ${350 + 90} ${at.crown - 18} ${350 + at.half - 10} ${at.crown + 60}`,
      colour,
      -0.3,
      0.35,
    ),
    fold(
      svg`M${350 - 120} ${at.chin + 90}C${350 - 60} ${at.chin + 130} ${350 + 40} ${at.chin + 150} ${350 + 150} ${at.chin + 140}`,
      colour,
      -0.3,
      0.35,
    ),
  ].join('')}`
}

function turban(look: Look, at: Head): string {
  const colour = look.coveringColour
  const [edge, line] = [350 + at.half, at.eyes - 112]
  const shape = svg`M${700 - edge - 26} ${line + 66}C${700 - edge - 60} ${at.crown} ${350 - 150} ${at.crown - 118} 350 ${at.crown - 118}C${350 + 150} ${at.crown - 118} ${edge + 60} ${at.crown} ${edge + 26} ${line + 66}C${edge - 20} ${line + 20} ${350 + 80} ${line - 24} 350 ${line - 62}C${350 - 80} ${line - 24} ${700 - edge + 20} ${line + 20} ${700 - edge - 26} ${line + 66}Z`
  const folds = [0, 1, 2, 3, 4].map((step) =>
    bothSides(
      fold(
        svg`M350 ${line - 64 - step * 24}C${350 + 70} ${line - 50 - step * 34} ${edge - 10} ${line - 20 - step * 34} ${edge + 28} ${line + 52 - step * 44}`,
        colour,
        step % 2 ? -0.22 : 0.42,
        0.5,
      ),
    ),
  )
  return `<path d="${shape}" fill="url(#cloth)"/><g clip-path="url(#coverClip)">${folds.join('')}</g><clipPath id="coverClip"><path d="${shape}"/></clipPath>`
}

function headwrap(look: Look, at: Head): string {
  const colour = look.coveringColour
  const [edge, line] = [350 + at.half, at.eyes - 130]
  const shape = svg`M${700 - edge - 10} ${line + 76}C${700 - edge - 34} ${at.crown + 20} ${350 - 190} ${at.crown - 84} ${350 - 20} ${at.crown - 92}C${350 + 40} ${at.crown - 150} ${350 + 150} ${at.crown - 110} ${350 + 120} ${at.crown - 58}C${edge} ${at.crown - 20} ${edge + 24} ${at.crown + 60} ${edge + 10} ${line + 76}C${edge - 10} ${line + 10} ${350 + 90} ${line - 26} 350 ${line - 26}C${350 - 90} ${line - 26} ${700 - edge + 10} ${line + 10} ${700 - edge - 10} ${line + 76}Z`
  const folds = [0, 1, 2, 3].map((step) =>
    fold(
      svg`M${700 - edge - 14} ${line + 50 - step * 40}C${350 - 60} ${line - 70 - step * 34} ${350 + 70} ${line - 60 - step * 36} ${edge + 10} ${line + 30 - step * 36}`,
      colour,
      step % 2 ? -0.26 : 0.42,
    ),
  )
  return `<path d="${shape}" fill="url(#cloth)"/><g clip-path="url(#coverClip)">${folds.join('')}</g><clipPath id="coverClip"><path d="${shape}"/></clipPath>`
}

/** A cap without a brim; `depth` units deep from the crown. */
const cap = (look: Look, at: Head, depth: number): string => {
  const half = at.half * (depth > 60 ? 0.9 : 0.6)
  const base = at.crown + depth - (depth > 60 ? 6 : 12)
  return svg`<path d="M${350 - half} ${base}C${350 - half - 2} ${at.crown - 30} ${350 - half * 0.6} ${at.crown - 56} 350 ${at.crown - 56}C${350 + half * 0.6} ${at.crown - 56} ${350 + half + 2} ${at.crown - 30} ${350 + half} ${base}C${350 + half * 0.5} ${base - 30} ${350 - half * 0.5} ${base - 30} ${350 - half} ${base}Z" fill="url(#cloth)"/>${fold(svg`M${350 - half} ${base - 6}C${350 - half * 0.5} ${base - 36} ${350 + half * 0.5} ${base - 36} ${350 + half} ${base - 6}`, look.coveringColour, 0.45)}`
}

/** A cap with a peak that stays above the brows. */
function peakedCap(look: Look, at: Head): string {
  const colour = look.coveringColour
  const [half, base] = [at.half + 12, at.eyes - 124]
  const dome = svg`M${350 - half} ${base + 34}C${350 - half - 6} ${at.crown - 30} ${350 - half * 0.6} ${at.crown - 62} 350 ${at.crown - 62}C${350 + half * 0.6} ${at.crown - 62} ${350 + half + 6} ${at.crown - 30} ${350 + half} ${base + 34}C${350 + half * 0.6} ${base - 12} ${350 - half * 0.6} ${base - 12} ${350 - half} ${base + 34}Z`
  const peak = svg`M${350 - half * 0.82} ${base + 14}C${350 - half * 0.7} ${base + 52} ${350 - 60} ${base + 64} 350 ${base + 64}C${350 + 60} ${base + 64} ${350 + half * 0.7} ${base + 52} ${350 + half * 0.82} ${base + 14}C${350 + half * 0.4} ${base - 14} ${350 - half * 0.4} ${base - 14} ${350 - half * 0.82} ${base + 14}Z`
  const seam = svg`M350 ${at.crown - 60}C${350 + 4} ${at.crown} ${350 + 4} ${base - 40} 350 ${base - 6}`
  return `<path d="${dome}" fill="url(#cloth)"/>${fold(seam, colour, 0.4, 0.4)}<path d="${peak}" fill="${darker(colour, 0.3)}"/>${fold(peak, colour, 0.6, 0.3)}`
}
