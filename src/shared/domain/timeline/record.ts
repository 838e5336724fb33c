import type { Bilingual } from '../../language.ts'
import { asideWords } from '../../record/evidence.ts'
import { listOf } from '../../record/lists.ts'
import { readRegister } from '../../record/registers.ts'
import type { recordEvents } from '../catalogue/record.ts'
import { amendedFrom, sentences, type Writer, withReason } from './writer.ts'

/** The record, its evidence and its findings, in words. */

const sources = {
  typed: { en: 'Record', fr: 'Dossier' },
  paper: { en: 'Record, from a paper form', fr: 'Dossier, d’un formulaire papier' },
  portal: { en: 'Sent through the portal', fr: 'Envoyé par le portail' },
  import: { en: 'Record taken over', fr: 'Dossier repris' },
} as const

const ways = {
  paper: { en: 'on paper', fr: 'sur papier' },
  portal: { en: 'through the portal', fr: 'par le portail' },
  counter: { en: 'at the counter', fr: 'au comptoir' },
} as const

/** "1 row removed (Address)" and the like: rows by the name of their list, the rest counted. */
function whatOf(fields: object, language: 'en' | 'fr'): string {
  const entries = Object.entries(fields)
  const removed = entries.flatMap(([name, value]) => {
    const register = readRegister(name)
    return register?.is === 'row' && value === null ? [listOf(register.list).one[language]] : []
  })
  const changed = entries.length - removed.length
  const parts = [
    changed > 0 &&
      (language === 'en'
        ? `${changed} ${changed === 1 ? 'answer' : 'answers'}`
        : `${changed} ${changed === 1 ? 'réponse' : 'réponses'}`),
    removed.length > 0 &&
      (language === 'en' ? `removed: ${removed.join(', ')}` : `retiré\u00a0: ${removed.join(', ')}`),
  ]
  return parts.filter(Boolean).join('; ')
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const names = (missing: readonly { name: Bilingual }[] | undefined, language: 'en' | 'fr'): string =>
  (missing ?? []).map(({ name }) => name[language]).join(', ')

export const recordWriters: { readonly [N in keyof typeof recordEvents]: Writer<N> } = {
  'claim.record_set': (b) => ({
    en: `${sources[b.source].en}: ${whatOf(b.fields, 'en')}`,
    fr: `${sources[b.source].fr}\u00a0: ${whatOf(b.fields, 'fr')}`,
  }),
  'claim.record_amended': (b) => ({
    en: sentences(`Record corrected: ${whatOf(b.fields, 'en')}`, b.reason, ...amendedFrom(b).en),
    fr: sentences(`Dossier corrigé\u00a0: ${whatOf(b.fields, 'fr')}`, b.reason, ...amendedFrom(b).fr),
  }),
  'claim.received': (b) => ({
    en: `Claim received on ${b.on}, ${ways[b.by].en}`,
    fr: `Demande reçue le ${b.on}, ${ways[b.by].fr}`,
  }),
  'claim.evidence_added': (b) => ({
    en: `Evidence added, ${b.pages} ${b.pages === 1 ? 'page' : 'pages'}${b.replaces ? ', in place of another' : ''}`,
    fr: `Preuve ajoutée, ${b.pages} ${b.pages === 1 ? 'page' : 'pages'}${b.replaces ? ', en remplacement d’une autre' : ''}`,
  }),
  'claim.evidence_set_aside': (b) => {
    const [given] = Object.values(b.fields ?? {})
    if (!given) return withReason({ en: 'Evidence counts again', fr: 'La preuve compte de nouveau' }, b.reason)
    const why = asideWords(given.why)
    return withReason(
      { en: `Evidence set aside: ${lower(why.en)}`, fr: `Preuve mise de côté\u00a0: ${lower(why.fr)}` },
      given.note,
    )
  },
  'claim.finding_dismissed': (b) => {
    const [given] = Object.values(b.fields)
    if (!given) return { en: 'Finding counts again', fr: 'Constat rétabli' }
    return { en: `Finding dismissed. ${given.reason}`, fr: `Constat écarté. ${given.reason}` }
  },
  'claim.review_paused': (b) => ({
    en: `Incomplete: the review waits for ${names(b.missing, 'en')}`,
    fr: `Demande incomplète\u00a0: l’examen attend ${names(b.missing, 'fr')}`,
  }),
  'claim.review_resumed': (b) => ({
    en: `Nothing essential is missing: the review goes on from ${b.on}`,
    fr: `Plus rien d’essentiel ne manque\u00a0: l’examen reprend le ${b.on}`,
  }),
}
