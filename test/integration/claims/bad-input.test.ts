import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { bombJpeg, bombPng, heavyJpeg, truncated, withTrailingZip, wrongFiles } from '../../support/portraits.ts'
import { borderDesk } from '../../support/set-up.ts'

let test_: TestDesk
let claimId: string
beforeAll(async () => {
  test_ = await borderDesk()
  claimId = (await test_.desk.claims.open({ channel: 'port_of_entry' })).row.claimId
})
afterAll(() => test_.close())

const person = (fields: Record<string, any>) => test_.desk.claims.setPerson({ claimId, fields, bases: [] })
const claim = (fields: Record<string, any>) => test_.desk.claims.set({ claimId, fields, bases: [] })

describe('a person’s field', () => {
  test.each([
    ['a 13th month', { birthDate: '1990-13' }],
    ['a 30th of February', { birthDate: '1990-02-30' }],
    ['a 29th of February without a leap year', { birthDate: '2023-02-29' }],
    ['a time of day', { birthDate: '1990-01-01T00:00:00Z' }],
    ['a year of five digits', { birthDate: '19900' }],
    ['a name of 201 letters', { familyName: 'x'.repeat(201) }],
    ['a name of spaces', { familyName: '   ' }],
    ['a sex that is none', { sex: 'Q' }],
    ['a country of two letters', { birthCountry: 'CA' }],
    ['nine citizenships', { citizenships: Array(9).fill('SYR') }],
    ['a client ID of nine digits', { clientId: '123456789' }],
    ['a field that does not exist', { favouriteColour: 'blue' }],
    ['no field at all', {}],
    ['a number where text belongs', { familyName: 7 }],
    ['an alias without a name', { aliases: [{ kind: 'nickname' }] }],
    ['an alias of spaces', { aliases: [{ kind: 'nickname', givenNames: ' ' }] }],
    ['an alias of 201 letters', { aliases: [{ kind: 'nickname', familyName: 'x'.repeat(201) }] }],
    ['an alias of no kind', { aliases: [{ kind: 'stage', familyName: 'x' }] }],
    ['21 aliases', { aliases: Array(21).fill({ kind: 'nickname', familyName: 'x' }) }],
    ['the prototype', JSON.parse('{"__proto__": {"familyName": "x"}, "constructor": "x"}')],
  ])('is refused with %s', async (_, fields) => {
    expect(await codeOf(person(fields))).toBe('desk.bad_input')
  })

  test.each([
    ['tomorrow', '2026-11-24'],
    ['next month', '2026-12'],
    ['next year', '2027'],
  ])('is refused when the birth lies in the future: %s', async (_, birthDate) => {
    expect(await codeOf(person({ birthDate }))).toBe('claims.future_date')
  })

  test.each([
    ['today', { birthDate: '2026-11-23' }],
    ['this month', { birthDate: '2026-11' }],
    ['a name of 200 letters', { familyName: 'x'.repeat(200) }],
    ['one letter', { familyName: 'O' }],
    ['right-to-left', { familyName: 'العبدالله', nativeName: 'محمد العبدالله' }],
    ['an emoji', { familyName: 'Smith 😀' }],
    ['letters beyond the first plane', { nativeName: '𞤀𞤣𞤤𞤢𞤥' }],
    ['SQL', { familyName: `'; DROP TABLE person; --` }],
    ['HTML', { givenNames: '<img src=x onerror=alert(1)>' }],
    ['a bidirectional override', { givenNames: 'abc\u202Edef' }],
  ])('is kept to the letter: %s', async (_, fields) => {
    const view = await person(fields)
    for (const [name, value] of Object.entries(fields)) expect(view.person[name as 'familyName']?.value).toBe(value)
    expect((await test_.desk.claims.get({ claimId })).person).toEqual(view.person)
  })
})

describe('text that is a program somewhere else', () => {
  const hostile = [
    `"' OR 1=1; DROP TABLE claim --`,
    '<script>alert("x")</script>',
    '{{7*7}} $(id) %s %n \\u0000',
    'Smith 😀 العبدالله abc\u202Edef',
  ]
  test.each(hostile)('comes back from every text field as it was typed: %s', async (text) => {
    const view = await claim({
      addressLine: text,
      addressCity: text,
      dialect: text,
      representativeName: text,
      representativeContact: text,
      representativeBody: text,
      representativeNumber: text.slice(0, 50),
      fearSummary: text,
      entries: [{ date: '2026-11-20', manner: 'between_poes', place: text }],
      narrative: text,
      vulnerability: text,
      accessibilityNeeds: text,
      guardianName: text,
      guardianRelation: text,
      guardianContact: text,
      authorityNotified: text,
      designatedRepresentativeName: text,
      designatedRepresentativeContact: text,
    })
    const lists = {
      route: [
        {
          from: 'SYR',
          fromPlace: text,
          to: 'CAN',
          toPlace: text,
          carrier: text,
          paper: text,
          helper: text,
          paid: text,
        },
      ],
      heldDocuments: [{ ...passport, number: text.slice(0, 50), note: text }],
      earlierClaims: [{ country: 'USA', outcome: 'unknown', fileNumber: text.slice(0, 50) }],
    }
    const listed = await claim(lists)
    for (const [field, rows] of Object.entries(lists))
      expect(listed.claim[field as 'route']?.value, field).toEqual(rows)
    const aliases = [{ kind: 'nickname', familyName: text, givenNames: text }]
    expect((await person({ aliases })).person.aliases?.value).toEqual(aliases)
    for (const field of [
      'addressLine',
      'dialect',
      'fearSummary',
      'narrative',
      'guardianName',
      'vulnerability',
    ] as const)
      expect(view.claim[field]?.value, field).toBe(text)
    expect(view.claim.entries?.value).toMatchObject([{ place: text }])
    await test_.desk.claims.keepDraft({ claimId, field: text.slice(0, 80), text })
    expect((await test_.desk.claims.get({ claimId })).drafts[text.slice(0, 80)]).toBe(text)
    const named = await person({ familyName: text, givenNames: text, nativeName: text, birthPlace: text })
    expect(named.row).toMatchObject({ familyName: text, givenNames: text, nativeName: text })
    const { rows } = await test_.desk.claims.search({ text })
    expect(rows.map((row) => row.familyName)).toEqual([text])
    expect((await test_.desk.claims.timeline({ claimId }))[0]?.changes.map(({ after }) => after)).toContain(text)
  })
})

const passport = { id: '0198c0de-0000-7000-8000-000000000001', kind: 'passport', looks: 'not_examined' }

describe('a claim’s field', () => {
  test.each([
    ['a claim dated tomorrow', { claimDate: '2026-11-24' }, 'claims.future_date'],
    ['an entry dated tomorrow', { entries: [{ date: '2026-11-24', manner: 'airport' }] }, 'claims.future_date'],
    ['a partial date of entry', { entries: [{ date: '2026-11', manner: 'airport' }] }, 'desk.bad_input'],
    ['a manner that is none', { entries: [{ date: '2026-11-20', manner: 'balloon' }] }, 'desk.bad_input'],
    ['51 entries', { entries: Array(51).fill({ date: '2026-11-20', manner: 'airport' }) }, 'desk.bad_input'],
    ['a telephone number in words', { phone: 'call me maybe' }, 'desk.bad_input'],
    ['an address of e-mail without a place', { email: 'amina@' }, 'desk.bad_input'],
    ['a postal code with a D', { addressPostalCode: 'D1A 1A1' }, 'desk.bad_input'],
    ['a summary of 5001 letters', { fearSummary: 'x'.repeat(5001) }, 'desk.bad_input'],
    ['a ground that is none', { grounds: ['weather'] }, 'desk.bad_input'],
    ['a person’s field', { familyName: 'Osman' }, 'desk.bad_input'],
    ['a leg without its end', { route: [{ from: 'SYR' }] }, 'desk.bad_input'],
    ['a leg in the 13th month', { route: [{ from: 'SYR', to: 'TUR', left: '2025-13' }] }, 'desk.bad_input'],
    ['a leg of next month', { route: [{ from: 'SYR', to: 'TUR', left: '2026-12' }] }, 'claims.future_date'],
    ['a leg by balloon', { route: [{ from: 'SYR', to: 'TUR', means: 'balloon' }] }, 'desk.bad_input'],
    ['a carrier of 201 letters', { route: [{ from: 'SYR', to: 'TUR', carrier: 'x'.repeat(201) }] }, 'desk.bad_input'],
    ['41 legs', { route: Array(41).fill({ from: 'SYR', to: 'TUR' }) }, 'desk.bad_input'],
    ['a document without an id', { heldDocuments: [{ kind: 'passport', looks: 'genuine' }] }, 'desk.bad_input'],
    ['a document that looks of no kind', { heldDocuments: [{ ...passport, looks: 'odd' }] }, 'desk.bad_input'],
    ['a number of 51 letters', { heldDocuments: [{ ...passport, number: 'x'.repeat(51) }] }, 'desk.bad_input'],
    ['a 30th of February', { heldDocuments: [{ ...passport, expires: '2027-02-30' }] }, 'desk.bad_input'],
    ['a document issued tomorrow', { heldDocuments: [{ ...passport, issued: '2026-11-24' }] }, 'claims.future_date'],
    ['an earlier claim of no outcome', { earlierClaims: [{ country: 'CAN' }] }, 'desk.bad_input'],
    [
      'an earlier claim of tomorrow',
      { earlierClaims: [{ country: 'CAN', outcome: 'open', date: '2026-11-24' }] },
      'claims.future_date',
    ],
    ['21 earlier claims', { earlierClaims: Array(21).fill({ country: 'CAN', outcome: 'open' }) }, 'desk.bad_input'],
    ['a narrative of 20,001 letters', { narrative: 'x'.repeat(20_001) }, 'desk.bad_input'],
    ['vulnerability in words', { vulnerable: 'yes' }, 'desk.bad_input'],
    ['needs of 2001 letters', { accessibilityNeeds: 'x'.repeat(2001) }, 'desk.bad_input'],
    ['a companion who is none', { companion: 'dog' }, 'desk.bad_input'],
    ['a guardian of 201 letters', { guardianName: 'x'.repeat(201) }, 'desk.bad_input'],
    ['an authority told tomorrow', { authorityNotifiedOn: '2026-11-24' }, 'claims.future_date'],
    ['an authority told some day in November', { authorityNotifiedOn: '2026-11' }, 'desk.bad_input'],
    ['a work permit in words', { workPermitRequested: 'true' }, 'desk.bad_input'],
    ['an act of law', { consentToSharing: { given: true, on: '2026-11-23' } }, 'desk.bad_input'],
  ])('is refused with %s', async (_, fields, code) => {
    expect(await codeOf(claim(fields))).toBe(code)
  })
})

describe('what is not there', () => {
  const nowhere = '0198c0de-0000-7000-8000-00000000dead'
  test('is not found, and no guess tells anything', async () => {
    const { claims, documents, eligibility, photos } = test_.desk
    const calls = [
      claims.get({ claimId: nowhere }),
      claims.set({ claimId: nowhere, fields: { dialect: 'x' }, bases: [] }),
      claims.setPerson({ claimId: nowhere, fields: { sex: 'X' }, bases: [] }),
      claims.timeline({ claimId: nowhere }),
      claims.candidates({ claimId: nowhere }),
      claims.notSamePerson({ claimId, personId: nowhere, reason: 'no such person' }),
      claims.samePerson({ claimId, personId: nowhere, reason: 'no such person' }),
      claims.keepDraft({ claimId: nowhere, field: 'x', text: 'x' }),
      eligibility.worksheet({ claimId: nowhere }),
      eligibility.decide({ claimId: nowhere, outcome: 'undecided' }),
      documents.issue({ claimId: nowhere, kind: 'RPID' }),
      documents.preview({ claimId: nowhere, kind: 'RPID' }),
      documents.pdf({ documentId: nowhere }),
      documents.print({ documentId: nowhere }),
      documents.confirm({ documentId: nowhere }),
      documents.spoil({ documentId: nowhere, reason: 'no such paper', reissue: true }),
      documents.reprint({ documentId: nowhere, reason: 'no such paper' }),
      photos.picture({ claimId, sha256: 'a'.repeat(64) }),
    ]
    for (const [i, code] of (await Promise.all(calls.map(codeOf))).entries())
      expect(code, `call ${i}`).toBe('desk.not_found')
  })

  test('is refused by the contract where it is no id at all', async () => {
    for (const id of ['', '1', '../../etc/passwd', "' OR 1=1 --", `${claimId}x`])
      expect(await codeOf(test_.desk.claims.get({ claimId: id }))).toBe('desk.bad_input')
  })

  test('as a rule or a fact is refused', async () => {
    const { eligibility } = test_.desk
    expect(await codeOf(eligibility.override({ claimId, rule: 'irpa.none', to: 'met', reason: 'because' }))).toBe(
      'claims.rule_unknown',
    )
    expect(await codeOf(eligibility.answer({ claimId, facts: { favouriteColour: 'blue' }, bases: [] }))).toBe(
      'desk.bad_input',
    )
    expect(await codeOf(eligibility.answer({ claimId, facts: { entriesComplete: 'maybe' }, bases: [] }))).toBe(
      'desk.bad_input',
    )
  })
})

describe('a machine-readable zone', () => {
  test.each(['', 'x', 'P<UTO', '<'.repeat(88), 'a\nb\nc', '🎉'.repeat(44)])(
    'that is none is refused: %j',
    async (text) => {
      const before = await test_.desk.claims.timeline({ claimId })
      expect(await codeOf(test_.desk.claims.readDocument({ claimId, text }))).toMatch(/^mrz\./)
      expect(await test_.desk.claims.timeline({ claimId })).toEqual(before)
    },
  )

  test('with wrong check digits and a 13th month warns and never bars', async () => {
    const text = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C31UTO7413120F1204150ZE184226B<<<<<11'
    const { view, warnings } = await test_.desk.claims.readDocument({ claimId, text })
    expect(warnings.length).toBeGreaterThan(1)
    expect(view.read?.failedChecks).toContain('documentNumber')
    expect(view.alerts.map(({ code }) => code)).toContain('check_digits')
  })
})

describe('a file that is to be a photo', () => {
  const add = (bytes: Uint8Array) =>
    codeOf(
      test_.desk.photos.add({
        claimId,
        source: 'file',
        file: new File([Buffer.from(bytes)], 'me.jpg', { type: 'image/jpeg' }),
      }),
    )
  test.each([
    ['an executable named .jpg', async () => wrongFiles.executable, 'photo.is_executable'],
    ['an archive named .jpg', async () => wrongFiles.archive, 'photo.is_archive'],
    ['a drawing with a script', async () => wrongFiles.svg, 'photo.is_svg'],
    ['a web page', async () => wrongFiles.html, 'photo.is_html'],
    ['an empty file', async () => wrongFiles.empty, 'photo.is_empty'],
    ['text', async () => wrongFiles.other, 'photo.is_other'],
    ['a picture cut short', () => truncated(0.6), 'photo.truncated'],
    ['a JPEG of 60,000 by 60,000 points', () => bombJpeg(), 'photo.too_many_pixels'],
    ['a PNG of 60,000 by 60,000 points', () => bombPng(), 'photo.too_many_pixels'],
    ['a JPEG of over 20 MB', () => heavyJpeg(11_000_000), 'photo.too_many_bytes'],
  ])('is refused: %s', async (_, make, code) => {
    const before = (await test_.desk.claims.get({ claimId })).photo
    expect(await add((await make()) ?? new Uint8Array())).toBe(code)
    expect((await test_.desk.claims.get({ claimId })).photo).toEqual(before)
  })

  test('loses what hangs behind the picture', async () => {
    expect(await add(await withTrailingZip())).toBe('accepted')
    const { photo } = await test_.desk.claims.get({ claimId })
    const kept = await test_.desk.photos.picture({ claimId, sha256: photo?.print ?? '' })
    expect(Buffer.from(await kept.arrayBuffer()).includes('evil.sh')).toBe(false)
  })

  test('is nobody else’s to look at', async () => {
    const other = (await test_.desk.claims.open({ channel: 'inland' })).row.claimId
    const { photo } = await test_.desk.claims.get({ claimId })
    expect(await codeOf(test_.desk.photos.picture({ claimId: other, sha256: photo?.original ?? '' }))).toBe(
      'desk.not_found',
    )
  })
})

describe('a name that cannot be printed', () => {
  test('is saved, and refused on the paper with the reason and without taking a number or a sheet', async () => {
    const { desk } = test_
    const { claimId } = await referredClaim(test_, 'Smith 😀')
    const before = [await desk.stock.ledger(), await desk.numbers.blocks()]
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'RPID' }))).toBe('documents.glyph_missing')
    expect([await desk.stock.ledger(), await desk.numbers.blocks()]).toEqual(before)
  })
})
