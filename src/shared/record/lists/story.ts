import { choice, choices, country, explained, line, rowOf, say, when, words } from '../answer.ts'
import * as o from '../options.ts'
import { type List, span } from './list.ts'

/** What the claim rests on: whom the person fears, what happened, what they fear today, where else they went. */
export const storyLists = {
  agents: {
    title: say('Agents of harm', 'Agents de préjudice'),
    one: say('Agent of harm', 'Agent de préjudice'),
    none: say('Asked: cannot name anybody', 'Demandé : ne peut nommer personne'),
    needed: ['kind'],
    columns: {
      kind: choice('Kind', 'Nature', o.agentKinds),
      name: line('Name, group or description', 'Nom, groupe ou description'),
      country: country('Country', 'Pays'),
      reach: line('Power and reach', 'Pouvoir et portée', 500),
    },
  },
  events: {
    title: say('What happened, in order', 'Ce qui s’est passé, dans l’ordre'),
    one: say('Event', 'Événement'),
    none: say('Asked: nothing happened in the past', 'Demandé : rien dans le passé'),
    needed: ['on', 'kind', 'what'],
    columns: {
      on: when('Date', 'Date'),
      until: when('Until', 'Jusqu’au'),
      kind: choice('Kind', 'Nature', o.harmKinds),
      place: line('Place', 'Lieu'),
      country: country('Country', 'Pays'),
      agent: rowOf('agents', 'By whom', 'Par qui'),
      grounds: choices('Because of', 'En raison de', o.groundOptions),
      what: words('What happened', 'Ce qui s’est passé', 5000),
      persons: line('Other persons named', 'Autres personnes nommées', 500),
    },
  },
  risks: {
    title: say('What the person fears today', 'Ce que la personne craint aujourd’hui'),
    one: say('Threat', 'Menace'),
    none: say('Asked: fears nothing', 'Demandé : ne craint rien'),
    needed: ['what', 'country'],
    columns: {
      what: words('Harm feared', 'Préjudice craint', 2000),
      country: country('Country', 'Pays'),
      agent: rowOf('agents', 'From whom', 'De la part de qui'),
      grounds: choices('Because of', 'En raison de', o.groundOptions),
      protection: words(
        'Protection asked for, and how it failed',
        'Protection demandée, et comment elle a échoué',
        3000,
      ),
      return: words('Why the person cannot go back', 'Pourquoi la personne ne peut y retourner', 3000),
    },
  },
  moves: {
    title: say('Moves inside the country', 'Déplacements à l’intérieur du pays'),
    one: say('Move', 'Déplacement'),
    none: say('Asked: did not move', 'Demandé : ne s’est pas déplacé'),
    needed: ['place', 'country'],
    columns: {
      ...span,
      place: line('Place', 'Lieu'),
      country: country('Country', 'Pays'),
      result: words('What happened there', 'Ce qui s’y est passé', 2000),
    },
  },
  refuges: {
    title: say('Other countries gone to', 'Autres pays où la personne est allée'),
    one: say('Country', 'Pays'),
    none: say('Asked: no other country', 'Demandé : aucun autre pays'),
    needed: ['country', 'claimed'],
    columns: {
      ...span,
      country: country('Country', 'Pays'),
      claimed: explained('Claimed protection there? If not, why', 'Y a demandé l’asile? Sinon, pourquoi', 'no'),
    },
  },
  minors: {
    title: say('Children under 18 who came along', 'Enfants de moins de 18 ans qui accompagnent'),
    one: say('Child', 'Enfant'),
    none: say('Asked: no child came along', 'Demandé : aucun enfant'),
    needed: ['name', 'birthDate', 'relation'],
    columns: {
      name: line('Name', 'Nom'),
      birthDate: when('Date of birth', 'Date de naissance'),
      relation: line('Relation to the person', 'Lien avec la personne', 100),
      otherParent: line('Where the other parent is', 'Où se trouve l’autre parent'),
      consent: explained(
        'Papers that allow the travel? If not, why',
        'Documents autorisant le voyage? Sinon, pourquoi',
        'both',
      ),
    },
  },
} as const satisfies Readonly<Record<string, List>>
