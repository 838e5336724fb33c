import { isDeepStrictEqual } from 'node:util'
import { accessPage } from '../../office/oversight.ts'
import type { Core } from '../../seat/core.ts'
import type { Store } from '../../store/types.ts'
import { auditText } from '../audit.ts'
import { administrator, asAdministrator } from './set-up-steps.ts'
import type { TourStep } from './tour.ts'
import { must, Needs, need } from './tour-day.ts'

/** The evening: who looked at what, tables anew, backup, and the morning after on another computer. */

export const storeSteps: readonly TourStep[] = [
  {
    name: 'access_log',
    title: { en: 'Who did what, from the access log', fr: 'Qui a fait quoi, d’après le journal des accès' },
    async run({ core }) {
      const store = storeOf(core, 'set_up')
      store.access.flush()
      const { rows } = accessPage(store, 500)
      const counts = Map.groupBy(rows, (row) => row.kind)
      const said = [...counts].map(([kind, entries]) => `${kind} ${entries.length}`).join(', ')
      must(rows.length > 0, { en: 'the access log is empty', fr: 'le journal des accès est vide' })
      return { en: `${rows.length} entries: ${said}`, fr: `${rows.length} inscriptions : ${said}` }
    },
  },
  {
    name: 'rebuild',
    title: { en: 'Write every table anew from the log', fr: 'Réécrire toutes les tables à partir du journal' },
    async run({ core, desk }) {
      const store = storeOf(core, 'set_up')
      const before = store.digestProjections()
      const events = await store.rebuild()
      must(events.ok, { en: 'the rebuild failed', fr: 'la reconstruction a échoué' })
      const after = store.digestProjections()
      must(isDeepStrictEqual(after, before), { en: 'the tables differ', fr: 'les tables diffèrent' })
      const rows = Object.values(after).reduce((sum, table) => sum + table.rows, 0)
      await desk.status()
      const count = events.ok ? events.value : 0
      return {
        en: `${rows} rows from ${count} events, equal before and after`,
        fr: `${rows} lignes de ${count} événements, égales avant et après`,
      }
    },
  },
  {
    name: 'backup',
    title: { en: 'Back up to another disk', fr: 'Sauvegarder sur un autre disque' },
    async run(day) {
      need(day.found.secrets, 'set_up')
      await asAdministrator(day)
      await day.desk.settings.set({ backupFolder: day.backups })
      const made = await day.desk.store.backup()
      day.found.backup = made.folder
      return { en: `${made.events} events, verified`, fr: `${made.events} événements, copie vérifiée` }
    },
  },
  {
    name: 'audit_verify',
    title: { en: 'Walk both logs', fr: 'Parcourir les deux journaux' },
    async run(day) {
      need(day.found.secrets, 'set_up')
      const report = await day.desk.store.verify()
      must(report.ok, auditText(report))
      return auditText(report)
    },
  },
  {
    name: 'restore',
    title: {
      en: 'Restore on another computer with the recovery key',
      fr: 'Restaurer sur un autre ordinateur avec la clé de récupération',
    },
    async run(day) {
      need(day.found.backup, 'backup')
      const { recoveryKey, totpSecret } = need(day.found.secrets, 'set_up')
      await day.second.setup.restore({ folder: day.backups, recoveryKey })
      await day.second.seat.signIn(administrator)
      // A shift does not come along: the new device asks for the second factor, and a code is good once.
      day.wait(codeLifeMs)
      const status = await day.second.seat.secondFactor({ code: day.codeOf(totpSecret) })
      must(status.phase === 'active', { en: `the desk is ${status.phase}`, fr: `le poste est ${status.phase}` })
      day.found.restored = true
      const [before, after] = [storeOf(day.core, 'set_up'), storeOf(day.secondCore, 'restore')].map(
        (store) => store.identity()?.device,
      )
      must(before !== undefined && before !== after, { en: 'the device is the same', fr: 'le poste est le même' })
      const blocks = await day.second.numbers.blocks()
      must(
        blocks.every((block) => block.left === 0),
        { en: 'unused numbers were not voided', fr: 'des numéros inutilisés n’ont pas été annulés' },
      )
      return {
        en: `new device ${after?.slice(-8)}, password and second factor open it, ${blocks.length} blocks of numbers voided`,
        fr: `nouveau poste ${after?.slice(-8)}, le mot de passe et le second facteur l’ouvrent, ${blocks.length} blocs de numéros annulés`,
      }
    },
  },
  {
    name: 'audit_verify_restored',
    title: { en: 'Walk both logs there, and check the store', fr: 'Y parcourir les deux journaux et vérifier la base' },
    async run(day) {
      need(day.found.restored, 'restore')
      const report = await day.second.store.verify()
      must(report.ok, auditText(report))
      const check = await day.second.store.check()
      const problems = check.problems.join(', ')
      must(check.ok, { en: `not sound: ${problems}`, fr: `anomalie : ${problems}` })
      const { en, fr } = auditText(report)
      return { en: `${en} The store is sound.`, fr: `${fr} La base est saine.` }
    },
  },
]

/** How long an authenticator shows a code. */
const codeLifeMs = 30_000

function storeOf(core: Core, step: string): Store {
  const store = core.opened()?.store
  if (!store) throw new Needs(step)
  return store
}
