import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkNewPassword } from '../../../src/shared/officers/password.ts'

const judge = (password: string, others: string[] = []) => {
  const result = checkNewPassword(password, { userName: 'marie.tremblay', others })
  return result.ok ? 'ok' : result.failure.code.replace('officers.password_', '')
}

test.each([
  ['orange piano gravel', 'ok'],
  ['la neige tombe sur Gaspé', 'ok'],
  ['我们在边境工作很多年了对吗', 'ok'],
  ['7f3k9q2m8x4w', 'ok'],
  ['password is a silly word', 'ok'],
  ['🙂🙃😀😂🥲😎🤖👻🎃🐙🦑🐳', 'ok'],
  ['short', 'too_short'],
  ['elevenchars', 'too_short'],
  ['🙂🙂🙂', 'too_short'],
  ['x'.repeat(257), 'too_long'],
  ['aaaaaaaaaaaaaaaa', 'common'],
  ['abcabcabcabcabc', 'common'],
  ['123456789012', 'common'],
  ['098765432109', 'common'],
  ['abcdefghijklm', 'common'],
  ['Password123456', 'common'],
  ['P@55w0rd!!!!!', 'common'],
  ['MotDePasse2026', 'common'],
  ['mot de passe !', 'common'],
  ['qwertyuiop1234', 'common'],
  ['Azertyuiop2026', 'common'],
  ['Winter2026!!!!', 'common'],
  ['Passerelle2026', 'contextual'],
  ['canadaborder1!', 'contextual'],
  ['Frontière-2026', 'contextual'],
  ['MarieTremblay1', 'contextual'],
])('%s: %s', (password, expected) => expect(judge(password)).toBe(expected))

test('the office’s name is no password either', () => {
  expect(judge('lacolle-lacolle-9', ['Saint-Bernard-de-Lacolle'])).toBe('contextual')
})

test('no composition rule: twelve random letters of one case will do', () => {
  const letters = fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: 20, maxLength: 40 })
  fc.assert(
    fc.property(letters, (signs) => {
      fc.pre(new Set(signs).size > 12)
      expect(judge(signs.join(''))).toBe('ok')
    }),
  )
})

test('no text breaks it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => typeof judge(text) === 'string'))
})
