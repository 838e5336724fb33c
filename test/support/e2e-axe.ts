import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe finds nothing against WCAG 2.2 AA on what the page shows now: the dialog in front, or all of it. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expectNothing(await (await axe(page)).withTags(standard).analyze(), what)
}

/** The contrast of everything: what another colour scheme changes. */
export async function expectContrast(page: Page, what: string): Promise<void> {
  expectNothing(await (await axe(page)).withRules(['color-contrast']).analyze(), what)
}

const modal = '[role="dialog"][aria-modal="true"]'

async function axe(page: Page) {
  const builder = new AxeBuilder({ page }).setLegacyMode()
  return (await page.locator(modal).count()) > 0 ? builder.include(modal) : builder
}

function expectNothing({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>, what: string) {
  const told = violations.map(({ id, nodes }) => ({
    rule: id,
    where: nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${html.slice(0, 160)}: ${failureSummary?.slice(0, 200)}`),
  }))
  expect({ what, told }).toEqual({ what, told: [] })
}

/** Nothing is cut off to the right: the page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const hidden = () =>
    page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
  await expect.poll(async () => `${what}: ${await hidden()} px hidden`).toBe(`${what}: 0 px hidden`)
}
