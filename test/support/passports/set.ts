import type { DrawnPage } from './page.ts'
import { zoneOf } from './people.ts'
import { seeded } from './random.ts'

/**
 * A set of drawn pages, none like the other: cut and weight of the letters, stretch, skew to ten degrees, softness, noise,
 * pattern and JPEG are drawn by lot from `seed`.
 */
export function passportSet(
  count: number,
  seed: number,
  dpi: number,
  kind: 'TD1' | 'TD2' | 'TD3' = 'TD3',
): readonly DrawnPage[] {
  const random = seeded(seed)
  const between = (least: number, most: number) => least + (most - least) * random()
  return Array.from({ length: count }, (_, at) => ({
    lines: zoneOf(seed * 1000 + at, kind),
    dpi,
    font: at % 2 === 0 ? ('OCRBS' as const) : ('OCRBL' as const),
    weight: between(-0.45, 0.7),
    stretch: [between(0.93, 1.05), between(0.94, 1.06)] as const,
    turned: between(-10, 10),
    blur: between(0.02, 0.09),
    noise: between(2, 12),
    quality: Math.round(between(55, 90)),
    ink: between(0.65, 0.95),
    pattern: between(0.2, 0.7),
    onGlass: false,
    seed: seed * 1000 + at,
  }))
}
