import { describe, expect, it } from 'vitest'
import { tidyPostalCode } from '../../../src/renderer/features/claims/steps/postal-code.ts'
import { livePaper } from '../../../src/renderer/features/documents/papers.ts'
import type { DocumentView } from '../../../src/shared/contract/views.ts'
import { claimFields } from '../../../src/shared/domain/fields.ts'

describe('a postal code as it is typed', () => {
  it.each(['j0j1v0', 'J0J 1V0', ' j0j-1v0 '])('%s becomes the form that is kept', (typed) => {
    expect(tidyPostalCode(typed)).toBe('J0J 1V0')
    expect(claimFields.addressPostalCode.safeParse(tidyPostalCode(typed)).success).toBe(true)
  })
  it('keeps what is no postal code as it was typed, for the officer to correct', () => {
    expect(tidyPostalCode('90210')).toBe('90210')
  })
})

describe('the paper under work', () => {
  const paper = (documentId: string, kind: DocumentView['kind'], state: DocumentView['state']): DocumentView => ({
    documentId,
    kind,
    state,
    number: 'R000000001',
    allowed: [],
    issueDate: '2026-11-22',
    pdf: '',
    findings: [],
    about: [],
    signed: [],
  })
  it('is the newest that is not spoiled', () => {
    const papers = [paper('new', 'RPID', 'spoiled'), paper('old', 'RPID', 'sent')]
    expect(livePaper(papers)?.documentId).toBe('old')
    expect(livePaper([paper('new', 'RPID', 'spoiled')])).toBeUndefined()
  })
  it('is no letter of before once documents may be issued', () => {
    const papers = [paper('letter', 'acknowledgement', 'confirmed')]
    expect(livePaper(papers, ['RPID', 'RPCD'])).toBeUndefined()
    expect(livePaper(papers, ['acknowledgement'])?.documentId).toBe('letter')
  })
})
