import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TourStep } from './tour.ts'
import { must, need, type TourDay } from './tour-day.ts'

/** The first morning of a desk: set-up, an officer, sheets. */

export const administrator = { userName: 'gwen', password: 'correct horse battery staple' } as const
const other = { userName: 'marc', first: 'another temporary one', own: 'his alone for ever' } as const
const border = { userName: 'amelie', first: 'a temporary sentence', own: 'mine alone for ever' } as const

export const setUpSteps: readonly TourStep[] = [
  {
    name: 'set_up',
    title: { en: 'Set up the desk', fr: 'Configurer le poste' },
    async run(day) {
      const numbers = readFileSync(join(day.world.assetsDir, 'samples', 'numbers-lacolle-15.json'), 'utf8')
      const { blocks } = await day.desk.setup.checkNumbers({ text: numbers })
      const secrets = await day.desk.setup.begin({
        office: 'lacolle-15',
        displayName: 'Gwen Fitzgerald',
        ...administrator,
        numbers,
      })
      const status = await day.desk.setup.finish({ code: day.codeOf(secrets.totpSecret), recoveryKeySaved: true })
      day.found.secrets = secrets
      const left = blocks.map((block) => block.left).join(', ')
      return {
        en: `${status.office?.name.en}; administrator with password and second factor; recovery key; numbers: ${left}`,
        fr: `${status.office?.name.fr}; administratrice avec mot de passe et second facteur; clé de récupération; numéros : ${left}`,
      }
    },
  },
  {
    name: 'enrol',
    title: { en: 'Enrol a border officer, who signs in', fr: 'Inscrire une agente, qui ouvre une session' },
    async run(day) {
      need(day.found.secrets, 'set_up')
      await day.desk.stock.receive({ first: 'A0001001', last: 'A0001100' })
      const { officer, secrets } = await day.desk.officers.enrol({
        userName: border.userName,
        displayName: 'Amélie Tremblay',
        password: border.first,
        roles: ['border_officer'],
        jurisdiction: 'office',
      })
      const second = await day.desk.officers.enrol({
        userName: other.userName,
        displayName: 'Marc Gagnon',
        password: other.first,
        roles: ['border_officer'],
        jurisdiction: 'office',
      })
      await firstSignIn(day, other, second.secrets.totpSecret)
      day.found.second = { ...other, displayName: second.officer.displayName, password: other.own }
      await day.desk.seat.signOut()
      const signedIn = await day.desk.seat.signIn({ userName: border.userName, password: border.first })
      must(signedIn.phase === 'needs_second_factor', {
        en: 'no second factor was asked for',
        fr: 'aucun second facteur n’a été demandé',
      })
      await day.desk.seat.secondFactor({ code: day.codeOf(secrets.totpSecret) })
      const status = await day.desk.seat.changePassword({ current: border.first, next: border.own })
      must(status.phase === 'active', { en: `the desk is ${status.phase}`, fr: `le poste est ${status.phase}` })
      day.found.officer = { id: officer.id, password: border.own }
      return {
        en: `${officer.displayName}: second factor and a password of her own`,
        fr: `${officer.displayName} : second facteur et mot de passe à elle`,
      }
    },
  },
  {
    name: 'sheets',
    title: { en: 'Check out pre-printed sheets', fr: 'Sortir des feuilles préimprimées' },
    async run(day) {
      need(day.found.officer, 'enrol')
      const { counts, ready } = await day.desk.stock.checkOut({ first: 'A0001001', last: 'A0001060' })
      return {
        en: `${ready.length} at this desk from ${ready[0]}, ${counts.in_office} in the office`,
        fr: `${ready.length} à ce poste à partir de ${ready[0]}, ${counts.in_office} au bureau`,
      }
    },
  },
]

/** An officer's first day: code and a password of their own. */
async function firstSignIn(day: TourDay, { userName, first, own }: typeof other, totpSecret: string): Promise<void> {
  await day.desk.seat.signOut()
  await day.desk.seat.signIn({ userName, password: first })
  await day.desk.seat.secondFactor({ code: day.codeOf(totpSecret) })
  await day.desk.seat.changePassword({ current: first, next: own })
}

/** Another officer takes over the seat, and what they do is in their name; then the border officer is back. */
export async function asSecondOfficer(day: TourDay, work: () => Promise<void>): Promise<string> {
  const { userName, displayName, password } = need(day.found.second, 'enrol')
  const officer = need(day.found.officer, 'enrol')
  await day.desk.seat.signOut()
  await day.desk.seat.signIn({ userName, password })
  await work()
  await day.desk.seat.signOut()
  await day.desk.seat.signIn({ userName: border.userName, password: officer.password })
  return displayName
}

/** The administrator sits down: backups are hers to choose. */
export async function asAdministrator({ desk }: TourDay): Promise<void> {
  await desk.seat.signOut()
  await desk.seat.signIn(administrator)
}
