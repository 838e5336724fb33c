/** Shoulders and what is worn on them. */
import type { Look } from './look.ts'
import { bothSides, darker, type Head, lighter, svg } from './paint.ts'

/** Below the lower edge of every frame. */
const low = 1070

export function clothes(look: Look, at: Head): string {
  const colour = look.clothesColour
  const wide = (look.feminine ? 318 : 362) * (1 - look.childhood * 0.2)
  const top = at.chin + 58 + look.childhood * 18
  const open = at.jaw * 0.78
  const deep = look.clothes === 'vneck' ? 96 : look.clothes === 'crew' || look.clothes === 'tunic' ? 44 : 60
  const body = svg`M${350 - open} ${top}C${350 - open - 60} ${top + 40} ${350 - wide + 40} ${top + 44} ${350 - wide} ${top + 106}L${350 - wide - 20} ${low}H${350 + wide + 20}L${350 + wide} ${top + 106}C${350 + wide - 40} ${top + 44} ${350 + open + 60} ${top + 40} ${350 + open} ${top}C${350 + open * 0.6} ${top + deep} ${350 + 20} ${top + deep + 14} 350 ${top + deep + 14}C${350 - 20} ${top + deep + 14} ${350 - open * 0.6} ${top + deep} ${350 - open} ${top}Z`
  const seam = svg`<path d="M${350 - open} ${top}C${350 - open * 0.6} ${top + deep} ${350 - 20} ${top + deep + 14} 350 ${top + deep + 14}C${350 + 20} ${top + deep + 14} ${350 + open * 0.6} ${top + deep} ${350 + open} ${top}" fill="none" stroke="${darker(colour, 0.35)}" stroke-width="${look.clothes === 'crew' ? 12 : 6}" opacity=".8"/>`
  const shade = bothSides(
    svg`<path d="M${350 + wide * 0.55} ${top + 80}C${350 + wide * 0.5} ${top + 130} ${350 + wide * 0.62} 960 ${350 + wide * 0.6} ${low}H${350 + wide + 30}V${top + 90}Z" fill="${darker(colour, 0.6)}" opacity=".2" filter="url(#soft20)"/>`,
  )
  return `<path d="${body}" fill="url(#dress)"/><clipPath id="bodyClip"><path d="${body}"/></clipPath><g clip-path="url(#bodyClip)">${shade}</g>${seam}${collar(look, top, open, deep)}`
}

function collar(look: Look, top: number, open: number, deep: number): string {
  const colour = look.clothesColour
  if (look.clothes === 'shirt' || look.clothes === 'jacket') {
    const shirt = look.clothes === 'jacket' ? '#e9ebee' : lighter(colour, 0.16)
    const flap = bothSides(
      svg`<path d="M${350 + open + 4} ${top - 16}C${350 + open * 0.7} ${top + 34} ${350 + 40} ${top + deep} 350 ${top + deep + 8}L${350 + 66} ${top + deep + 60}L${350 + open + 40} ${top + 26}Z" fill="${shirt}" stroke="${darker(shirt, 0.25)}" stroke-width="3"/>`,
    )
    const lapel = bothSides(
      svg`<path d="M${350 + open + 30} ${top + 14}C${350 + open + 10} ${top + 80} ${350 + 60} ${top + 130} ${350 + 6} ${low}H${350 + 130}L${350 + open + 96} ${top + 44}Z" fill="${darker(colour, 0.14)}"/>`,
    )
    const front = svg`<path d="M350 ${top + deep}L${350 - 60} ${low}H${350 + 60}Z" fill="${shirt}"/>`
    return look.clothes === 'jacket'
      ? front + lapel + flap
      : `${flap}${svg`<path d="M350 ${top + deep + 20}V${low}" stroke="${darker(colour, 0.3)}" stroke-width="4"/>`}`
  }
  if (look.clothes !== 'tunic') return ''
  return svg`<path d="M350 ${top + deep + 14}V${low}" stroke="${lighter(colour, 0.4)}" stroke-width="16" opacity=".5"/><path d="M350 ${top + deep + 14}V${low}" stroke="${darker(colour, 0.4)}" stroke-width="3"/>`
}
