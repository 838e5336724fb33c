import {
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type ModalProps,
  type TooltipProps,
} from '@mantine/core'
import { typeface } from './fonts.ts'

/** Slate of the frame: navigation and top bar. */
const slate: MantineColorsTuple = [
  '#f1f4f7',
  '#e0e6ec',
  '#c3ced9',
  '#a3b3c3',
  '#8093a7',
  '#627891',
  '#4a617a',
  '#384d65',
  '#26374a',
  '#1a2734',
]
/** Grounds and lines of the dark scheme, from text to the deepest ground: slate instead of Mantine's grey. */
const dark: MantineColorsTuple = [
  '#e6ebf0',
  '#c6cfd8',
  '#a5b2bf',
  '#748291',
  '#3d4a58',
  '#26303b',
  '#1a222b',
  '#12181f',
  '#0e1319',
  '#0a0e13',
]
/** The one blue of what can be acted on. 7 is the light scheme's (6.9:1 on white), 5 and 3 serve the dark one. */
const action: MantineColorsTuple = [
  '#eef5fb',
  '#d9e8f5',
  '#b3d1ea',
  '#86b6de',
  '#5b9bd0',
  '#3a81be',
  '#2a6da8',
  '#1d5b90',
  '#164a77',
  '#0f385c',
]

type Part = 'label' | 'description' | 'input' | 'error'
/** Help stands below the box: labels and boxes of a row are level, whether one of them has help or not. */
const inputWrapperOrder: Part[] = ['label', 'input', 'description', 'error']

/** Three sizes of text and a grid of 4 px; `compact` takes air out of rows and makes controls smaller. */
export const makeTheme = (density: 'comfortable' | 'compact') => {
  const size = density === 'compact' ? 'xs' : 'sm'
  const field = { defaultProps: { size, inputWrapperOrder } }
  return createTheme({
    fontFamily: typeface,
    fontFamilyMonospace: "'Noto Sans Variable', system-ui, sans-serif",
    colors: { slate, action, dark },
    primaryColor: 'action',
    primaryShade: { light: 7, dark: 6 },
    black: '#16202b',
    defaultRadius: 4,
    cursorType: 'pointer',
    respectReducedMotion: true,
    fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '0.9375rem', xl: '1.375rem' },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.3' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    headings: {
      fontWeight: '650',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.3' },
        h2: { fontSize: '0.9375rem', lineHeight: '1.45' },
        h3: { fontSize: '0.9375rem', lineHeight: '1.45' },
      },
    },
    // By name and not with each component's own `extend`: the first script would have to hold all of them.
    components: {
      Button: { defaultProps: { size } satisfies Partial<ButtonProps> },
      InputWrapper: { defaultProps: { inputWrapperOrder } },
      TextInput: field,
      PasswordInput: field,
      Textarea: field,
      Select: field,
      NumberInput: field,
      Modal: {
        defaultProps: {
          centered: true,
          radius: 6,
          overlayProps: { backgroundOpacity: 0.55 },
          // A dialog that is decided is gone at once: the next key is for the screen below.
          transitionProps: { duration: 0 },
          // Inside a dialog a header is no landmark of the page.
          attributes: { header: { role: 'none' } },
        } satisfies Partial<ModalProps>,
      },
      Tooltip: {
        defaultProps: {
          openDelay: 400,
          events: { hover: true, focus: true, touch: false },
        } satisfies Partial<TooltipProps>,
      },
    },
  })
}

/** Colours by meaning, for both schemes; contrast of text on its ground is at least 4.5:1 everywhere. */
export const variables: CSSVariablesResolver = () => ({
  variables: { '--frame': '#26374a', '--frame-line': '#3d5066', '--frame-text': '#ffffff', '--frame-quiet': '#c9d4df' },
  light: {
    '--mantine-color-dimmed': '#4f5f70',
    '--mantine-color-placeholder': '#66758a',
    '--mantine-color-anchor': '#1d5b90',
    '--mantine-color-action-light-color': '#1d5b90',
    '--mantine-color-action-light-hover': '#c6ddf0',
    '--mantine-color-error': '#a8201a',
    '--mantine-color-default-border': '#9aa6b3',
    '--work': '#ffffff',
    '--panel': '#f4f6f8',
    '--line': '#d5dce3',
    '--line-strong': '#7d8a98',
    '--row-hover': '#eef3f8',
    '--row-selected': '#dceaf6',
    '--good': '#1d6b35',
    '--good-ground': '#e5f4e9',
    '--attention': '#7a4a00',
    '--attention-ground': '#fdf1d8',
    '--bad': '#a8201a',
    '--bad-ground': '#fcebea',
    '--info': '#1d5b90',
    '--info-ground': '#e8f1f9',
    '--focus': '#1d5b90',
  },
  dark: {
    '--mantine-color-body': '#12181f',
    '--mantine-color-text': '#e6ebf0',
    '--mantine-color-dimmed': '#a5b2bf',
    '--mantine-color-placeholder': '#8795a4',
    '--mantine-color-anchor': '#8fc1ea',
    '--mantine-color-action-light-color': '#8fc1ea',
    '--mantine-color-error': '#ff9c94',
    '--mantine-color-default-border': '#566475',
    '--frame': '#1a2734',
    '--frame-line': '#33465a',
    '--work': '#12181f',
    '--panel': '#1a222b',
    '--line': '#303b47',
    '--line-strong': '#748291',
    '--row-hover': '#1e2935',
    '--row-selected': '#1c3a55',
    '--good': '#7fd697',
    '--good-ground': '#12301c',
    '--attention': '#f2c062',
    '--attention-ground': '#382a0c',
    '--bad': '#ff9c94',
    '--bad-ground': '#3d1714',
    '--info': '#8fc1ea',
    '--info-ground': '#152c42',
    '--focus': '#8fc1ea',
  },
})
