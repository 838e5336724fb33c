import { describe, expect, test } from 'vitest'
import { attemptKinds } from '../../../src/main/officers/lockout-file.ts'
import { accessActs } from '../../../src/shared/domain/access-acts.ts'
import { describe as inWords } from '../../../src/shared/domain/timeline.ts'
import { type ErrorCode, errors, explain, type Failure } from '../../../src/shared/errors.ts'
import { texts } from '../../../src/shared/i18n/index.ts'
import type { Texts } from '../../../src/shared/i18n/types.ts'
import type { Bilingual } from '../../../src/shared/language.ts'
import { guideTexts } from '../../../src/shared/photos/guide-texts.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { officialLabel, reasonLabel, returnText } from '../../../src/shared/photos/reason-texts.ts'
import { reasonCodeIds, returnReasons } from '../../../src/shared/photos/reasons.ts'
import { groupTitle, levelText, noteText } from '../../../src/shared/photos/words/labels.ts'
import { sealFindings } from '../../../src/shared/seal/findings.ts'
import { sealNextSteps } from '../../../src/shared/seal/next-steps.ts'

const all = Object.entries<Texts[string]>(texts)
const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
/** Keys whose text breaks the rule. */
const broken = (rule: (text: Texts[string], key: string) => boolean) =>
  all.filter(([key, text]) => !rule(text, key)).map(([key]) => key)

describe('the texts of the window', () => {
  test('both languages say something', () => {
    expect(broken(({ en, fr }) => en.trim() !== '' && fr.trim() !== '')).toEqual([])
  })

  test('both languages name the same values', () => {
    expect(broken(({ en, fr }) => names(en).join() === names(fr).join())).toEqual([])
  })

  test('both languages name the same amounts', () => {
    const amounts = (text: string) =>
      [...text.matchAll(/\d[\d\u00a0,.]*/g)].map(([one]) => one.replace(/\D/g, '')).sort()
    expect(broken(({ en, fr }) => amounts(en).join() === amounts(fr).join())).toEqual([])
  })

  test('everything that the access log tells of has words', () => {
    expect(accessActs.filter((act) => !(`access.${act}` in texts))).toEqual([])
  })

  test('a plural has both of its forms', () => {
    const keys = new Set(all.map(([key]) => key))
    const pairOf = (key: string) => key.replace(/_(one|other)$/, (_, form) => (form === 'one' ? '_other' : '_one'))
    expect([...keys].filter((key) => /_(one|other)$/.test(key) && !keys.has(pairOf(key)))).toEqual([])
  })

  test('French is written as in Canada: curly apostrophes, a space that does not break before the colon', () => {
    expect(broken(({ fr }) => !fr.includes("'"))).toEqual([])
    expect(broken(({ fr }) => !/[^\u00a0]:(\s|$)/.test(fr))).toEqual([])
    expect(broken(({ fr }) => !/\s[;?!]/.test(fr))).toEqual([])
    expect(broken(({ fr }) => !/«[^\u00a0]|[^\u00a0]»/.test(fr))).toEqual([])
  })

  test('English has no straight apostrophe either', () => {
    expect(broken(({ en }) => !en.includes("'"))).toEqual([])
  })
})

/** Against the rules above. */
const wronglyWritten = /'|[^\u00a0]:(\s|$)|\s[;?!]|«[^\u00a0]|[^\u00a0]»/

test('the French of every failure is written so too', () => {
  const said = Object.values(errors).flatMap(({ message, next }) => [message.fr, next.fr])
  expect(said.filter((fr) => wronglyWritten.test(fr))).toEqual([])
})

test('and so is what is said of seals, of photos and to their applicants', () => {
  const seals = [...Object.values(sealFindings).map(({ text }) => text), ...Object.values(sealNextSteps)]
  const photos = [reasonLabel, officialLabel, levelText, groupTitle, noteText, guideTexts].flatMap((each) =>
    Object.values<Bilingual>(each),
  )
  const policy = photoPolicies['pr-card']
  const told = returnText({ reasons: [...returnReasons], codes: [...reasonCodeIds], policy }).fr.split('\n')
  const said = [...[...seals, ...photos].map(({ fr }) => fr), ...told]
  expect(said.length).toBeGreaterThan(100)
  expect(said.filter((fr) => wronglyWritten.test(fr))).toEqual([])
})

describe('codes are said in words', () => {
  const said = (code: ErrorCode, params: Failure['params']) =>
    (['en', 'fr'] as const).map((language) => explain({ code, params }, language).message)

  test('the field of a bad input by its label, never by its path', () => {
    expect(said('desk.bad_input', { field: 'fields.entries.0.date' })).toEqual([
      'Something in what was entered is not valid: Entries into Canada.',
      'Une donnée saisie n’est pas valide\u00a0: Entrées au Canada.',
    ])
    expect(said('desk.bad_input', { field: 'input.shiftHours' })[0]).toContain('Hours of a shift')
    for (const field of ['?', 'claimId', 'wrong', 'constructor'])
      expect(said('desk.bad_input', { field })[0]).toContain('one of the entries')
  })

  test('where a numbers file is wrong', () => {
    expect(said('claims.numbers_file_invalid', { where: 'blocks.1.first' })).toEqual([
      'This is not a valid numbers file (block 2, first number).',
      'Ce fichier de numéros n’est pas valide (bloc 2, premier numéro).',
    ])
    for (const where of ['JSON', 'format', 'office', 'blocks', 'blocks.0', 'other'])
      for (const text of said('claims.numbers_file_invalid', { where })) expect(text).not.toContain(`(${where})`)
  })

  test('a failure that another one names by its message', () => {
    expect(said('store.backup_failed', { reason: 'store.chain_broken' }).join()).not.toContain('store.')
    expect(said('store.backup_damaged', { reason: 'manifest' })[1]).toContain('la liste de son contenu')
    expect(said('store.io', { reason: 'ENODEV' })[0]).toContain('ENODEV')
  })

  test('what stands in the details of the access log', () => {
    const values = [...attemptKinds, 'tampering', 'idle', 'officer', 'system', 'tidying']
    expect(values.filter((value) => !(`access_value.${value}` in texts))).toEqual([])
  })

  test('an overridden finding by the title of its rule', () => {
    const body = { rule: 'irpa.101.1.b1', from: 'met', to: 'not_met', reason: 'seen' }
    const text = inWords('claim.finding_overridden', body)
    expect(text.en).toContain('Claim more than one year after entry')
    expect(text.fr).toContain('Demande présentée plus d’un an après l’entrée')
  })
})
