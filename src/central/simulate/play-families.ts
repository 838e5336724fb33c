import type { ConfirmationAnswer } from '../../shared/contract/confirmation-portal.ts'
import type { Timers } from '../../shared/ports.ts'
import { addDays } from '../../shared/rules/dates.ts'
import { type Ask, asker } from './ask.ts'
import type { Member } from './families.ts'
import type { Inbox } from './inbox.ts'
import { drawPicture, type PictureFault, pictureFaults } from './picture.ts'
import { chanceOf } from './random.ts'

export interface FamilyPlay {
  /** Address of the central, such as `http://127.0.0.1:8700`. */
  readonly url: string
  readonly credential: string
  readonly families: readonly (readonly Member[])[]
  readonly inbox: Pick<Inbox, 'mailsTo'>
  readonly timers: Timers
  /** Between one look of everybody at mail and portal and the next, ms. */
  readonly everyMs: number
  /** Looks at most. */
  readonly turns: number
  /** Ends the play before its turns are over, where it settles. */
  readonly stopped?: Promise<unknown>
}

export interface FamiliesPlayed {
  readonly people: number
  signedIn: number
  declarations: number
  addresses: number
  photos: number
  badPhotos: number
  downloads: number
  /** Whose card is in the mail, or whose confirmation was closed. */
  finished: number
  readonly refused: Map<string, number>
}

/**
 * Plays families whose confirmations officers work on meanwhile: they read their mail, sign in late or too late, are
 * abroad, leave again, send photos that are no good, move house once the card is ordered. Each does by their own habits,
 * however long the office takes: the same seed plays the same people.
 */
export async function playFamilies(given: FamilyPlay): Promise<FamiliesPlayed> {
  const people = given.families.flat()
  const played: FamiliesPlayed = {
    ...{ people: people.length, signedIn: 0, declarations: 0, addresses: 0, photos: 0, badPhotos: 0 },
    ...{ downloads: 0, finished: 0, refused: new Map() },
  }
  const ask = asker(given, played.refused)
  const players = people.map((member) => createPlayer(member, given.inbox, ask, played))
  let ended = false
  void given.stopped?.then(() => {
    ended = true
  })
  for (let turn = 0; turn < given.turns && !ended && players.some(({ finished }) => !finished); turn++) {
    // One after the other: whoever is played, is played in the same order.
    for (const player of players) if (!player.finished && !ended) await player.look()
    await new Promise<void>((resolve) => void given.timers.after(given.everyMs, resolve))
  }
  return played
}

interface Player {
  readonly finished: boolean
  look(): Promise<void>
}

const at = '/confirmation'
const passwordShape = /[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}/

function createPlayer(
  { email, chance, habits }: Member,
  inbox: Pick<Inbox, 'mailsTo'>,
  ask: Ask,
  played: FamiliesPlayed,
): Player {
  let turns = 0
  let used: string | undefined
  let own: { readonly userName: string; readonly password: string } | undefined
  let session: string | undefined
  let said: 'nothing' | 'abroad' | 'here' | 'left' | 'back' = 'nothing'
  let awaySince = 0
  let sentPhotos = 0
  let moved = false
  let finished = false

  /** The newest password that came, with its user name. */
  const newest = () => {
    const letters = inbox.mailsTo(email).flatMap(({ text }) => {
      const password = passwordShape.exec(text)?.[0]
      const userName = /(?:user name is|d’utilisateur est) (\S+?)\.?\n/.exec(text)?.[1]
      return password && userName ? [{ password, userName }] : []
    })
    return habits.missesPassword && letters.length < 2 ? undefined : letters.at(-1)
  }

  const signIn = async (userName: string, password: string) => {
    const answer = await ask<{ session: string }>('POST', `${at}/sign-in`, { userName, password })
    session = answer?.session
    return session !== undefined
  }

  const comeIn = async (): Promise<boolean> => {
    const letter = newest()
    if (letter && letter.password !== used) {
      if (turns <= habits.slow) return false
      used = letter.password
      if (!(await signIn(letter.userName, letter.password))) return false
      own = { userName: letter.userName, password: `${chance.uuid('own')} of my own` }
      await ask('PUT', `${at}/password`, { password: own.password }, session)
      played.signedIn += 1
    }
    if (!own || session || (await signIn(own.userName, own.password))) return own !== undefined
    // Another password was ordered for them: it is on its way by mail.
    own = undefined
    return false
  }

  const declare = async (inCanada: boolean, today: string, statement: string) => {
    const request = chance.uuid(`declares ${said}`)
    const more = inCanada ? {} : { returnOn: addDays(today, chance.between('return', 5, 40)) }
    await ask('POST', `${at}/presence`, { request, inCanada, statement, ...more }, session)
    played.declarations += 1
  }

  const doPresence = async (view: ConfirmationAnswer): Promise<void> => {
    const today = view.asOf.portal.slice(0, 10)
    const { version } = view.statement
    if (said === 'nothing' && habits.abroad > 0) {
      ;[said, awaySince] = ['abroad', turns]
      await declare(false, today, version)
    } else if (said === 'here' && habits.leaves && !view.steps.some(({ step, done }) => step === 'residence' && done)) {
      ;[said, awaySince] = ['left', turns]
      await declare(false, today, version)
    } else if (view.tasks.includes('declare_presence') && turns - awaySince >= habits.abroad) {
      said = said === 'left' ? 'back' : 'here'
      await declare(true, today, version)
    }
  }

  const doAddress = async (view: ConfirmationAnswer): Promise<void> => {
    const moves = habits.moves && !moved && view.card.state === 'being_made'
    if (!moves && !view.tasks.includes('give_address')) return
    moved ||= moves
    const home = { ...homeOf(chance.between(moves ? 'new door' : 'door', 1, 900)) }
    await ask('POST', `${at}/address`, { request: chance.uuid(`lives ${moves}`), home, card: 'home' }, session)
    played.addresses += 1
  }

  const doPhoto = async ({ tasks }: ConfirmationAnswer): Promise<void> => {
    if (!tasks.includes('send_photo')) return
    const bad = sentPhotos < habits.badPhotos
    const fault: PictureFault | undefined = bad ? chance.pick(`fault ${sentPhotos}`, pictureFaults) : undefined
    const picture = drawPicture(chanceOf(chance.uuid(`photo ${sentPhotos}`)), fault)
    const chosen = await ask<{ sha256: string }>('PUT', `${at}/photo`, picture, session)
    if (!chosen) return
    const request = chance.uuid(`sends ${sentPhotos}`)
    if (!(await ask('POST', `${at}/photo`, { request, sha256: chosen.sha256 }, session))) return
    sentPhotos += 1
    played.photos += 1
    if (bad) played.badPhotos += 1
  }

  return {
    get finished() {
      return finished
    },
    async look() {
      if (inbox.mailsTo(email).length > 0) turns += 1
      if (!(await comeIn())) return
      const view = await ask<ConfirmationAnswer>('GET', at, undefined, session)
      if (!view) {
        // The session ran out, or an officer had another password sent.
        session = undefined
        return
      }
      await doPresence(view)
      await doAddress(view)
      await doPhoto(view)
      if (view.tasks.includes('download_ecopr')) {
        const paper = await ask('POST', `${at}/ecopr/downloads`, { request: chance.uuid('downloads') }, session)
        if (paper) played.downloads += 1
      }
      finished = view.card.state === 'mailed' || view.step === 'closed'
      if (finished) played.finished += 1
    },
  }
}

const homeOf = (door: number) => ({
  line1: `${door} Bank Street`,
  city: 'Ottawa',
  province: 'ON',
  postalCode: 'K2P 1X8',
  country: 'CAN',
})

/** What was played, as lines to read. */
export function familiesReport({ refused, ...counts }: FamiliesPlayed): string[] {
  const words = (entries: readonly (readonly [string, number])[]) =>
    entries.map(([name, count]) => `${name} ${count}`).join('  ')
  return [words(Object.entries(counts)), `refused  ${words([...refused].sort()) || 'none'}`]
}
