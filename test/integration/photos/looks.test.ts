import { expect, test } from 'vitest'
import { photoAtDesk } from '../../support/e2e-photos.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { codeOf, openSeat } from '../seat/kit.ts'

test('each look at a photo of the queue is in the access log: who, which, when; kept over a restart, chained', async () => {
  const seat = await openSeat({ demo: true, demoClaims: 1 })
  await seat.desk.seat.demo({ role: 'border_officer' })
  const photoId = await photoAtDesk(seat, ['Osei', 'Kwame'], await portraitJpeg(20, {}, 720))
  await seat.desk.seat.demo({ role: 'photo_reviewer' })
  const { officer } = await seat.desk.status()
  const looks = async (desk: typeof seat.desk) => {
    await desk.seat.demo({ role: 'auditor' })
    const { rows } = await desk.store.accesses({ limit: 200 })
    return rows.filter(({ kind, subject }) => kind === 'viewed' && subject?.startsWith('photo '))
  }
  await seat.desk.photoReview.get({ photoId, ahead: true })
  const first = seat.time.now
  await seat.desk.photoReview.get({ photoId })
  seat.time.now += 60_000
  await seat.desk.photoReview.get({ photoId })
  const again = await seat.restart({})
  const found = await looks(again.desk)
  expect(found).toMatchObject(
    [first + 60_000, first].map((at) => ({
      ...{ subject: `photo ${photoId}`, by: officer?.displayName },
      at: new Date(at).toISOString(),
    })),
  )
  expect(await again.desk.store.verify()).toMatchObject({ ok: true })
})

test('a kiosk gives no statistics as a file', async () => {
  const kiosk = await openSeat({ demo: true, demoClaims: 1, kiosk: true })
  await kiosk.desk.seat.demo({ role: 'supervisor' })
  const period = { from: '2026-11-01', to: '2026-11-26' }
  expect((await kiosk.desk.photoReview.statistics(period)).approved).toBe(0)
  expect(await codeOf(kiosk.desk.photoReview.statisticsCsv(period))).toBe('host.no_files_at_kiosk')
})
