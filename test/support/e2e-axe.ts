import axe, { type RunOnly, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe finds nothing against WCAG 2.2 AA on what the page shows now: the dialog in front, or all of it. */
export const expectAccessible = (page: Page, what: string): Promise<void> =>
  expectNothing(page, what, { type: 'tag', values: standard })

/** The contrast of everything: what another colour scheme changes. */
export const expectContrast = (page: Page, what: string): Promise<void> =>
  expectNothing(page, what, { type: 'rule', values: ['color-contrast'] })

/** Looks again while something is found: a screen may still be drawing itself. */
async function expectNothing(page: Page, what: string, runOnly: RunOnly): Promise<void> {
  const told = async () => (await violations(page, runOnly)).map((violation) => ({ what, ...violation }))
  await expect.poll(told, { timeout: 20_000, interval: 300 }).toEqual([])
}

const modal = '[role="dialog"][aria-modal="true"]'

/**
 * What axe finds. A page is given axe once, and asked for violations alone: to read its half megabyte and to describe
 * all that is well takes several times as long as to look.
 */
async function violations(page: Page, runOnly: RunOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ options, modal }) => {
      const { run } = (window as never as { axe: typeof axe }).axe
      const within = document.querySelector(modal) ? { include: [[modal]] } : document
      return (await run(within, options)).violations.map(({ id, nodes }) => ({
        rule: id,
        where: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)}: ${node.failureSummary?.slice(0, 200)}`),
      }))
    },
    { options: { runOnly, resultTypes: ['violations'] } satisfies RunOptions, modal },
  )
}

/** Nothing is cut off to the right: the page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const hidden = () =>
    page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
  await expect.poll(async () => `${what}: ${await hidden()} px hidden`).toBe(`${what}: 0 px hidden`)
}
