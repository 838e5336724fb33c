/** Photos that wait for an officer, as scenes and stories need them. */
import type { TestDesk } from './desk.ts'
import type { Kiosk } from './e2e.ts'
import type { Cases, Scene } from './e2e-scenes.ts'
import { portraitJpeg } from './portraits.ts'

type At = Pick<TestDesk, 'desk' | 'time'>

const people = [
  ['Nadeau', 'Élise'],
  ['Osei', 'Kwame'],
  ['Petrov', 'Irina'],
  ['Quispe', 'Mateo'],
] as const

/** A claim with a photo, by the officer at the desk; gives the photo's id. */
export async function photoAtDesk(
  { desk, time }: At,
  [familyName, givenNames]: readonly [string, string],
  picture: Uint8Array,
): Promise<string> {
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  await desk.claims.setPerson({ claimId, fields: { familyName, givenNames, birthDate: '1990-05-17' }, bases: [] })
  const file = new File([new Uint8Array(picture)], 'photo.jpg', { type: 'image/jpeg' })
  const { photo } = await desk.photos.add({ claimId, file, source: 'file' })
  time.now += 5_000
  return photo?.photoId ?? ''
}

/** Photos of four people, oldest first. */
export async function makePhotos(at: At): Promise<readonly string[]> {
  const ids: string[] = []
  for (const [seed, person] of people.entries())
    ids.push(await photoAtDesk(at, person, await portraitJpeg(20 + seed, {}, 900)))
  return ids
}

/** The same file for two people; gives the photo that came second. */
export async function makeAlarm(at: At): Promise<string> {
  const picture = await portraitJpeg(31, {}, 900)
  await photoAtDesk(at, ['Rahimi', 'Farid'], picture)
  return photoAtDesk(at, ['Sahli', 'Karim'], picture)
}

async function show(kiosk: Kiosk, address: string) {
  await kiosk.page.evaluate((next) => {
    location.hash = next
  }, `#${address}`)
}

const role = 'photo_reviewer'

const one = async (kiosk: Kiosk, photoId: string) => {
  const { page, t } = kiosk
  await show(kiosk, `/photos/${photoId}`)
  const { row } = await kiosk.desk.photoReview.get({ photoId })
  await page.getByRole('img', { name: t('photos.picture_of', { name: row.name }) }).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${t('photos.approve')}`) }).waitFor()
}

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

export const photoScenes: readonly Scene[] = [
  {
    name: 'today-photos',
    role,
    async open(kiosk: Kiosk) {
      await show(kiosk, '/')
      await kiosk.page
        .getByRole('grid', { name: kiosk.t('today.photos') })
        .locator('[data-row]')
        .first()
        .waitFor()
    },
  },
  {
    name: 'photos',
    role,
    async open(kiosk: Kiosk, { photo }: Cases) {
      await one(kiosk, photo)
      await kiosk.page.keyboard.press('v', slowly)
    },
  },
  {
    name: 'photos-return',
    role,
    async open(kiosk, { photo }) {
      await one(kiosk, photo)
      const panel = kiosk.page.getByRole('region', { name: kiosk.t('photos.return'), exact: true })
      if (!(await panel.isVisible())) await kiosk.page.keyboard.press('r', slowly)
      await panel.waitFor()
      const glare = panel.getByRole('checkbox').nth(2)
      if (!(await glare.isChecked())) await kiosk.page.keyboard.press('3', slowly)
    },
  },
  {
    name: 'photos-alarm',
    role,
    async open(kiosk, { alarm }) {
      await one(kiosk, alarm)
      await kiosk.page.getByText(kiosk.t('photos.alarm')).waitFor()
      await kiosk.page.getByRole('figure').getByRole('img').waitFor()
    },
  },
  {
    name: 'photos-statistics',
    role,
    async open(kiosk) {
      await show(kiosk, '/photos/statistics')
      await kiosk.heading(kiosk.t('photos.statistics')).waitFor()
      await kiosk.page
        .getByRole('table')
        .first()
        .or(kiosk.page.getByText(kiosk.t('photos.no_numbers')))
        .waitFor()
    },
  },
]
