import { countryName } from '../mrz/states.ts'
import { type Alert, type AlertInput, agree, alert, type Check } from './alert.ts'
import { fullIntakeChecks } from './alerts-intake.ts'

/** What contradicts what in a claim, or bears on its decision. An alert never bars: it says where to look and takes the officer there. */

const earlier = (a: string, b: string): boolean => a.slice(0, b.length) < b.slice(0, a.length)

const checks: readonly Check[] = [
  ({ person, read }) =>
    read?.birthDate && person.birthDate && !agree(read.birthDate, person.birthDate)
      ? alert(
          'birth_date_differs',
          'identity',
          `Date of birth ${person.birthDate} differs from the document read (${read.birthDate}).`,
          `La date de naissance ${person.birthDate} diffère du document lu (${read.birthDate}).`,
        )
      : undefined,
  ({ person, read }) =>
    read?.sex && person.sex && read.sex !== person.sex
      ? alert('sex_differs', 'identity', 'Sex differs from the document read.', 'Le sexe diffère du document lu.')
      : undefined,
  ({ person, read }) =>
    read?.nationality && person.citizenships && !person.citizenships.includes(read.nationality)
      ? alert(
          'citizenship_differs',
          'identity',
          `The document read is of ${countryName(read.nationality, 'en')}, which is not among the citizenships.`,
          `Le document lu indique ${countryName(read.nationality, 'fr')}, qui ne figure pas parmi les citoyennetés.`,
        )
      : undefined,
  ({ read }) =>
    read && read.failedChecks.length > 0
      ? alert(
          'check_digits',
          'passport',
          'Check digits of the document read are wrong: compare each value with the document.',
          'Des chiffres de contrôle du document lu sont erronés : comparez chaque valeur au document.',
        )
      : undefined,
  // An earlier claim is a ground by itself, IRPA s. 101(1)(b) and (c); what became of it the officer answers.
  ({ otherClaims = [] }) =>
    otherClaims.length > 0
      ? alert(
          'other_claims',
          'eligibility',
          `This person has another claim on this desk: ${otherClaims.join(', ')}.`,
          `Cette personne a une autre demande sur ce poste : ${otherClaims.join(', ')}.`,
        )
      : undefined,
  ({ policeFound }) =>
    policeFound
      ? alert(
          'police_found',
          'checks',
          'The police check found something: it may bear on eligibility.',
          'La vérification policière a donné un résultat\u00a0: il peut influer sur la recevabilité.',
        )
      : undefined,
  ({ read, today }) =>
    read?.expiry && read.expiry < today
      ? alert(
          'document_expired',
          'passport',
          `The document read expired on ${read.expiry}.`,
          `Le document lu est expiré depuis le ${read.expiry}.`,
        )
      : undefined,
  ({ person, today }) =>
    person.birthDate && earlier(today, person.birthDate)
      ? alert(
          'birth_in_future',
          'identity',
          'Date of birth lies in the future.',
          'La date de naissance est dans le futur.',
        )
      : undefined,
  ({ person, claim }) =>
    person.birthDate && claim.entries?.some((entry) => earlier(entry.date, person.birthDate ?? ''))
      ? alert(
          'entry_before_birth',
          'entry',
          'An entry is dated before the birth.',
          'Une entrée est antérieure à la naissance.',
        )
      : undefined,
  ({ claim }) =>
    claim.claimDate && claim.entries?.some((entry) => entry.date > (claim.claimDate ?? ''))
      ? alert(
          'entry_after_claim',
          'entry',
          'An entry is dated after the claim.',
          'Une entrée est postérieure à la demande.',
        )
      : undefined,
  ({ claim, today }) =>
    claim.claimDate && claim.claimDate > today
      ? alert(
          'claim_in_future',
          'entry',
          'The claim date lies in the future.',
          'La date de la demande est dans le futur.',
        )
      : undefined,
  ({ person }) =>
    person.citizenships && person.citizenships.length > 1 && person.citizenships.includes('XXA')
      ? alert('stateless_and_citizen', 'identity', 'Stateless and a citizen at once.', 'Apatride et citoyen à la fois.')
      : undefined,
  ({ claim }) =>
    claim.interpreterNeeded && !claim.spokenLanguage
      ? alert(
          'interpreter_language',
          'contact',
          'An interpreter is needed, but the language is missing.',
          'Un interprète est nécessaire, mais la langue manque.',
        )
      : undefined,
  ({ person, claim }) =>
    person.citizenships &&
    claim.fearedCountries?.length &&
    !claim.fearedCountries.some((c) => person.citizenships?.includes(c)) &&
    !person.citizenships.includes('XXA')
      ? alert(
          'feared_elsewhere',
          'grounds',
          'None of the feared countries is a country of citizenship.',
          'Aucun des pays de crainte n’est un pays de citoyenneté.',
        )
      : undefined,
]

/** Every contradiction found, in the order of the steps that mend them. */
export const alertsOf = (input: AlertInput): Alert[] =>
  [...checks, ...fullIntakeChecks].flatMap((check) => check(input) ?? [])
