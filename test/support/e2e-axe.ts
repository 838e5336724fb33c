import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe finds nothing against WCAG 2.2 AA on what the page shows now: the dialog in front, or all of it. */
export const expectAccessible = (page: Page, what: string): Promise<void> =>
  expectNothing(what, async () => (await axe(page)).withTags(standard).analyze())

/** The contrast of everything: what another colour scheme changes. */
export const expectContrast = (page: Page, what: string): Promise<void> =>
  expectNothing(what, async () => (await axe(page)).withRules(['color-contrast']).analyze())

const modal = '[role="dialog"][aria-modal="true"]'

async function axe(page: Page) {
  const builder = new AxeBuilder({ page }).setLegacyMode()
  return (await page.locator(modal).count()) > 0 ? builder.include(modal) : builder
}

/** Looks again while something is found: a screen may still be drawing itself. */
async function expectNothing(what: string, look: () => ReturnType<AxeBuilder['analyze']>): Promise<void> {
  const told = async () => {
    const { violations } = await look()
    return violations.map(({ id, nodes }) => {
      const where = nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)}: ${node.failureSummary?.slice(0, 200)}`)
      return { what, rule: id, where }
    })
  }
  await expect.poll(told, { timeout: 20_000, interval: 300 }).toEqual([])
}

/** Nothing is cut off to the right: the page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const hidden = () =>
    page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
  await expect.poll(async () => `${what}: ${await hidden()} px hidden`).toBe(`${what}: 0 px hidden`)
}
