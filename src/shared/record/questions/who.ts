import { choice, day, explained, line, type Question, say, words, yesNo } from '../answer.ts'
import { maritalStates } from '../options.ts'

/** Questions about the person, the representative and the needs, beside the fields that a document bears. */
export const whoQuestions = {
  'who.maritalStatus': choice('Marital status', 'État matrimonial', maritalStates),
  'who.marriedOn': day('Married, or living together since', 'Marié ou vivant ensemble depuis'),
  'who.ethnicGroup': line('Ethnic group or tribe', 'Groupe ethnique ou tribu'),
  'who.religion': line('Religion or sect', 'Religion ou confession'),
  'who.languages': line('Languages and dialects spoken', 'Langues et dialectes parlés'),
  'who.heightCm': { text: say('Height in cm', 'Taille en cm'), answer: { as: 'number', min: 30, max: 250 } },
  'who.eyes': line('Colour of the eyes', 'Couleur des yeux', 40),
  'who.citizenshipHow': words(
    'How and when each citizenship was acquired, and whether it still holds',
    'Comment et quand chaque citoyenneté a été acquise, et si elle est encore valable',
    2000,
  ),
  'who.noPassport': words(
    'No passport or travel document, because …',
    'Aucun passeport ni titre de voyage, parce que …',
    2000,
  ),
  'who.statusProof': {
    ...words(
      'Proof of status or of entry: which, or why there is none',
      'Preuve du statut ou de l’entrée : laquelle, ou pourquoi il n’y en a pas',
      2000,
    ),
    help: say('For a claim made inside Canada', 'Pour une demande présentée au Canada'),
  },
  'rep.signedOn': day('IMM 5476 signed on', 'IMM 5476 signé le'),
  'rep.mayReceive': yesNo('May receive information on the case', 'Peut recevoir des renseignements sur le dossier'),
  'rep.relation': line('Unpaid: relation to the person', 'Non rémunéré : lien avec la personne', 100),
  'rep.scope': line('For which proceedings', 'Pour quelles procédures', 200),
  'rep.cancelled': yesNo('An earlier appointment is cancelled', 'Une désignation antérieure est annulée'),
  'consent.declared': explained(
    'Declares that the answers are complete, true and correct',
    'Déclare que les réponses sont complètes, véridiques et exactes',
    'no',
  ),
  'consent.declaredOn': day('Declared on', 'Déclaré le'),
  'consent.interpreted': yesNo('Interpreted to the person', 'Interprété à la personne'),
  'consent.interpreter': line('Interpreter', 'Interprète'),
} as const satisfies Readonly<Record<string, Question>>
