import { readRegister } from '../record/registers.ts'
import type { Form, Item } from './form.ts'
import { ask, field, list, section } from './form.ts'

/** The forms of a claim (facts: domain 5.1), newest versions. */

const imm0008: Form = {
  id: 'imm0008',
  version: '2026-11',
  number: 'IMM 0008',
  title: { en: 'Generic Application Form', fr: 'Demande générique' },
  source: {
    en: 'IMM 0008 and Schedule 12, in the order of the portal’s topics',
    fr: 'IMM 0008 et annexe 12, dans l’ordre des thèmes du portail',
  },
  sections: [
    section(
      'person',
      'The person',
      'La personne',
      field('familyName', 'givenNames', 'nativeName', 'sex', 'birthDate', 'birthPlace', 'birthCountry'),
      field('citizenships', 'formerResidence'),
      ask('who.citizenshipHow', 'who.maritalStatus', 'who.marriedOn', 'who.heightCm', 'who.eyes'),
    ),
    section(
      'contact',
      'Contact and language',
      'Coordonnées et langue',
      field('phone', 'email', 'addressLine', 'addressCity', 'addressProvince', 'addressPostalCode'),
      field('officialLanguage', 'spokenLanguage', 'dialect', 'interpreterNeeded'),
    ),
    section('papers', 'Passport and status', 'Passeport et statut', ask('who.noPassport', 'who.statusProof')),
    section('family', 'Family', 'Famille', list('relatives', 'minors')),
    section('visas', 'Applications to come to Canada', 'Demandes pour venir au Canada', list('visas')),
    section('formats', 'Alternative formats', 'Autres formats', list('formats')),
  ],
}

const imm5669: Form = {
  id: 'imm5669',
  version: '2026-11',
  number: 'IMM 5669',
  title: { en: 'Schedule A – Background / Declaration', fr: 'Annexe A – Antécédents / Déclaration' },
  source: { en: 'IMM 5669; Guide 0174, question 27', fr: 'IMM 5669; Guide 0174, question 27' },
  sections: [
    section(
      'past',
      'Background',
      'Antécédents',
      ask('past.convicted', 'past.charged', 'past.detained', 'past.claimRefused', 'past.visaRefused', 'past.removed'),
      ask('past.atrocity', 'past.violence', 'past.armedGroup', 'past.organizedCrime', 'past.illness', 'past.deported'),
      list('detentions'),
    ),
    section('addresses', 'Addresses of ten years', 'Adresses des dix dernières années', list('addresses')),
    section('activities', 'Activities of ten years', 'Activités des dix dernières années', list('activities')),
    section('education', 'Education', 'Scolarité', list('education')),
    section('service', 'Service and organizations', 'Service et organisations', list('service', 'memberships')),
    section('travel', 'Travel', 'Voyages', list('trips')),
    section(
      'declaration',
      'Declaration',
      'Déclaration',
      ask('consent.declared', 'consent.declaredOn', 'consent.interpreted', 'consent.interpreter'),
    ),
  ],
}

const boc: Form = {
  id: 'boc',
  version: '2026-11',
  number: 'RPD.02.01',
  title: { en: 'Basis of Claim Form', fr: 'Formulaire de fondement de la demande d’asile' },
  source: { en: 'RPD Rules, Schedule 1', fr: 'Règles de la SPR, annexe 1' },
  sections: [
    section(
      'who',
      '1 Who the person is',
      '1 Qui est la personne',
      field('familyName', 'givenNames', 'birthDate', 'sex', 'citizenships'),
      ask('who.ethnicGroup', 'who.religion', 'who.languages'),
    ),
    section(
      'why',
      '2 Why the person claims protection',
      '2 Pourquoi la personne demande l’asile',
      field('grounds', 'fearedCountries'),
      list('agents'),
      ask('boc.harmed'),
      list('events'),
      ask('boc.wouldBeHarmed'),
      list('risks'),
      ask('boc.askedHelp', 'boc.movedInside'),
      list('moves'),
      ask('boc.movedAbroad'),
      list('refuges'),
      ask('boc.leftOn', 'boc.whyThen'),
      list('minors'),
      ask('boc.youngChild', 'boc.other'),
      field('narrative'),
    ),
    section('family', '3 Family and earlier claims', '3 Famille et demandes antérieures', list('relatives', 'visas')),
    section(
      'counsel',
      '4–6 Contact, counsel, language',
      '4–6 Coordonnées, conseil, langue',
      field('addressLine', 'addressCity', 'phone', 'email', 'representativeKind', 'representativeName'),
      ask('rep.scope'),
      field('officialLanguage', 'interpreterNeeded', 'spokenLanguage', 'dialect'),
    ),
    section('end', 'Documents and declaration', 'Documents et déclaration', ask('boc.noDocuments', 'boc.signedOn')),
  ],
}

const imm5476: Form = {
  id: 'imm5476',
  version: '2026-11',
  number: 'IMM 5476',
  title: { en: 'Use of a Representative', fr: 'Recours aux services d’un représentant' },
  source: { en: 'IMM 5476', fr: 'IMM 5476' },
  sections: [
    section(
      'representative',
      'Representative',
      'Représentant',
      field('representativeKind', 'representativeName', 'representativeContact', 'representativeBody'),
      field('representativeNumber'),
      ask('rep.relation', 'rep.scope', 'rep.mayReceive', 'rep.cancelled', 'rep.signedOn'),
    ),
  ],
}

const imm0008dep: Form = {
  id: 'imm0008dep',
  version: '2026-11',
  number: 'IMM 0008DEP',
  title: { en: 'Additional Dependants / Declaration', fr: 'Personnes à charge additionnelles / Déclaration' },
  source: { en: 'IMM 0008DEP', fr: 'IMM 0008DEP' },
  sections: [
    section('principal', 'Principal applicant', 'Demandeur principal', field('familyName', 'givenNames', 'birthDate')),
    section('dependants', 'Additional dependants', 'Personnes à charge additionnelles', list('dependants')),
    section(
      'declaration',
      'Declaration',
      'Déclaration',
      ask('consent.declared', 'consent.declaredOn', 'consent.interpreted', 'consent.interpreter'),
    ),
  ],
}

export const forms: readonly Form[] = [imm0008, imm5669, boc, imm5476, imm0008dep]

export const formIds = forms.map(({ id }) => id) as [string, ...string[]]

export const formOf = (id: string): Form | undefined => forms.find((each) => each.id === id)

/** The name that an item has in the address of a page and in a finding: a field, `record.x`, or a list. */
export const itemName = (item: Item): string =>
  'field' in item ? item.field : 'question' in item ? item.question : item.list

/** The name by which a form asks what stands under a register of the record, or a field. */
function nameAsked(name: string): string {
  const register = readRegister(name)
  if (register?.is === 'answer') return register.question
  return register?.is === 'row' || register?.is === 'none' ? register.list : name
}

const asks = ({ sections }: Form, name: string): boolean =>
  sections.some(({ items }) => items.some((item) => itemName(item) === name))

/** The first of these fields and registers that a form does not ask. */
export const notAskedIn = (form: Form, names: readonly string[]): string | undefined =>
  names.find((name) => !asks(form, nameAsked(name)))

/** The forms that ask any of these fields and registers. */
export const formsAsking = (names: readonly string[]): readonly Form[] =>
  forms.filter((form) => names.some((name) => asks(form, nameAsked(name))))

/** The form that asks something, the first that does. */
export const formAsking = (name: string): Form | undefined => forms.find((form) => asks(form, name))
