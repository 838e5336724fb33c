/** Head, neck and ears, and the shading that makes them round. */
import type { Look } from './look.ts'
import { bothSides, darker, type Head, lighter, shine, skinOf, svg } from './paint.ts'

/** The outline of head and jaw, closed. */
export function headPath({ crown, chin, half, jaw, chinHalf, eyes }: Head): string {
  const [left, right] = [350 - half, 350 + half]
  const cheek = eyes + 62
  const corner = chin - 104
  return svg`M350 ${crown}C${350 + half * 0.72} ${crown} ${right} ${crown + 118} ${right} ${eyes - 62}C${right + 3} ${eyes} ${right - 2} ${cheek - 10} ${right - 7} ${cheek}C${right - 13} ${cheek + 56} ${350 + jaw + 6} ${corner - 18} ${350 + jaw - 8} ${corner + 14}C${350 + jaw - 32} ${chin - 34} ${350 + chinHalf + 18} ${chin} 350 ${chin}C${350 - chinHalf - 18} ${chin} ${350 - jaw + 32} ${chin - 34} ${350 - jaw + 8} ${corner + 14}C${350 - jaw - 6} ${corner - 18} ${left + 13} ${cheek + 56} ${left + 7} ${cheek}C${left + 2} ${cheek - 10} ${left - 3} ${eyes} ${left} ${eyes - 62}C${left} ${crown + 118} ${350 - half * 0.72} ${crown} 350 ${crown}Z`
}

/** Neck with the shadow of the chin on it. */
export function neck(look: Look, { jaw, chin }: Head): string {
  const skin = skinOf(look)
  const half = jaw * (look.feminine ? 0.66 : 0.78) * (1 - look.childhood * 0.3)
  return svg`<path d="M${350 - half} ${chin - 130}C${350 - half + 6} ${chin + 20} ${350 - half} ${chin + 60} ${350 - half - 46} ${chin + 108}L${350 - half - 40} 900H${350 + half + 40}L${350 + half + 46} ${chin + 108}C${350 + half} ${chin + 60} ${350 + half - 6} ${chin + 20} ${350 + half} ${chin - 130}Z" fill="${darker(skin, 0.1)}"/>
<path d="M${350 - half + 4} ${chin - 90}C${350 - half * 0.6} ${chin + 44} ${350 + half * 0.6} ${chin + 44} ${350 + half - 4} ${chin - 90}V${chin + 30}C${350 + half * 0.5} ${chin + 84} ${350 - half * 0.5} ${chin + 84} ${350 - half + 4} ${chin + 30}Z" fill="${darker(skin, 0.42)}" opacity=".42" filter="url(#soft14)"/>`
}

export function ears(look: Look, { half, eyes, nose }: Head): string {
  const skin = darker(skinOf(look), 0.08)
  const edge = 350 + half
  return bothSides(
    svg`<path d="M${edge - 10} ${eyes - 30}C${edge + 14} ${eyes - 46} ${edge + 32} ${eyes - 26} ${edge + 26} ${eyes + 16}C${edge + 22} ${nose - 26} ${edge + 12} ${nose + 6} ${edge - 10} ${nose - 2}Z" fill="${skin}"/><path d="M${edge + 4} ${eyes - 18}C${edge + 20} ${eyes - 22} ${edge + 20} ${eyes + 10} ${edge + 6} ${eyes + 40}" fill="none" stroke="${darker(skin, 0.4)}" stroke-width="4" opacity=".45" filter="url(#soft2)"/>`,
  )
}

/** The skin of the head: base, round shading, cheeks, light on brow and nose, lines of age. */
export function head(look: Look, at: Head): string {
  const skin = skinOf(look)
  const outline = headPath(at)
  const blush = look.tone < 5 ? '#c8573f' : '#7a2f1f'
  return `<path d="${outline}" fill="url(#skin)"/><g clip-path="url(#headClip)">${[
    // Away from the light at the sides and under the brow.
    bothSides(
      svg`<path d="M${350 + at.half + 20} ${at.crown + 120}C${350 + at.half - 28} ${at.eyes - 60} ${350 + at.half - 34} ${at.eyes + 60} ${350 + at.jaw - 18} ${at.chin - 96}L${350 + 40} ${at.chin + 6}L${350 + at.half + 40} ${at.chin + 20}Z" fill="${darker(skin, 0.5)}" opacity="${Math.min(0.8, 0.46 * shine(look)).toFixed(2)}" filter="url(#soft20)"/><ellipse cx="${350 + at.eyeX}" cy="${at.eyes - 6}" rx="${at.eyeHalf + 16}" ry="34" fill="${darker(skin, 0.5)}" opacity="${0.2 - look.childhood * 0.1}" filter="url(#soft14)"/><ellipse cx="${350 + at.half * 0.56}" cy="${at.nose + 8}" rx="46" ry="32" fill="${blush}" opacity="${look.feminine || look.childhood > 0.3 ? 0.17 : 0.1}" filter="url(#soft20)"/><ellipse cx="${350 + at.half * 0.52}" cy="${at.eyes + 66}" rx="50" ry="28" fill="${lighter(skin, 0.55)}" opacity="${0.3 * shine(look)}" filter="url(#soft20)"/>`,
    ),
    svg`<ellipse cx="350" cy="${at.crown + 150}" rx="${at.half * 0.62}" ry="74" fill="${lighter(skin, 0.6)}" opacity="${0.26 * shine(look)}" filter="url(#soft20)"/>`,
    svg`<ellipse cx="350" cy="${at.chin - 38}" rx="44" ry="22" fill="${lighter(skin, 0.5)}" opacity="${0.24 * shine(look)}" filter="url(#soft14)"/>`,
    svg`<ellipse cx="350" cy="${at.mouth + 40}" rx="44" ry="10" fill="${darker(skin, 0.5)}" opacity=".2" filter="url(#soft8)"/>`,
    linesOfAge(look, at),
    look.mole
      ? svg`<circle cx="${350 + at.half * 0.42}" cy="${at.mouth - 18}" r="4.5" fill="${darker(skin, 0.6)}" opacity=".75"/>`
      : '',
  ].join('')}</g>`
}

function linesOfAge(look: Look, at: Head): string {
  const strength = Math.max(0, Math.min(1, (look.age - 30) / 45))
  if (strength === 0) return ''
  const ink = darker(skinOf(look), 0.5)
  const line = (d: string, width: number, opacity: number) =>
    svg`<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" opacity="${opacity.toFixed(2)}" filter="url(#soft2)"/>`
  const brow = [-26, 0, 26].map((up) =>
    line(
      svg`M${350 - 92} ${at.eyes - 122 + up}C${350 - 40} ${at.eyes - 132 + up} ${350 + 40} ${at.eyes - 132 + up} ${350 + 92} ${at.eyes - 122 + up}`,
      4,
      strength * 0.28,
    ),
  )
  const sides = bothSides(
    line(
      svg`M${350 + 52} ${at.nose - 4}C${350 + 78} ${at.nose + 24} ${350 + 88} ${at.mouth - 20} ${350 + 84} ${at.mouth + 10}`,
      6,
      0.12 + strength * 0.4,
    ) +
      line(
        svg`M${350 + at.eyeX - 30} ${at.eyes + 38}C${350 + at.eyeX - 8} ${at.eyes + 52} ${350 + at.eyeX + 18} ${at.eyes + 50} ${350 + at.eyeX + 34} ${at.eyes + 36}`,
        5,
        strength * 0.42,
      ) +
      line(
        svg`M${350 + at.eyeX + 50} ${at.eyes - 8}L${350 + at.eyeX + 70} ${at.eyes - 18}M${350 + at.eyeX + 52} ${at.eyes + 6}L${350 + at.eyeX + 72} ${at.eyes + 10}`,
        3,
        strength * 0.3,
      ),
  )
  return brow.join('') + sides
}
