import type { DocumentView } from '../../../shared/contract/views.ts'

/** The paper that is under work or in the person's hand: the newest one that is not spoiled. */
export const livePaper = (papers: readonly DocumentView[]): DocumentView | undefined =>
  papers.find(({ state }) => state !== 'spoiled')

/** A spoiled paper that nothing replaced yet: its replacement keeps the document number. */
export const needsReplacement = (papers: readonly DocumentView[]): DocumentView | undefined =>
  livePaper(papers) === undefined ? papers.find(({ state }) => state === 'spoiled') : undefined
