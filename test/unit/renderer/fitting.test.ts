import { describe, expect, test } from 'vitest'
import { fitting } from '../../../src/renderer/components/fitting.ts'

const widths = [60, 70, 80, 90]

describe('which tabs of a row are shown', () => {
  test('all of them where they fit to the pixel', () => {
    expect(fitting(widths, 50, 300, 0)).toEqual([0, 1, 2, 3])
  })

  test('else as many of the first as leave place for the menu of the rest', () => {
    expect(fitting(widths, 50, 299, 0)).toEqual([0, 1, 2])
    expect(fitting(widths, 50, 259, 0)).toEqual([0, 1])
  })

  test('the chosen one always, in its place', () => {
    expect(fitting(widths, 50, 210, 3)).toEqual([0, 3])
    expect(fitting(widths, 50, 100, 3)).toEqual([3])
  })
})
