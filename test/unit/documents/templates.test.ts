import { expect, test } from 'vitest'
import {
  acknowledgementTemplate,
  acknowledgementTemplates,
} from '../../../src/shared/documents/templates/acknowledgement.ts'
import {
  claimantDocumentTemplate,
  claimantDocumentTemplates,
} from '../../../src/shared/documents/templates/claimant-document.ts'
import { interviewLabels, interviewTemplates } from '../../../src/shared/documents/templates/interview.ts'
import { labels, weekdays, words } from '../../../src/shared/documents/templates/labels.ts'
import { noticeOfSeizureTemplates } from '../../../src/shared/documents/templates/notice-of-seizure.ts'
import { photoReturnTemplates } from '../../../src/shared/documents/templates/photo-return.ts'
import { preparationTemplates } from '../../../src/shared/documents/templates/preparation.ts'
import { referralItems, referralTemplates, referralWords } from '../../../src/shared/documents/templates/referral.ts'
import { residenceLabels, residenceTemplates } from '../../../src/shared/documents/templates/residence.ts'
import { eyeWords, maritalWords, roleWords } from '../../../src/shared/domain/residence-words.ts'

test('the wording in force on the day of issue is printed: co-payments from 2026-05-01', () => {
  const ifhp = (date: string) => JSON.stringify(claimantDocumentTemplate(date)?.ifhp)
  expect(ifhp('2026-04-30')).not.toContain('$4')
  expect(ifhp('2026-05-01')).toContain('$4')
  expect(claimantDocumentTemplate('2024-03-31')).toBeUndefined()
  expect(acknowledgementTemplate('2024-04-01')?.effective).toBe('2024-04-01')
})

const templates = [
  ...claimantDocumentTemplates,
  ...acknowledgementTemplates,
  ...referralTemplates,
  ...interviewTemplates,
  ...preparationTemplates,
  ...noticeOfSeizureTemplates,
  ...photoReturnTemplates,
  ...residenceTemplates,
]
const residenceWords = [residenceLabels, eyeWords, maritalWords, roleWords]
const others = [referralItems, referralWords, interviewLabels, labels, words, residenceWords]

test('every template cites its sources', () => {
  for (const template of templates) expect(template.citations.length).toBeGreaterThan(0)
})

const frenchTexts = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'fr' && typeof each === 'string' ? [each] : frenchTexts(each),
  )
}

test.each(frenchTexts([templates, others, weekdays]))('French typography: %s', (text) => {
  expect(text).not.toMatch(/[^\u00a0]:|'| [;?!]|«[^\u00a0]|[^\u00a0]»|\d [$%]/)
})

test('no text stands in one language only', () => {
  const english = JSON.stringify([templates, others]).match(/"en":/g)?.length
  expect(frenchTexts([templates, others]).length).toBe(english)
})
