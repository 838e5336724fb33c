import { looksForSomething } from '../../src/shared/domain/checks.ts'
import { checkNames } from '../../src/shared/domain/vocabulary.ts'
import type { TestDesk } from './desk.ts'
import { portraitJpeg } from './portraits.ts'
import { refer } from './refer.ts'

/** Claims for tests of the whole desk, made as an officer makes them. */

/** A claim of a Syrian woman of that family name who came by air; everything but photo, search and decision. */
export async function filledClaim(
  { desk }: TestDesk,
  familyName: string,
): Promise<{ claimId: string; personId: string }> {
  const { claimId, personId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  const person = { familyName, sex: 'F', birthDate: '1990-05-17', birthCountry: 'SYR', citizenships: ['SYR'] } as const
  await desk.claims.setPerson({ claimId, fields: { ...person, citizenships: ['SYR'] }, bases: [] })
  await desk.claims.set({
    claimId,
    fields: {
      officialLanguage: 'en',
      spokenLanguage: 'ar',
      interpreterNeeded: false,
      representativeKind: 'none',
      entries: [{ date: '2026-11-20', manner: 'airport' }],
      grounds: ['religion'],
      fearedCountries: ['SYR'],
    },
    bases: [],
  })
  await recordChecks(desk, claimId)
  return { claimId, personId }
}

/** Every check done, and nothing found. */
export async function recordChecks(desk: TestDesk['desk'], claimId: string): Promise<void> {
  for (const check of checkNames)
    await desk.claims.setCheck({
      claimId,
      check,
      result: 'done',
      ...(looksForSomething(check) ? { found: false } : {}),
    })
}

/** Adds a made-up portrait; each `seed` is another face. */
export async function addPortrait({ desk }: TestDesk, claimId: string, seed = 5): Promise<void> {
  const file = new File([Buffer.from(await portraitJpeg(seed))], 'portrait.jpg', { type: 'image/jpeg' })
  await desk.photos.add({ claimId, file, source: 'file' })
}

/** A claim that was referred and lacks nothing but its paper. */
export async function referredClaim(
  test: TestDesk,
  familyName: string,
): Promise<{ claimId: string; personId: string }> {
  const made = await filledClaim(test, familyName)
  await test.desk.claims.candidates({ claimId: made.claimId })
  await addPortrait(test, made.claimId)
  await refer(test.desk, made.claimId)
  return made
}

/** The code of the failure that a call ends in, or `accepted`. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'accepted',
    (error: { data?: { code?: string }; code?: string }) => error.data?.code ?? error.code ?? String(error),
  )
