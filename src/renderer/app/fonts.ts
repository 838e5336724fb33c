import '@fontsource-variable/noto-sans/wght.css'
import '@fontsource-variable/noto-sans-arabic/wght.css'
import '@fontsource-variable/noto-sans-armenian/wght.css'
import '@fontsource-variable/noto-sans-bengali/wght.css'
import '@fontsource-variable/noto-sans-ethiopic/wght.css'
import '@fontsource-variable/noto-sans-georgian/wght.css'
import '@fontsource-variable/noto-sans-gurmukhi/wght.css'
import '@fontsource-variable/noto-sans-hebrew/wght.css'
import '@fontsource-variable/noto-sans-khmer/wght.css'
import '@fontsource-variable/noto-sans-sinhala/wght.css'
import '@fontsource-variable/noto-sans-tamil/wght.css'

/**
 * One typeface for every script that it can carry: a kiosk may have no fonts of its own. A file is fetched only when
 * one of its letters is on the screen. Chinese, Japanese and Korean are left to the system: tens of megabytes each.
 */
export const typeface = [
  'Noto Sans Variable',
  'Noto Sans Arabic Variable',
  'Noto Sans Armenian Variable',
  'Noto Sans Bengali Variable',
  'Noto Sans Ethiopic Variable',
  'Noto Sans Georgian Variable',
  'Noto Sans Gurmukhi Variable',
  'Noto Sans Hebrew Variable',
  'Noto Sans Khmer Variable',
  'Noto Sans Sinhala Variable',
  'Noto Sans Tamil Variable',
]
  .map((family) => `'${family}'`)
  .concat('system-ui', 'sans-serif')
  .join(', ')
