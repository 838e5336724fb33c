/** Photos that wait for an officer, as scenes and stories need them. */
import type { TestDesk } from './desk.ts'
import { portraitJpeg } from './portraits.ts'

const people = [
  ['Nadeau', 'Élise'],
  ['Osei', 'Kwame'],
  ['Petrov', 'Irina'],
  ['Quispe', 'Mateo'],
] as const

/** Claims of four people with a photo each, made by the officer at the desk; gives the claims, oldest photo first. */
export async function makePhotos({ desk, time }: Pick<TestDesk, 'desk' | 'time'>): Promise<readonly string[]> {
  const claims: string[] = []
  for (const [at, [familyName, givenNames]] of people.entries()) {
    const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
    await desk.claims.setPerson({ claimId, fields: { familyName, givenNames, birthDate: '1990-05-17' }, bases: [] })
    const picture = new Uint8Array(await portraitJpeg(20 + at, {}, 900))
    await desk.photos.add({ claimId, file: new File([picture], 'photo.jpg', { type: 'image/jpeg' }), source: 'file' })
    time.now += 60_000
    claims.push(claimId)
  }
  return claims
}
