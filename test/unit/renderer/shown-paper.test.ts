import { expect, onTestFinished, test } from 'vitest'
import { setKiosk, shownPaper, takeDelivery, takeFile } from '../../../src/renderer/app/delivery.ts'

const pdf = (name: string) => new File(['%PDF'], name, { type: 'application/pdf' })
const names = () => {
  const paper = shownPaper.get()?.paper
  return paper instanceof File ? paper.name : paper
}

test('a kiosk shows every file of the day’s letters, one when the one before it is closed, and none after the lock', () => {
  setKiosk(true)
  let told = 0
  const stop = shownPaper.subscribe(() => {
    told += 1
  })
  onTestFinished(() => {
    stop()
    shownPaper.forget()
    setKiosk(false)
  })
  takeFile(pdf('letters-1.pdf'))
  takeFile(pdf('letters-2.pdf'))
  takeFile(new File(['a;b'], 'list.csv', { type: 'text/csv' }))
  takeDelivery({ by: 'window', address: '/paper/3' })
  const first = shownPaper.get()
  expect(names()).toBe('letters-1.pdf')
  shownPaper.close()
  expect(names()).toBe('letters-2.pdf')
  // Two files at hand are never taken for one another.
  expect(shownPaper.get()?.n).not.toBe(first?.n)
  shownPaper.close()
  expect(names()).toBe('/paper/3')
  shownPaper.close()
  expect(shownPaper.get()).toBe(undefined)
  expect(told).toBe(6)
  takeFile(pdf('letters-1.pdf'))
  takeFile(pdf('letters-2.pdf'))
  shownPaper.forget()
  expect(shownPaper.get()).toBe(undefined)
})
