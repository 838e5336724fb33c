import { afterEach, beforeEach, expect, test } from 'vitest'
import { sendTemporaryLetters } from '../../../src/main/casework/temporary-letter.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { messagesOf } from '../../../src/main/portal/messages.ts'
import { findSymbols } from '../../../src/main/seals/symbols.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { rasterise } from '../../support/ink.ts'
import { testKey } from '../../support/seals.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'
import { fonts } from '../documents/samples.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const signing = {
  state: 'ready',
  with: { signer: 'CA01', reference: '1F', privateKey: testKey().privateKey },
} as const
const drawing = paperDrawing({ assetsDir: 'assets' })

const send = (as: Parameters<typeof sendTemporaryLetters>[2] = signing) => {
  const tools = { ...office.tools, fonts: async () => ok(fonts), drawing, specimen: false }
  return sendTemporaryLetters(tools, office.store.identity()?.device ?? '', as)
}
const arrive = (claimId: string) => {
  const body = { account: claimId, draft: 'D1', language: 'fr', document: { kind: 'passport', number: 'P1' } }
  const on = new Date(office.store.clock.now()).toISOString().slice(0, 10)
  unwrap(
    office.store.transact({ actor: office.officer.id }, (tx) => {
      tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.sent', body: { ...body, people: 1, on } })
      return ok(null)
    }),
  )
}

test('who files through the portal gets the sealed letter into the account, once, in their language', async () => {
  const { claimId, applicationNumber } = newClaim(office, { familyName: 'Diallo', givenNames: 'Aïssatou' })
  expect(unwrap(await send())).toBe(0)
  arrive(claimId)
  // A desk that does not seal sends none: another one of the office may.
  expect(unwrap(await send({ state: 'none' }))).toBe(0)
  expect(unwrap(await send())).toBe(1)
  expect(unwrap(await send())).toBe(0)
  const { messages } = unwrap(messagesOf(office.tools, claimId))
  expect(messages).toMatchObject([
    { from: 'office', language: 'fr', subject: 'Votre lettre d’identification temporaire' },
  ])
  const [file] = messages[0]?.files ?? []
  expect(file?.name).toBe(`${applicationNumber}.pdf`)
  const pdf = unwrap(office.store.blobs.get(file?.sha256 ?? ''))
  expect(await pageText(pdf, 0)).toContain('DIALLO')
  expect((await findSymbols(await rasterise(pdf, 200))).length).toBeGreaterThan(0)
  await office.store.rebuild()
  expect(unwrap(await send())).toBe(0)
})

test('a claim without a name waits, and holds up no other', async () => {
  const nameless = newClaim(office).claimId
  const named = newClaim(office, { familyName: 'Osman' }).claimId
  arrive(nameless)
  arrive(named)
  expect(unwrap(await send())).toBe(1)
  expect(unwrap(messagesOf(office.tools, nameless)).messages).toEqual([])
})
