import type { Grey, Ink } from '../../../shared/documents/display-list.ts'
import { number } from './syntax.ts'

/** Inks that are not text as PDF operators. DeviceRGB only, no transparency: what PDF/A allows with an sRGB intent. */

/** One operator with its operands as the page has it. */
export type Operator = string

/** One operator; the name first, because that is what one looks for. */
export function op(name: string, ...args: readonly string[]): Operator {
  let text = ''
  for (const arg of args) text += `${arg} `
  return text + name
}

export function colour(name: 'rg' | 'RG', grey: Grey): Operator {
  const each = number(grey)
  return op(name, each, each, each)
}

/** The name of the portrait among the page's resources. */
export const portraitName = '/Portrait'

export function drawInk(ink: Exclude<Ink, { kind: 'text' | 'outline' }>): Operator[] {
  if (ink.kind === 'rect')
    return [op('q'), colour('rg', ink.grey), rectangle(ink.x, ink.y, ink.width, ink.height), op('f'), op('Q')]
  if (ink.kind === 'bars') return drawBars(ink)
  if (ink.kind === 'modules') return drawModules(ink)
  const placed = op('cm', number(ink.width), '0', '0', number(ink.height), number(ink.x), number(ink.y))
  return [op('q'), placed, op('Do', portraitName), op('Q')]
}

const rectangle = (x: number, y: number, width: number, height: number) =>
  op('re', number(x), number(y), number(width), number(height))

function drawBars({ x, y, height, module, widths }: Extract<Ink, { kind: 'bars' }>): Operator[] {
  const bars: Operator[] = []
  let left = x
  widths.forEach((modules, index) => {
    if (index % 2 === 0) bars.push(rectangle(left, y, modules * module, height))
    left += modules * module
  })
  return [op('q'), colour('rg', 0), ...bars, op('f'), op('Q')]
}

/**
 * Dark modules of a row that touch are one rectangle: no printer then shows a seam between them. In units of a module,
 * since whole numbers are written faster and shorter.
 */
function drawModules({ x, y, module, columns, modules }: Extract<Ink, { kind: 'modules' }>): Operator[] {
  const rows = modules.length / columns
  const runs: Operator[] = []
  for (let row = 0; row < rows; row++) {
    const bottom = rows - 1 - row
    for (let column = 0; column < columns; column++) {
      const start = column
      while (column < columns && modules[row * columns + column]) column++
      if (column > start) runs.push(`${start} ${bottom} ${column - start} 1 re`)
    }
  }
  // Finer than other numbers: an error here is as many times larger as there are modules.
  const scale = String(Math.round(module * 1e6) / 1e6)
  return [op('q'), op('cm', scale, '0', '0', scale, number(x), number(y)), colour('rg', 0), ...runs, op('f'), op('Q')]
}
