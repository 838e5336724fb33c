import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../../shared/language.ts'
import { texts } from './texts.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/**
 * The native menu: only what the system needs to know (editing, zoom, quit). All else is in the window. A kiosk has none,
 * so that no key of a menu leaves the full screen or ends the program.
 */
export function setMenu(language: Language, kiosk: boolean): void {
  if (kiosk) {
    Menu.setApplicationMenu(null)
    return
  }
  const item = (role: Role, text: keyof typeof texts) => ({ role, label: texts[text][language] })
  const line = { type: 'separator' as const }
  const quit = item('quit', 'quit')
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Passerelle', submenu: [quit] },
      {
        label: texts.edit[language],
        submenu: [
          item('undo', 'undo'),
          item('redo', 'redo'),
          line,
          item('cut', 'cut'),
          item('copy', 'copy'),
          item('paste', 'paste'),
          item('selectAll', 'selectAll'),
        ],
      },
      {
        label: texts.view[language],
        submenu: [
          item('zoomIn', 'zoomIn'),
          item('zoomOut', 'zoomOut'),
          item('resetZoom', 'resetZoom'),
          line,
          item('togglefullscreen', 'fullScreen'),
        ],
      },
    ]),
  )
}
