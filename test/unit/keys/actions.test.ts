import { describe, expect, it } from 'vitest'
import { texts } from '../../../src/shared/i18n/index.ts'
import { keyActions, keyIdOf, keysNow, refusalOf } from '../../../src/shared/keys/actions.ts'

const actionOf = (label: string) => {
  const found = keyActions.find((each) => each.label === label)
  if (!found) throw new Error(label)
  return found
}
const newClaim = actionOf('shell.new_claim')
const search = actionOf('claims.key_search')

describe('the keys of actions', () => {
  it('each action is one, has a name in both languages, and may have the key that it comes with', () => {
    expect(new Set(keyActions.map(keyIdOf)).size).toBe(keyActions.length)
    for (const action of keyActions) {
      expect(Object.keys(texts)).toContain(action.label)
      expect([action.label, refusalOf(action, action.keys, {})]).toEqual([action.label, undefined])
    }
  })

  it('a free key is taken, and no key at all too', () => {
    expect(refusalOf(newClaim, 'q', {})).toBeUndefined()
    expect(refusalOf(newClaim, 'ctrl+shift+y', {})).toEqual({ why: 'reserved' })
    expect(keysNow(newClaim, { 'shell.new_claim:n': 'q' })).toBe('q')
    expect(keysNow(newClaim, { 'shell.new_claim:n': '' })).toBe('')
    expect(keysNow(newClaim, {})).toBe('n')
  })

  it.each([
    ['/', 'shell.search_long'],
    ['f', 'claims.key_search'],
    ['g t', 'shell.today'],
    ['ctrl+Enter', 'keys.main'],
  ])('%s is refused: another action has it', (keys, label) => {
    expect(refusalOf(newClaim, keys, {})).toMatchObject({ why: 'taken', by: { label } })
  })

  it('the beginning of a sequence is refused, and a sequence that begins with a key', () => {
    expect(refusalOf(newClaim, 'g', {})).toMatchObject({ why: 'taken' })
    expect(refusalOf(newClaim, '/ x', {})).toMatchObject({ why: 'taken', by: { label: 'shell.search_long' } })
  })

  it('a key that was given up is free', () => {
    expect(refusalOf(newClaim, 'f', { 'claims.key_search:f': 'q' })).toBeUndefined()
    expect(refusalOf(newClaim, 'f', { 'claims.key_search:f': '' })).toBeUndefined()
  })

  it('two actions that never meet may have one key', () => {
    expect(refusalOf(search, 'p', {})).toBeUndefined()
    expect(refusalOf(actionOf('photo.key_camera'), 'a', {})).toBeUndefined()
    expect(refusalOf(actionOf('step.key_next'), 'a', {})).toMatchObject({ why: 'taken' })
  })

  it.each(['Tab', 'Enter', 'Escape', 'ArrowDown', 'Space', 'F5', 'ctrl+w', 'ctrl+shift+n', 'alt+d', 'Dead'])(
    '%s is refused: the system, the browser or a list needs it',
    (keys) => {
      expect(refusalOf(newClaim, keys, {})).toEqual({ why: 'reserved' })
    },
  )
})
