import { bareNumber } from '../../domain/numbers.ts'
import type { Bilingual } from '../../language.ts'
import { foldName } from '../../names/index.ts'
import { irpa, irpr, rpdRule } from '../citation.ts'
import { addYears, daysBetween } from '../dates.ts'
import { crossingWindowDays, oneYearBarAfter } from '../eligibility/entries.ts'
import { type Finding, inEvidence, inStep, type Place, type RecordInput, type Rule } from '../finding.ts'

/** The person against the papers, other claims and the days of the law. */

/** The zone that was read against what was typed: the name and the number; birth, sex and citizenship are alerts of their own. */
export const zoneAgainstTyped: Rule = ({ person, claim, read }) => {
  if (!read) return []
  const found: Finding[] = []
  const typed = [person.familyName, person.givenNames].filter(Boolean).join(' ')
  const printed = [read.familyName, read.givenNames].filter(Boolean).join(' ')
  if (typed && printed && bag(typed) !== bag(printed) && !bag(printed).startsWith(bag(typed)))
    found.push({
      rule: 'zone_name',
      key: 'zone_name',
      severity: 'look',
      message: {
        en: `The document read says “${printed}”, the claim “${typed}”.`,
        fr: `Le document lu indique «\u00a0${printed}\u00a0», la demande «\u00a0${typed}\u00a0».`,
      },
      at: inStep('identity'),
      against: inStep('passport'),
      citation: rpdRule('7(3)'),
      ask: {
        en: 'Compare with the printed page, and ask for other names.',
        fr: 'Comparez avec la page imprimée et demandez les autres noms.',
      },
      facts: [typed, printed],
    })
  const listed = claim.heldDocuments?.filter(({ kind, number }) => kind === 'passport' && number) ?? []
  if (
    read.number &&
    listed.length > 0 &&
    !listed.some(({ number }) => bareNumber(number ?? '') === bareNumber(read.number ?? ''))
  )
    found.push({
      rule: 'zone_number',
      key: 'zone_number',
      severity: 'look',
      message: {
        en: 'The passport that was read is not among the papers held.',
        fr: 'Le passeport lu ne figure pas parmi les papiers détenus.',
      },
      at: inStep('papers'),
      against: inStep('passport'),
      citation: rpdRule('7(3)'),
      ask: { en: 'Ask how many passports the person has.', fr: 'Demandez combien de passeports la personne possède.' },
      facts: [read.number, listed.map(({ number }) => number)],
    })
  return found
}

/** Names of a zone may stand in another order and are cut off when they are long. */
const bag = (name: string): string => foldName(name).split(' ').sort().join(' ')

const shared: Readonly<Record<keyof RecordInput['elsewhere'], { text: Bilingual; at: Place; ask: Bilingual }>> = {
  passport: {
    text: {
      en: 'The same passport or identity document is in another claim',
      fr: 'Le même passeport ou document d’identité figure dans une autre demande',
    },
    at: inStep('search'),
    ask: {
      en: 'Compare both people side by side; join them, or note why they are not the same.',
      fr: 'Comparez les deux personnes; réunissez-les ou consignez pourquoi elles diffèrent.',
    },
  },
  identity: {
    text: {
      en: 'The same person, by name and date of birth, is in another claim',
      fr: 'La même personne, selon son nom et sa date de naissance, figure dans une autre demande',
    },
    at: inStep('search'),
    ask: {
      en: 'Ask for earlier claims; compare both people side by side, and join them or note why they are not the same.',
      fr: 'Demandez les demandes antérieures; comparez les deux personnes et réunissez-les ou consignez pourquoi elles diffèrent.',
    },
  },
  photo: {
    text: { en: 'The same photo is in another claim', fr: 'La même photo figure dans une autre demande' },
    at: inStep('photo'),
    ask: {
      en: 'Take a photo at the desk, and compare both claims.',
      fr: 'Prenez une photo au poste et comparez les deux demandes.',
    },
  },
  evidence: {
    text: {
      en: 'The same file of evidence is in another claim',
      fr: 'Le même fichier de preuve figure dans une autre demande',
    },
    at: inEvidence,
    ask: {
      en: 'Ask how both people came to it; families often share papers.',
      fr: 'Demandez d’où chacun le tient; les familles partagent souvent leurs documents.',
    },
  },
}

/** A name and a birth date can be two people's, and families share papers. */
const proves: ReadonlySet<string> = new Set(['passport', 'photo'])

export const elsewhere: Rule = (input) =>
  (['passport', 'identity', 'photo', 'evidence'] as const)
    .filter((what) => input.elsewhere[what].length > 0)
    .map((what): Finding => {
      const { text, at, ask } = shared[what]
      const claims = input.elsewhere[what].join(', ')
      return {
        rule: `same_${what}`,
        key: `same_${what}`,
        severity: proves.has(what) ? 'serious' : 'look',
        message: { en: `${text.en}: ${claims}.`, fr: `${text.fr}\u00a0: ${claims}.` },
        at,
        citation: irpa('101(1)(c)'),
        ask,
        facts: input.elsewhere[what],
      }
    })

/** Claims of before this day are not touched by the grounds of 2026: S.C. 2026, c. 4, s. 75. */
const reachesBackTo = '2025-06-03'

/** IRPA s. 101(1)(b.1): more than a year after the first entry after 2020-06-24. The eligibility worksheet decides. */
export const oneYear: Rule = ({ claim }) => {
  const first = firstAfter(claim.entries?.map(({ date }) => date) ?? [])
  if (!first || !claim.claimDate || claim.claimDate < reachesBackTo || claim.claimDate <= addYears(first, 1)) return []
  return [
    {
      rule: 'one_year',
      key: 'one_year',
      severity: 'look',
      message: {
        en: `The claim of ${claim.claimDate} comes more than a year after the first entry on ${first}.`,
        fr: `La demande du ${claim.claimDate} suit de plus d’un an la première entrée, le ${first}.`,
      },
      at: inStep('eligibility'),
      against: inStep('entry'),
      citation: irpa('101(1)(b.1), (1.1)'),
      ask: {
        en: 'Ask for the stamp or record of the first entry, and whether the person is an unaccompanied minor.',
        fr: 'Demandez le timbre ou la preuve de la première entrée, et si la personne est un mineur non accompagné.',
      },
      facts: [first, claim.claimDate],
    },
  ]
}

const firstAfter = (dates: readonly string[]): string | undefined =>
  dates.filter((date) => date > oneYearBarAfter).sort()[0]

/** IRPR s. 159.4(1.1) and IRPA s. 101(1)(b.2): between ports, less than 14 days before the claim, or 14 and more. */
export const fourteenDays: Rule = ({ claim }) => {
  const { claimDate } = claim
  if (!claimDate) return []
  const crossing = claim.entries
    ?.filter(({ manner, date }) => manner === 'between_poes' && date <= claimDate)
    .map(({ date }) => date)
    .sort()
    .at(-1)
  if (!crossing) return []
  const days = daysBetween(crossing, claimDate)
  const within = days < crossingWindowDays
  if (!within && claimDate < reachesBackTo) return []
  return [
    {
      rule: 'fourteen_days',
      key: 'fourteen_days',
      severity: 'look',
      message: within
        ? {
            en: `Crossed between ports ${days} days before the claim: the Safe Third Country Agreement is to be examined.`,
            fr: `Passage entre les points d’entrée ${days} jours avant la demande\u00a0: l’Entente sur les tiers pays sûrs est à examiner.`,
          }
        : {
            en: `Crossed between ports ${days} days before the claim, 14 or more: s. 101(1)(b.2) is to be examined.`,
            fr: `Passage entre les points d’entrée ${days} jours avant la demande, soit 14 ou plus\u00a0: l’al. 101(1)b.2) est à examiner.`,
          },
      at: inStep('eligibility'),
      against: inStep('entry'),
      citation: within ? irpr('159.4(1.1)') : irpa('101(1)(b.2)'),
      ask: {
        en: 'Ask for the place and hour of the crossing, and for a police report of it.',
        fr: 'Demandez le lieu et l’heure du passage et un rapport de police.',
      },
      facts: [crossing, claimDate],
    },
  ]
}
