import type { ClaimValues } from '../../../shared/domain/fields.ts'
import { portraitJpeg } from '../../demo/portraits.ts'
import { answerAll } from './answers.ts'
import { fullIntakeStep } from './full-intake-step.ts'
import type { TourStep } from './tour.ts'
import { must, need, type TourDay } from './tour-day.ts'

/** One eligible claim, from the passport to the file copy. */

/** The specimen of ICAO Doc 9303-4. It expired in 2012, which warns and bars nothing. */
const specimen = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'

export const claimSteps: readonly TourStep[] = [
  {
    name: 'passport',
    title: {
      en: 'Open a claim and read the ICAO specimen passport',
      fr: 'Ouvrir une demande et lire le passeport spécimen de l’OACI',
    },
    async run(day) {
      need(day.found.officer, 'enrol')
      const { row } = await day.desk.claims.open({ channel: 'port_of_entry' })
      day.found.claimId = row.claimId
      const { filled, warnings, view } = await day.desk.claims.readDocument({ claimId: row.claimId, text: specimen })
      must(view.read?.failedChecks.length === 0, { en: 'a check digit failed', fr: 'un chiffre de contrôle a échoué' })
      const said = warnings.join(', ') || '-'
      return {
        en: `${row.applicationNumber}: all check digits right; filled ${filled.join(', ')}; to look at: ${said}`,
        fr: `${row.applicationNumber} : chiffres de contrôle exacts; remplis : ${filled.join(', ')}; à regarder : ${said}`,
      }
    },
  },
  {
    name: 'search_before_create',
    title: { en: 'Search before create', fr: 'Chercher avant de créer' },
    async run(day) {
      const claimId = need(day.found.claimId, 'passport')
      const { candidates, searched } = await day.desk.claims.candidates({ claimId })
      must(candidates.length === 0, {
        en: 'somebody was found on an empty desk',
        fr: 'quelqu’un a été trouvé sur un poste vide',
      })
      return {
        en: `${searched.people} people on this desk, nobody like her; the rest of Canada was not searched`,
        fr: `${searched.people} personne à ce poste, aucune semblable; le reste du Canada n’a pas été cherché`,
      }
    },
  },
  {
    name: 'fields',
    title: {
      en: 'Fill in identity, contact, entry and grounds',
      fr: 'Remplir identité, coordonnées, entrée et motifs',
    },
    async run(day) {
      const claimId = need(day.found.claimId, 'passport')
      const person = { birthCountry: 'SYR', citizenships: ['SYR'], nativeName: 'آنا ماريا إريكسون' }
      await day.desk.claims.setPerson({ claimId, fields: person, bases: [] })
      const entries = [{ date: day.today(), manner: 'airport' as const, place: 'yul' }]
      const { steps } = await day.desk.claims.set({ claimId, fields: { ...ordinary, entries }, bases: [] })
      const complete = steps.filter((step) => step.state === 'complete').map(({ step }) => step)
      return { en: `complete: ${complete.join(', ')}`, fr: `complètes : ${complete.join(', ')}` }
    },
  },
  fullIntakeStep,
  {
    name: 'portrait',
    title: { en: 'Take the photograph', fr: 'Prendre la photographie' },
    async run(day) {
      const claimId = need(day.found.claimId, 'passport')
      const bytes = day.photo ?? (await portraitJpeg(7, { sex: 'F', age: 52, tone: 3 }))
      const file = new File([Buffer.from(bytes)], 'photo')
      const { photo } = await day.desk.photos.add({ claimId, file, source: 'file' })
      const { print, width, height, findings } = need(photo, 'portrait')
      const picture = await day.desk.photos.picture({ claimId, sha256: print })
      day.keep('portrait', 'portrait.jpg', new Uint8Array(await picture.arrayBuffer()))
      const said =
        findings
          .filter(({ severity }) => severity !== 'ok')
          .map(({ code }) => code)
          .join(', ') || '-'
      return {
        en: `${width} x ${height} pixels, cropped to 35 x 45; to look at: ${said}`,
        fr: `${width} x ${height} pixels, recadrée à 35 x 45; à regarder : ${said}`,
      }
    },
  },
  {
    name: 'checks',
    title: { en: 'Checks: removal order first', fr: 'Vérifications\u00a0: mesure de renvoi d’abord' },
    async run(day) {
      const claimId = need(day.found.claimId, 'passport')
      const checks = await makeChecks(day, claimId)
      must(
        checks.every(({ settled }) => settled),
        { en: 'a check is not settled', fr: 'une vérification n’est pas réglée' },
      )
      const said = checks.map(({ name, result }) => `${name} ${result}`).join(', ')
      return { en: said, fr: said }
    },
  },
  {
    name: 'decide_eligible',
    title: { en: 'Work through eligibility and refer', fr: 'Étudier la recevabilité et déférer' },
    async run(day) {
      const claimId = need(day.found.claimId, 'passport')
      const { sheet, asked } = await answerAll(day.desk, claimId)
      must(sheet.evaluation.outcome.kind === 'eligible', {
        en: `the rules propose ${sheet.evaluation.outcome.kind}`,
        fr: `les règles proposent ${sheet.evaluation.outcome.kind}`,
      })
      const { row, deadlines } = await day.desk.eligibility.decide({ claimId, outcome: 'referred' })
      const { findings, ruleSet } = sheet.evaluation
      const due = (lang: 'en' | 'fr') => deadlines.map((one) => `${one.label[lang]} ${one.due}`).join(', ')
      return {
        en: `${findings.length} rules of ${ruleSet}, ${asked} questions; client ID ${row.clientId}; ${due('en')}`,
        fr: `${findings.length} règles du ${ruleSet}, ${asked} questions; ID client ${row.clientId}; ${due('fr')}`,
      }
    },
  },
  {
    name: 'issue',
    title: { en: 'Issue the document and print it', fr: 'Délivrer le document et l’imprimer' },
    async run(day) {
      const claimId = need(day.found.claimId, 'passport')
      const { documents } = await day.desk.documents.issue({ claimId, kind: 'RPID' })
      const paper = need(documents[0], 'issue')
      day.found.documentId = paper.documentId
      await day.desk.documents.print({ documentId: paper.documentId })
      await day.keepPaper('document-jammed', need(day.printed.at(-1), 'issue'))
      return {
        en: `${paper.number} on sheet ${paper.stockSerial}, valid until ${paper.validUntil}`,
        fr: `${paper.number} sur la feuille ${paper.stockSerial}, valide jusqu’au ${paper.validUntil}`,
      }
    },
  },
  {
    name: 'spoil_and_replace',
    title: {
      en: 'The sheet jams: spoil it, reissue, confirm',
      fr: 'Bourrage : gâcher la feuille, redélivrer, confirmer',
    },
    async run(day) {
      const documentId = need(day.found.documentId, 'issue')
      const { documents } = await day.desk.documents.spoil({ documentId, reason: 'paper jam', reissue: true })
      const [next, before] = documents
      const replacement = need(next, 'issue')
      await day.desk.documents.print({ documentId: replacement.documentId })
      const scanned = replacement.stockSerial
      const { steps } = await day.desk.documents.confirm({
        documentId: replacement.documentId,
        ...(scanned ? { scanned } : {}),
      })
      must(replacement.number === before?.number && replacement.stockSerial !== before.stockSerial, {
        en: 'the replacement has another number or the same sheet',
        fr: 'le remplacement a un autre numéro ou la même feuille',
      })
      must(
        steps.every((step) => step.state === 'complete'),
        { en: 'the claim is not complete', fr: 'la demande n’est pas complète' },
      )
      day.found.replacementId = replacement.documentId
      await day.keepPaper('document', need(day.printed.at(-1), 'issue'))
      return {
        en: `sheet ${before?.stockSerial} spoiled; ${replacement.number} again on ${scanned}, confirmed by scan`,
        fr: `feuille ${before?.stockSerial} gâchée; ${replacement.number} de nouveau sur ${scanned}, confirmé par lecture`,
      }
    },
  },
  {
    name: 'reprint',
    title: { en: 'A file copy, byte for byte', fr: 'Une copie pour le dossier, octet pour octet' },
    async run(day) {
      const documentId = need(day.found.replacementId, 'spoil_and_replace')
      day.wait(3_600_000)
      const copy = await day.desk.documents.reprint({ documentId, reason: 'file copy' })
      const bytes = Buffer.from(await copy.arrayBuffer())
      must(bytes.equals(need(day.printed.at(-1), 'issue')), { en: 'the bytes differ', fr: 'les octets diffèrent' })
      return {
        en: `${bytes.length} bytes, all equal an hour later`,
        fr: `${bytes.length} octets, tous égaux une heure plus tard`,
      }
    },
  },
]

/** Makes every check; nothing is found. */
export async function makeChecks({ desk }: TourDay, claimId: string) {
  for (const check of ['removal_order', 'police', 'prior_claims'] as const)
    await desk.claims.setCheck({ claimId, check, result: 'done', found: false })
  await desk.claims.setCheck({ claimId, check: 'biometrics', result: 'done' })
  return (await desk.claims.get({ claimId })).checks
}

/** What an ordinary claim says of contact and grounds. */
export const ordinary: ClaimValues = {
  officialLanguage: 'en',
  spokenLanguage: 'ar',
  interpreterNeeded: true,
  representativeKind: 'none',
  grounds: ['religion'],
  fearedCountries: ['SYR'],
}

/** A second person at the counter, named and born, without papers. */
export async function openFor(
  day: TourDay,
  familyName: string,
  givenNames: string,
  birthDate: string,
): Promise<string> {
  const { row } = await day.desk.claims.open({ channel: 'inland' })
  const { claimId } = row
  const fields = { familyName, givenNames, birthDate, sex: 'F', birthCountry: 'SYR', citizenships: ['SYR'] } as const
  await day.desk.claims.setPerson({ claimId, fields: { ...fields, citizenships: [...fields.citizenships] }, bases: [] })
  return claimId
}
