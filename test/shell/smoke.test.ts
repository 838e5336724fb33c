import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, test } from 'vitest'
import { electronPath } from '../../scripts/electron-path.mjs'
import { showsSomething } from '../support/browser.ts'

const program = electronPath()
const noScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
const asRoot = process.platform === 'linux' && process.getuid?.() === 0
const reasons = [!program && 'Electron’s program is not on this disk', noScreen && 'no screen', asRoot && 'root']
const why = reasons.find(Boolean)

test.skipIf(why)(
  `Electron itself opens the window and reaches the desk${why ? ` (skipped: ${why})` : ''}`,
  async () => {
    const data = mkdtempSync(join(tmpdir(), 'passerelle-smoke-'))
    const app = await _electron.launch({ executablePath: program!, args: ['.', '--data', data] })
    const page = await app.firstWindow()
    await showsSomething(page)
    expect(page.url()).toMatch(/^app:\/\/desk\//)
    expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false)
    await app.close()
  },
)
