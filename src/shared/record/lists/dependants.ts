import { choice, country, day, line, say, when, yesNo } from '../answer.ts'
import * as o from '../options.ts'
import type { List } from './list.ts'

/** The dependants whom the IMM 0008 has no room for, with what the IMM 0008DEP asks of each. */
export const dependantLists = {
  dependants: {
    title: say('Dependants', 'Personnes à charge'),
    one: say('Dependant', 'Personne à charge'),
    none: say('Asked: no other dependants', 'Demandé\u00a0: aucune autre personne à charge'),
    needed: ['relation', 'familyName', 'birthDate', 'birthCountry', 'citizenship', 'residence', 'comesAlong'],
    columns: {
      relation: choice('Relation to the person', 'Lien avec la personne', o.dependantRelations),
      familyName: line('Family name', 'Nom de famille'),
      givenNames: line('Given names', 'Prénoms'),
      otherNames: line('Other names used', 'Autres noms utilisés'),
      sex: choice('Sex', 'Sexe', o.sexes),
      birthDate: when('Date of birth', 'Date de naissance'),
      birthPlace: line('Place of birth', 'Lieu de naissance', 100),
      birthCountry: country('Country of birth', 'Pays de naissance'),
      citizenship: country('Citizenship', 'Citoyenneté'),
      otherCitizenship: country('Other citizenship', 'Autre citoyenneté'),
      maritalStatus: choice('Marital status', 'État matrimonial', o.maritalStates),
      marriedOn: day('Married, or living together since', 'Mariée ou vivant en union depuis'),
      residence: country('Lives in', 'Réside en'),
      status: line('Status there', 'Statut à cet endroit', 100),
      statusFrom: when('With this status since', 'Avec ce statut depuis'),
      comesAlong: yesNo('Is in Canada or comes along', 'Est au Canada ou accompagne la personne'),
      passport: line('Passport or travel document number', 'Numéro du passeport ou titre de voyage', 50),
      passportCountry: country('Issued by', 'Délivré par'),
      passportExpires: { text: say('Valid until', 'Valide jusqu’au'), answer: { as: 'day' } },
      identity: line('National identity document number', 'Numéro de la pièce d’identité nationale', 50),
      language: { text: say('Native language', 'Langue maternelle'), answer: { as: 'language' } },
      speaks: choice('Speaks', 'Parle', o.officialLanguages),
      education: choice('Highest level of education', 'Plus haut niveau de scolarité', o.schoolLevels),
      occupation: line('Occupation now', 'Profession actuelle'),
      heightCm: { text: say('Height in cm', 'Taille en cm'), answer: { as: 'number', min: 30, max: 250 } },
      eyes: line('Colour of the eyes', 'Couleur des yeux', 40),
    },
  },
} as const satisfies Readonly<Record<string, List>>
