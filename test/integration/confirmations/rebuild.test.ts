import { afterEach, expect, test } from 'vitest'
import { confirmResidence } from '../../../src/main/confirmations/decide.ts'
import { addPhoto } from '../../../src/main/confirmations/photo.ts'
import { approvePhoto } from '../../../src/main/photos/review/decide.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { importedBody } from '../../support/confirmation-events.ts'
import { crowd, family } from '../../support/confirmation-files.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { portrait, reviewer } from '../photos/review-support.ts'
import { does, home, importAll, personOf, viewOf } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}

/** As another desk wrote it: the command would have refused. */
const importedElsewhere = ({ store, officer }: Office, clientId: string): string => {
  const id = store.newId()
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      tx.append({
        subject: { kind: 'confirmation', id },
        type: 'confirmation.imported',
        body: { ...importedBody, clientId },
      })
      return ok(null)
    }),
  )
  return id
}

const erase = ({ store, officer }: Office, id: string) =>
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      tx.append({
        subject: { kind: 'confirmation', id },
        type: 'confirmation.erased',
        body: { law: 'retention of the test' },
      })
      return ok(null)
    }),
  )

async function expectSameRows({ store }: Office) {
  const live = store.dumpProjections()
  unwrap(await store.rebuild())
  expect(store.dumpProjections()).toEqual(live)
}

test('a rebuild gives the same people, places in queues and counts', async () => {
  const office = opened()
  importAll(office, crowd(40))
  importAll(office, family())
  const id = personOf(office, '1110000001')
  does(
    office,
    id,
    { act: 'invite' },
    { act: 'record_answer', via: 'email', path: 'portal' },
    { act: 'create_account', userName: 'rhaddad01', reused: false },
    { act: 'sign_in' },
    { act: 'declare_presence', via: 'portal', inCanada: true },
    { act: 'set_address', via: 'portal', home, card: 'home' },
  )
  unwrap(await addPhoto(office.tools, office.officer, id, { bytes: await portrait(1) }))
  unwrap(approvePhoto(office.tools, reviewer(office), { photoId: viewOf(office, id).facts.photo.id ?? '' }))
  unwrap(confirmResidence(office.tools, office.officer, id, { source: 'GCMS', passport: 'agrees' }))
  const refused = { act: 'refuse_request', via: 'phone', request: 'representative' } as const
  does(office, personOf(office, '2000000004'), { ...refused, representativeEmail: 'Me.Roy@example.org' })
  does(office, personOf(office, '2000000003'), { act: 'close', why: 'withdrawn', reason: 'called today' })
  expect(viewOf(office, id).step).toBe('card_to_order')
  await expectSameRows(office)
})

test('a second profile that another desk took in stands as a duplicate, without a place in any queue', async () => {
  const office = opened()
  importAll(office, family())
  const second = importedElsewhere(office, '1110000001')
  expect(viewOf(office, second)).toMatchObject({
    step: 'duplicate',
    queues: [],
    allowed: expect.not.arrayContaining(['invite']),
  })
  expect(personOf(office, '1110000001')).not.toBe(second)
  await expectSameRows(office)
})

test('once the first profile is erased the second takes its place, now and after a rebuild', async () => {
  const office = opened()
  importAll(office, family())
  const second = importedElsewhere(office, '1110000001')
  const third = importedElsewhere(office, '1110000001')
  erase(office, personOf(office, '1110000001'))
  expect(viewOf(office, second)).toMatchObject({ step: 'to_invite' })
  expect(viewOf(office, third)).toMatchObject({ step: 'duplicate', facts: { duplicateOf: second } })
  await expectSameRows(office)
  erase(office, second)
  erase(office, third)
  await expectSameRows(office)
})
