/** Names as text to search and compare: what the rest of Passerelle uses of this folder. */
export { type BirthDateAgreement, birthDateCloseness } from './birth-date.ts'
export { foldName } from './fold.ts'
export { latinForms } from './latin.ts'
export { phoneticWords } from './phonetic.ts'
export { type PersonNames, type SearchTokens, searchTokens } from './search.ts'
export { nameSimilarity } from './similarity.ts'
