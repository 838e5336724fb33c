import type { EligibilityWorksheet } from '../../../shared/contract/views.ts'
import type { Bilingual } from '../../../shared/language.ts'
import { portraitJpeg } from '../../demo/portraits.ts'
import { type Answers, answerAll } from './answers.ts'
import { makeChecks, openFor, ordinary } from './claim-steps.ts'
import { asSecondOfficer } from './set-up-steps.ts'
import type { TourStep } from './tour.ts'
import { must, need, type TourDay, Wrong } from './tour-day.ts'

/** Where the law cuts: fourteen days after a crossing, a claim left open, a person who was here before. */

const limit = 14
const crossingBar = 'irpa.101.1.b2'
const dayMs = 24 * 3_600_000
const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10)

export const lawSteps: readonly TourStep[] = [
  {
    name: 'boundary_14_days',
    title: {
      en: 'Entry between ports 14 days before the claim: ineligible',
      fr: 'Entrée entre les points d’entrée 14 jours avant la demande : irrecevable',
    },
    run: (day) => boundary(day, limit, { name: ['Haddad', 'Rima'], outcome: 'ineligible', facts: {} }),
  },
  {
    name: 'boundary_13_days',
    title: {
      en: 'The same 13 days before, a brother is a citizen: eligible',
      fr: 'La même 13 jours avant, un frère est citoyen : recevable',
    },
    run: (day) =>
      boundary(day, limit - 1, {
        name: ['Haddad', 'Salma'],
        outcome: 'referred',
        facts: { relativeInCanada: true, relativeCitizen: true },
      }),
  },
  {
    name: 'acknowledgement',
    title: { en: 'Undecided: acknowledgement of claim', fr: 'Non décidée : accusé de réception de la demande' },
    async run(day) {
      need(day.found.officer, 'enrol')
      const claimId = await openFor(day, 'Nassar', 'Lina', '1998-03-02')
      const entries = [{ date: day.today(), manner: 'airport' as const }]
      await day.desk.claims.set({ claimId, fields: { ...ordinary, entries }, bases: [] })
      const portrait = await portraitJpeg(28, { sex: 'F', age: 28, tone: 4 })
      await day.desk.photos.add({ claimId, file: new File([Buffer.from(portrait)], 'photo'), source: 'camera' })
      const { deadlines } = await day.desk.eligibility.decide({ claimId, outcome: 'undecided' })
      const { documents } = await day.desk.documents.issue({ claimId, kind: 'acknowledgement' })
      const documentId = need(documents[0], 'acknowledgement').documentId
      const pdf = await day.desk.documents.pdf({ documentId })
      await day.keepPaper('acknowledgement', new Uint8Array(await pdf.arrayBuffer()))
      const due = (lang: 'en' | 'fr') => deadlines.map((one) => `${one.label[lang]} ${one.due}`).join(', ')
      return { en: `letter on plain paper; ${due('en')}`, fr: `lettre sur papier ordinaire; ${due('fr')}` }
    },
  },
  {
    name: 'duplicate_found',
    title: { en: 'She comes again, spelled otherwise: found', fr: 'Elle revient, écrite autrement : trouvée' },
    async run(day) {
      need(day.found.claimId, 'passport')
      const claimId = await openFor(day, 'Ericson', 'Anna Maria', '1974-08-12')
      const { candidates, searched } = await day.desk.claims.candidates({ claimId })
      const best = candidates[0]
      if (best?.familyName !== 'ERIKSSON') throw new Wrong({ en: 'she was not found', fr: 'elle n’a pas été trouvée' })
      const reason = 'A cousin: other parents, other fingerprints.'
      await day.desk.claims.notSamePerson({ claimId, personId: best.personId, reason })
      return {
        en: `ERICSON finds ${best.familyName} among ${searched.people} people (${best.why.join(', ')}); ruled out with a reason`,
        fr: `ERICSON trouve ${best.familyName} parmi ${searched.people} personnes (${best.why.join(', ')}); écartée avec un motif`,
      }
    },
  },
]

interface Boundary {
  readonly name: readonly [string, string]
  readonly outcome: 'ineligible' | 'referred'
  readonly facts: Answers
}

/** A claim made so many days after a crossing, and what the rule found. */
async function boundary(day: TourDay, days: number, { name, outcome, facts }: Boundary): Promise<Bilingual> {
  need(day.found.officer, 'enrol')
  const claimId = await openFor(day, name[0], name[1], days === limit ? '1990-01-17' : '1992-06-05')
  const entry = { date: daysBefore(day.today(), days), manner: 'between_poes', place: 'Hemmingford' } as const
  await day.desk.claims.set({ claimId, fields: { ...ordinary, entries: [entry] }, bases: [] })
  const { sheet } = await answerAll(day.desk, claimId, facts)
  await makeChecks(day, claimId)
  const decided = await day.desk.eligibility.decide({ claimId, outcome })
  must(proposedIs(sheet, outcome), {
    en: `the rules propose ${sheet.evaluation.outcome.kind}`,
    fr: `les règles proposent ${sheet.evaluation.outcome.kind}`,
  })
  const second = outcome === 'ineligible' ? await confirmed(day, claimId) : undefined
  const { row } = second ? await day.desk.claims.get({ claimId }) : decided
  const why = (lang: 'en' | 'fr') =>
    (outcome === 'ineligible' ? [crossingBar] : [crossingBar, 'irpa.101.1.e'])
      .flatMap((rule) => sheet.evaluation.findings.filter((finding) => finding.rule === rule))
      .map(({ citation, why: said }) => `${citation[lang]}: ${said[lang]}`)
      .join(' ')
  const by = {
    en: second ? ` (proposed, then confirmed by ${second})` : '',
    fr: second ? ` (proposée, puis confirmée par ${second})` : '',
  }
  return { en: `${row.state}${by.en}. ${why('en')}`, fr: `${row.state}${by.fr}. ${why('fr')}` }
}

/** Ineligible takes two: who proposed it cannot confirm it, and another officer takes the seat. Gives that one's name. */
async function confirmed(day: TourDay, claimId: string): Promise<string> {
  const { digest } = await day.desk.eligibility.worksheet({ claimId })
  const alone = await day.desk.eligibility.confirm({ claimId, seen: digest }).then(
    () => true,
    () => false,
  )
  must(!alone, { en: 'one officer decided alone', fr: 'un seul agent a tranché' })
  return asSecondOfficer(day, async () => {
    await day.desk.eligibility.confirm({ claimId, seen: digest })
  })
}

const proposedIs = ({ evaluation }: EligibilityWorksheet, outcome: Boundary['outcome']): boolean =>
  evaluation.outcome.kind === (outcome === 'referred' ? 'eligible' : 'ineligible')
