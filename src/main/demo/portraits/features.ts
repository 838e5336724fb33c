/** Eyes, brows, nose, mouth, beard and glasses. */
import type { Look } from './look.ts'
import { blend, bothSides, darker, type Head, lighter, shine, skinOf, svg } from './paint.ts'

export function eyes(look: Look, at: Head): string {
  const skin = skinOf(look)
  const x = 350 + at.eyeX
  const [half, y] = [at.eyeHalf, at.eyes]
  const rise = 15.5 + look.eyeSize * 2 + look.childhood * 4
  const tilt = look.eyeTilt * 3 + 2
  const inner = svg`${x - half} ${y + 3}`
  const outer = svg`${x + half} ${y - tilt}`
  const upper = svg`C${x - half * 0.55} ${y - rise * 1.25} ${x + half * 0.5} ${y - rise * 1.35} ${outer}`
  const lower = svg`C${x + half * 0.5} ${y + rise * 0.95} ${x - half * 0.4} ${y + rise} ${inner}`
  const shape = `M${inner}${upper}${lower}Z`
  const iris = 15.5 + look.childhood * 2.5
  const lash = look.feminine ? 6.5 : 4.5
  const one = svg`<clipPath id="eye"><path d="${shape}"/></clipPath><path d="${shape}" fill="${eyeWhite(look)}"/><g clip-path="url(#eye)"><circle cx="${x - 1}" cy="${y - 3}" r="${iris}" fill="url(#iris)"/><circle cx="${x - 1}" cy="${y - 3}" r="${iris}" fill="none" stroke="${darker(look.eyeColour, 0.6)}" stroke-width="2.4" opacity=".8"/><circle cx="${x - 1}" cy="${y - 3}" r="${iris * 0.43}" fill="#0b0807"/><path d="M${inner}${upper}V${y - 40}H${x - half}Z" transform="translate(0 7)" fill="#2a1a14" opacity=".3" filter="url(#soft2)"/></g><path d="M${inner}${lower.slice(0, 0)}${upper}" fill="none" stroke="#1a100c" stroke-width="${lash}" stroke-linecap="round"/><path d="M${outer}${lower}" fill="none" stroke="${darker(skin, 0.55)}" stroke-width="2.4" opacity=".6"/><path d="M${x - half + 2} ${y - 12}C${x - half * 0.45} ${y - rise * 1.95} ${x + half * 0.55} ${y - rise * 2.05} ${x + half + 3} ${y - 12 - tilt}" fill="none" stroke="${darker(skin, 0.5)}" stroke-width="3.2" opacity=".5" filter="url(#soft2)"/><circle cx="${x - half + 4}" cy="${y + 2}" r="3.4" fill="#c98577" opacity=".6"/>`
  // Light comes from one place: its reflection is not mirrored.
  const glint = [350 - at.eyeX, 350 + at.eyeX].map(
    (cx) => svg`<circle cx="${cx - 6}" cy="${y - 9}" r="3.4" fill="#fff" opacity=".85"/>`,
  )
  return bothSides(one).replace('id="eye"', 'id="eyeR"').replace('url(#eye)', 'url(#eyeR)') + glint.join('')
}

/** In the shade of the lid, white is never as bright as paper; beside dark skin least of all. */
const eyeWhite = ({ tone }: Look): string => blend('#e9e4de', '#bdb4aa', tone / 9)

export function brows(look: Look, at: Head): string {
  const ink = look.age > 55 ? blend(look.hairColour, '#55504b', 0.4) : darker(look.hairColour, 0.15)
  const x = 350 + at.eyeX
  const y = at.eyes - 46 - look.brow * 3 + look.childhood * 4
  const thick = (look.feminine ? 9 : 14) + look.brow * 2 - look.childhood * 3
  return bothSides(
    svg`<path d="M${x - 44} ${y + 8}C${x - 20} ${y - 8} ${x + 20} ${y - 14} ${x + 50} ${y + 4}C${x + 20} ${y - 14 + thick * 0.75} ${x - 18} ${y - 6 + thick} ${x - 44} ${y + 8 + thick * 0.8}Z" fill="${ink}" opacity=".86"/>`,
  )
}

export function nose(look: Look, at: Head): string {
  const skin = skinOf(look)
  const half = 35 + look.noseWidth * 5 - look.childhood * 5
  const y = at.nose
  const dark = darker(skin, 0.55)
  return svg`${bothSides(svg`<path d="M${350 + 17} ${at.eyes - 22}C${350 + 10} ${at.eyes + 30} ${350 + 20} ${y - 44} ${350 + half - 3} ${y - 14}C${350 + half - 14} ${y - 22} ${350 + 14} ${y - 30} ${350 + 10} ${at.eyes + 20}Z" fill="${dark}" opacity=".3" filter="url(#soft8)"/><path d="M${350 + half - 6} ${y - 20}C${350 + half + 5} ${y - 8} ${350 + half} ${y + 7} ${350 + half - 12} ${y + 5}" fill="none" stroke="${dark}" stroke-width="4.5" stroke-linecap="round" opacity=".5" filter="url(#soft2)"/><ellipse cx="${350 + half * 0.46}" cy="${y + 4}" rx="${half * 0.27}" ry="5" transform="rotate(-14 ${350 + half * 0.46} ${y + 4})" fill="${darker(skin, 0.75)}" opacity=".78" filter="url(#soft2)"/>`)}<path d="M${350 - half * 0.7} ${y + 10}C${350 - 12} ${y + 16} ${350 + 12} ${y + 16} ${350 + half * 0.7} ${y + 10}L350 ${y + 26}Z" fill="${dark}" opacity=".26" filter="url(#soft8)"/><path d="M346 ${at.eyes + 4}C344 ${y - 60} 343 ${y - 40} 340 ${y - 20}H360C357 ${y - 40} 356 ${y - 60} 354 ${at.eyes + 4}Z" fill="${lighter(skin, 0.6)}" opacity="${Math.min(0.7, 0.4 * shine(look)).toFixed(2)}" filter="url(#soft8)"/><ellipse cx="350" cy="${y - 14}" rx="15" ry="11" fill="${lighter(skin, 0.7)}" opacity=".42" filter="url(#soft8)"/>`
}

export function mouth(look: Look, at: Head): string {
  const skin = skinOf(look)
  const lip = blend(darker(skin, 0.16), look.tone < 5 ? '#b04a44' : '#7d3a38', look.feminine ? 0.55 : 0.36)
  const half = 60 + look.lips * 4 - look.childhood * 9
  const full = 1 + look.lips * 0.22
  const y = at.mouth
  return svg`<path d="M${350 - half} ${y}C${350 - half * 0.5} ${y - 11 * full} ${350 - 18} ${y - 18 * full} 350 ${y - 11 * full}C${350 + 18} ${y - 18 * full} ${350 + half * 0.5} ${y - 11 * full} ${350 + half} ${y}C${350 + 24} ${y + 4} ${350 - 24} ${y + 4} ${350 - half} ${y}Z" fill="${darker(lip, 0.12)}"/><path d="M${350 - half} ${y}C${350 - 24} ${y + 4} ${350 + 24} ${y + 4} ${350 + half} ${y}C${350 + half * 0.55} ${y + 24 * full} ${350 - half * 0.55} ${y + 24 * full} ${350 - half} ${y}Z" fill="${lip}"/><ellipse cx="350" cy="${y + 11 * full}" rx="26" ry="4.5" fill="${lighter(lip, 0.6)}" opacity=".42" filter="url(#soft2)"/><path d="M${350 - half} ${y}C${350 - 26} ${y + 5} ${350 - 10} ${y + 1} 350 ${y + 4}C${350 + 10} ${y + 1} ${350 + 26} ${y + 5} ${350 + half} ${y}" fill="none" stroke="${darker(lip, 0.62)}" stroke-width="3.4" stroke-linecap="round"/><path d="M341 ${at.nose + 20}L339 ${y - 16}M359 ${at.nose + 20}L361 ${y - 16}" stroke="${darker(skin, 0.4)}" stroke-width="4" opacity=".22" filter="url(#soft2)"/>`
}

export function beard(look: Look, at: Head): string {
  const ink = look.hairColour
  const [y, chin, jaw] = [at.mouth, at.chin, at.jaw]
  const moustache = svg`<path d="M350 ${at.nose + 22}C${350 + 30} ${at.nose + 20} ${350 + 62} ${y - 18} ${350 + 76} ${y + 14}C${350 + 40} ${y - 8} ${350 + 14} ${y - 14} 350 ${y - 13}C${350 - 14} ${y - 14} ${350 - 40} ${y - 8} ${350 - 76} ${y + 14}C${350 - 62} ${y - 18} ${350 - 30} ${at.nose + 20} 350 ${at.nose + 22}Z" fill="${ink}" opacity=".92" filter="url(#hairy)"/>`
  const goatee = svg`<path d="M${350 - 26} ${y + 34}C${350 - 8} ${y + 28} ${350 + 8} ${y + 28} ${350 + 26} ${y + 34}C${350 + 62} ${y + 26} ${350 + 68} ${chin - 30} ${350 + 40} ${chin + 6}C${350 + 14} ${chin + 20} ${350 - 14} ${chin + 20} ${350 - 40} ${chin + 6}C${350 - 68} ${chin - 30} ${350 - 62} ${y + 26} ${350 - 26} ${y + 34}Z" fill="${ink}" opacity=".9" filter="url(#hairy)"/>`
  const low = look.covering === 'turban' ? 24 : 14
  const mask = svg`M${350 - at.half + 3} ${at.eyes + 34}C${350 - at.half + 26} ${at.nose + 46} ${350 - 112} ${at.nose + 42} ${350 - 88} ${y - 16}C${350 - 60} ${at.nose + 30} ${350 - 24} ${at.nose + 22} 350 ${at.nose + 24}C${350 + 24} ${at.nose + 22} ${350 + 60} ${at.nose + 30} ${350 + 88} ${y - 16}C${350 + 112} ${at.nose + 42} ${350 + at.half - 26} ${at.nose + 46} ${350 + at.half - 3} ${at.eyes + 34}C${350 + at.half} ${at.nose + 60} ${350 + jaw + 12} ${chin - 90} ${350 + jaw - 16} ${chin - 46}C${350 + 74} ${chin + low} ${350 + 40} ${chin + low + 8} 350 ${chin + low + 8}C${350 - 40} ${chin + low + 8} ${350 - 74} ${chin + low} ${350 - jaw + 16} ${chin - 46}C${350 - jaw - 12} ${chin - 90} ${350 - at.half} ${at.nose + 60} ${350 - at.half + 3} ${at.eyes + 34}ZM${350 - 66} ${y}C${350 - 44} ${y + 36} ${350 + 44} ${y + 36} ${350 + 66} ${y}C${350 + 40} ${y - 20} ${350 - 40} ${y - 20} ${350 - 66} ${y}Z`
  if (look.beard === 'moustache') return moustache
  if (look.beard === 'goatee') return goatee + moustache
  if (look.beard === 'stubble')
    return `<g clip-path="url(#headClip)"><path d="${mask}" fill-rule="evenodd" fill="${ink}" opacity=".3" filter="url(#soft14)"/></g>`
  return look.beard === 'full'
    ? `<path d="${mask}" fill-rule="evenodd" fill="${ink}" opacity=".95" filter="url(#hairy)"/>`
    : ''
}

export function glasses(look: Look, at: Head): string {
  if (look.glasses === 'none') return ''
  const x = 350 + at.eyeX + 2
  const [half, y] = [62, at.eyes + 4]
  const frame = look.coveringColour === '#c7b9a5' ? '#3a3f47' : '#23262c'
  const lens =
    look.glasses === 'round'
      ? svg`<ellipse cx="${x}" cy="${y}" rx="${half - 4}" ry="50"`
      : svg`<rect x="${x - half}" y="${y - 40}" width="${half * 2}" height="${look.glasses === 'half' ? 70 : 82}" rx="${look.glasses === 'half' ? 26 : 18}"`
  const glass = look.glasses === 'tinted' ? 'fill="#2b2320" fill-opacity=".72"' : 'fill="#dfe9ef" fill-opacity=".07"'
  const line = `${glass} stroke="${frame}" stroke-width="${look.glasses === 'half' ? 3.5 : 6.5}"`
  return `${bothSides(`${lens} ${line}/>${svg`<path d="M${x + half - 4} ${y - 18}L${350 + at.half + 4} ${y - 24}" stroke="${frame}" stroke-width="6"/>`}`)}${svg`<path d="M${700 - x + half - 4} ${y - 10}C${350 - 10} ${y - 22} ${350 + 10} ${y - 22} ${x - half + 4} ${y - 10}" fill="none" stroke="${frame}" stroke-width="5.5"/>`}`
}
