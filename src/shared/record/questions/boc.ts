import { day, explained, type Question, words } from '../answer.ts'

/** The questions of the Basis of Claim Form (RPD Rules, Schedule 1) that are no list. The story itself is `narrative`. */
export const bocQuestions = {
  'boc.harmed': explained(
    '2(a) Was the person, or anybody close, ever harmed, mistreated or threatened?',
    '2a) La personne, ou un proche, a-t-elle déjà subi un préjudice, des mauvais traitements ou des menaces?',
  ),
  'boc.wouldBeHarmed': explained(
    '2(b) Would the person be harmed, mistreated or threatened on going back today?',
    '2b) La personne subirait-elle un préjudice, des mauvais traitements ou des menaces en y retournant aujourd’hui?',
  ),
  'boc.askedHelp': explained(
    '2(c) Did the person ask any authority for protection? What came of it, or why not?',
    '2c) La personne a-t-elle demandé la protection d’une autorité? Avec quel résultat, ou pourquoi pas?',
    'both',
  ),
  'boc.movedInside': explained(
    '2(d) Did the person move to another part of the country to be safe? What came of it, or why not?',
    '2d) La personne s’est-elle installée ailleurs dans le pays pour être en sécurité? Avec quel résultat, ou pourquoi pas?',
    'both',
  ),
  'boc.movedAbroad': explained(
    '2(e) Did the person go to another country (not Canada) to be safe?',
    '2e) La personne s’est-elle rendue dans un autre pays (que le Canada) pour être en sécurité?',
  ),
  'boc.leftOn': { ...day('2(f) Left the country on', '2f) A quitté le pays le'), answer: { as: 'date' } },
  'boc.whyThen': words(
    '2(f) Why then, and not before or after',
    '2f) Pourquoi à ce moment, et non avant ou après',
    3000,
  ),
  'boc.youngChild': explained(
    '2(h) A child of 6 years or less in the claim: what that child would face',
    '2h) Enfant de 6 ans ou moins dans la demande : ce que cet enfant subirait',
  ),
  'boc.other': words('2(i) Anything else', '2i) Autre chose à ajouter', 5000),
  'boc.noDocuments': words(
    'No documents that support the claim: why, and what was done to obtain them',
    'Aucun document à l’appui de la demande : pourquoi, et démarches pour en obtenir',
    3000,
  ),
  'boc.signedOn': day('Basis of Claim Form signed on', 'Formulaire FDA signé le'),
} as const satisfies Readonly<Record<string, Question>>
