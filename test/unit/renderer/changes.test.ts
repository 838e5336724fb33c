import { describe, expect, test } from 'vitest'
import { concerns } from '../../../src/renderer/app/changes.ts'

const claim = '018f0000-0000-7000-8000-000000000001'
const other = '018f0000-0000-7000-8000-000000000002'
const query = (path: string[], input?: object) => ({
  queryKey: [path, input ? { input, type: 'query' } : { type: 'query' }],
})

describe('what a change makes the window read again', () => {
  test('a changed claim concerns its own queries and the overviews, and no other claim', () => {
    expect(concerns(query(['claims', 'get'], { claimId: claim }), `claim:${claim}`)).toBe(true)
    expect(concerns(query(['eligibility', 'worksheet'], { claimId: claim }), `claim:${claim}`)).toBe(true)
    expect(concerns(query(['today']), `claim:${claim}`)).toBe(true)
    expect(concerns(query(['claims', 'get'], { claimId: other }), `claim:${claim}`)).toBe(false)
    expect(concerns(query(['stock', 'ledger']), `claim:${claim}`)).toBe(false)
  })

  test('an appointment concerns the first screen, which lists those of the day', () => {
    expect(concerns(query(['today']), 'appointments')).toBe(true)
    expect(concerns(query(['queues', 'counts']), 'appointments')).toBe(false)
  })

  test('a picture that arrived concerns whatever could not be shown', () => {
    const failed = { ...query(['photos', 'picture'], { claimId: claim }), state: { status: 'error' } }
    expect(concerns(failed, 'blobs')).toBe(true)
    expect(concerns({ ...failed, state: { status: 'success' } }, 'blobs')).toBe(false)
  })

  test('a person who may belong to any claim concerns every open claim, but no picture', () => {
    expect(concerns(query(['claims', 'get'], { claimId: claim }), 'claim')).toBe(true)
    expect(concerns(query(['claims', 'page'], {}), 'claim')).toBe(false)
    expect(concerns(query(['photos', 'picture'], { claimId: claim }), `claim:${claim}`)).toBe(false)
  })

  test('a changed list of claims concerns lists and searches but no open claim', () => {
    expect(concerns(query(['claims', 'page'], { mine: true }), 'claims')).toBe(true)
    expect(concerns(query(['claims', 'search'], { text: 'x' }), 'claims')).toBe(true)
    expect(concerns(query(['attention']), 'claims')).toBe(true)
    expect(concerns(query(['attentionCount']), 'attention')).toBe(true)
    expect(concerns(query(['queues', 'counts']), 'claim:a')).toBe(true)
    expect(concerns(query(['queues', 'counts']), 'queues')).toBe(true)
    expect(concerns(query(['claims', 'get'], { claimId: claim }), 'claims')).toBe(false)
  })

  test('a photo under review concerns itself, the list of them all lists and numbers, and neither any picture', () => {
    expect(concerns(query(['photoReview', 'get'], { photoId: claim }), `photo:${claim}`)).toBe(true)
    expect(concerns(query(['photoReview', 'get'], { photoId: other }), `photo:${claim}`)).toBe(false)
    expect(concerns(query(['photoReview', 'get'], { photoId: claim }), 'photos')).toBe(false)
    expect(concerns(query(['photoReview', 'queue'], { stage: 'waiting' }), 'photos')).toBe(true)
    expect(concerns(query(['photoReview', 'statistics'], {}), 'photos')).toBe(true)
    expect(concerns(query(['photoReview', 'picture'], { photoId: claim }), `photo:${claim}`)).toBe(false)
  })

  test('a photo that the machine has looked at concerns the claim that shows it, and no other', () => {
    const shows = (photoId: string) => ({
      ...query(['claims', 'get'], { claimId: claim }),
      state: { data: { photo: { photoId } } },
    })
    expect(concerns(shows(other), `photo:${other}`)).toBe(true)
    expect(concerns(shows(claim), `photo:${other}`)).toBe(false)
    expect(concerns(query(['claims', 'get'], { claimId: claim }), `photo:${other}`)).toBe(false)
  })

  test('any other room concerns its own queries', () => {
    expect(concerns(query(['status']), 'status')).toBe(true)
    expect(concerns(query(['stock', 'ledger']), 'stock')).toBe(true)
    expect(concerns(query(['today']), 'stock')).toBe(true)
    expect(concerns(query(['settings', 'get']), 'stock')).toBe(false)
  })
})
