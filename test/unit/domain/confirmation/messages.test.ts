import { describe, expect, test } from 'vitest'
import { fold } from '../../../../src/shared/domain/confirmation/fold.ts'
import { messageText } from '../../../../src/shared/domain/confirmation/messages.ts'
import { wholeWay } from '../../../support/confirmation-events.ts'

const facts = wholeWay.slice(0, 6).reduce<ReturnType<typeof fold>>(fold, undefined)
if (!facts) throw new Error('nobody was imported')

describe('an account reaches its person in two messages', () => {
  const link = 'https://portal.example.org'
  const [password, account] = [
    messageText('password', facts, { password: 'abcd-efgh', link }),
    messageText('account', facts, { password: 'abcd-efgh', link }),
  ]
  test.each(['en', 'fr'] as const)('%s: one with user name and password, another with the link', (language) => {
    expect(password.text[language]).toContain('rhaddad01')
    expect(password.text[language]).toContain('abcd-efgh')
    expect(password.text[language]).not.toContain(link)
    expect(account.text[language]).toContain(link)
    expect(account.text[language]).not.toContain('abcd-efgh')
    expect(account.text[language]).not.toContain('rhaddad01')
  })

  test('a desk, which knows neither password nor link, shows that it does not', () => {
    expect(messageText('password', facts).text.en).toContain('[known to nobody here]')
  })

  test('one that may have gone out before says so, and which password holds', () => {
    expect(messageText('password', facts, { password: 'x', again: true }).text.en).toContain('replaces any other')
    expect(messageText('account', facts, { link, again: true }).text.fr).toContain('déjà envoyé')
  })
})
