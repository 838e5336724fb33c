import { describe, expect, test } from 'vitest'
import {
  claimActions,
  claimAllows,
  claimStates,
  documentAllows,
  documentStates,
  stateWhenReopened,
} from '../../../src/shared/domain/states.ts'

/** Of claims that are at this office. */
const here = claimStates.filter((state) => state !== 'moved')

describe('the states of a claim', () => {
  test('let nothing be done to a claim that another office has', () => {
    expect(claimActions.filter((action) => claimAllows('moved', action))).toEqual([])
  })

  test('let the facts change until it is decided for good', () => {
    const editable = claimStates.filter((state) => claimAllows(state, 'edit'))
    expect(editable).toEqual(['intake', 'undecided', 'suspended'])
    expect(claimStates.filter((state) => claimAllows(state, 'decide'))).toEqual(editable)
  })

  test('let what is settled be corrected, and reopen what cannot be decided any more', () => {
    expect(here.filter((state) => !claimAllows(state, 'amend'))).toEqual([])
    // Each state has one way to a decision: to take it, to confirm or return it, or to open it again.
    for (const state of here)
      expect(
        (['decide', 'confirm_decision', 'reopen'] as const).filter((action) => claimAllows(state, action)),
        state,
      ).toHaveLength(1)
    expect(claimAllows(stateWhenReopened, 'decide')).toBe(true)
  })

  test('give a document after a decision only, and a letter only where there is none', () => {
    for (const state of claimStates)
      expect(claimAllows(state, 'issue_document') && claimAllows(state, 'issue_acknowledgement')).toBe(false)
    expect(claimAllows('intake', 'issue_document')).toBe(false)
    expect(claimAllows('intake', 'issue_acknowledgement')).toBe(false)
    expect(claimAllows('referred', 'issue_document')).toBe(true)
  })

  test('allow each action somewhere', () => {
    for (const action of claimActions)
      expect(
        claimStates.some((state) => claimAllows(state, action)),
        action,
      ).toBe(true)
  })
})

describe('the states of a paper', () => {
  test('end when it is spoiled or revoked: nothing is done to it', () => {
    for (const action of ['print', 'confirm', 'spoil', 'reprint', 'replace', 'revoke'] as const) {
      expect(documentAllows('spoiled', action)).toBe(false)
      expect(documentAllows('revoked', action)).toBe(false)
    }
  })

  test('confirm only what was sent, and copy only what was confirmed', () => {
    expect(documentStates.filter((state) => documentAllows(state, 'confirm'))).toEqual(['sent'])
    expect(documentStates.filter((state) => documentAllows(state, 'reprint'))).toEqual(['confirmed'])
  })

  test('replace only what is in the person’s hand', () => {
    expect(documentStates.filter((state) => documentAllows(state, 'replace'))).toEqual(['confirmed'])
  })

  test('let every living sheet be spoiled', () => {
    expect(documentStates.filter((state) => documentAllows(state, 'spoil'))).toEqual(['reserved', 'sent', 'confirmed'])
  })
})
