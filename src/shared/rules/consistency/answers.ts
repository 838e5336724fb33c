import { formAsking } from '../../forms/forms.ts'
import { countryName } from '../../mrz/states.ts'
import { foldName } from '../../names/index.ts'
import type { Explained } from '../../record/answer.ts'
import { type ListName, listOf } from '../../record/lists.ts'
import { type QuestionId, questionOf } from '../../record/questions.ts'
import type { Row } from '../../record/record.ts'
import { rpdRule, serviceStandard } from '../citation.ts'
import { type Finding, inForm, inStep, type Place, type RecordInput, type Rule } from '../finding.ts'

/** Answers that say no to what another part of the record says, and persons who are named but not described. */

interface Denial {
  readonly question: QuestionId
  /** What the rest of the record shows; undefined where nothing does. */
  readonly shown: (input: RecordInput) => Place | undefined
}

const rowPlace = (list: ListName, row: Row | undefined): Place | undefined =>
  row && inForm(formAsking(list)?.id ?? 'boc', list, row.id)

const denials: readonly Denial[] = [
  { question: 'past.detained', shown: ({ record }) => rowPlace('detentions', record.rows.detentions[0]) },
  {
    question: 'past.claimRefused',
    shown: ({ claim }) =>
      claim.earlierClaims?.some(({ outcome }) => outcome === 'rejected') ? inStep('background') : undefined,
  },
  {
    question: 'past.visaRefused',
    shown: ({ record }) =>
      rowPlace(
        'visas',
        record.rows.visas.find(({ values }) => values.outcome === 'refused'),
      ),
  },
  {
    question: 'past.armedGroup',
    shown: ({ record }) =>
      rowPlace(
        'memberships',
        record.rows.memberships.find(({ values }) => values.kind === 'armed'),
      ),
  },
  { question: 'boc.harmed', shown: ({ record }) => rowPlace('events', record.rows.events[0]) },
  { question: 'boc.wouldBeHarmed', shown: ({ record }) => rowPlace('risks', record.rows.risks[0]) },
  { question: 'boc.movedInside', shown: ({ record }) => rowPlace('moves', record.rows.moves[0]) },
  { question: 'boc.movedAbroad', shown: ({ record }) => rowPlace('refuges', record.rows.refuges[0]) },
]

export const denied: Rule = (input) =>
  denials.flatMap(({ question, shown }): Finding[] => {
    const answer = input.record.answers[question] as Explained | undefined
    const against = answer?.yes === false ? shown(input) : undefined
    if (!against) return []
    const { text } = questionOf(question)
    return [
      {
        rule: 'denied',
        key: `denied.${question}`,
        severity: 'serious',
        message: {
          en: `Answered “no”, but the record says otherwise: ${text.en}`,
          fr: `Réponse «\u00a0non\u00a0», mais le dossier indique le contraire\u00a0: ${text.fr}`,
        },
        at: inForm(formAsking(question)?.id ?? 'imm5669', question),
        against,
        citation: formAsking(question)?.source ?? serviceStandard,
        ask: { en: 'Ask which of the two is right.', fr: 'Demandez lequel des deux est exact.' },
        facts: [answer, against],
      },
    ]
  })

/** A country that is feared and of which no threat speaks, and a threat from a country that is not feared. */
export const fearWithoutThreat: Rule = ({ claim, record }) => {
  if (record.rows.risks.length === 0) return []
  const told = new Set(record.rows.risks.map(({ values }) => values.country))
  return (claim.fearedCountries ?? [])
    .filter((code) => !told.has(code))
    .map((code) => ({
      rule: 'fear_without_threat',
      key: `fear_without_threat.${code}`,
      severity: 'look',
      message: {
        en: `${countryName(code, 'en')} is a feared country, but no threat speaks of it.`,
        fr: `${countryName(code, 'fr')} est un pays de crainte, mais aucune menace n’en parle.`,
      },
      at: inForm('boc', 'risks'),
      against: inStep('grounds'),
      citation: { en: 'RPD Rules, Schedule 1, item 2', fr: 'Règles de la SPR, annexe 1, article 2' },
      ask: { en: 'Ask what the person fears there.', fr: 'Demandez ce que la personne y craint.' },
      facts: [code, [...told]],
    }))
}

/** Persons who are named where something happened and of whom nothing else is said; a spouse who is not among the relatives. */
export const namedNotDescribed: Rule = ({ record: { rows, answers } }) => {
  const described = [...rows.relatives, ...rows.dependants, ...rows.agents, ...rows.minors].flatMap(({ values }) =>
    [values.name, values.familyName, values.givenNames].filter((name) => typeof name === 'string').map(foldName),
  )
  const known = (name: string) =>
    described.some((each) => each && (foldName(name).includes(each) || each.includes(foldName(name))))
  const named = rows.events.flatMap((event) =>
    String(event.values.persons ?? '')
      .split(/[,;\n]| and | et /)
      .map((name) => name.trim())
      .filter((name) => name.length > 1 && !known(name))
      .map(
        (name): Finding => ({
          rule: 'named_not_described',
          key: `named_not_described.${event.id}.${foldName(name).slice(0, 20)}`,
          severity: 'look',
          message: {
            en: `${name} is named in an event; nothing else says who that is.`,
            fr: `${name} est nommé dans un événement; rien d’autre n’indique de qui il s’agit.`,
          },
          at: inForm('boc', 'events', event.id),
          against: inForm('boc', 'relatives'),
          citation: rpdRule('6'),
          ask: { en: `Ask who ${name} is to the person.`, fr: `Demandez qui est ${name} pour la personne.` },
          facts: name,
        }),
      ),
  )
  const married = ['married', 'common_law'].includes(String(answers['who.maritalStatus']))
  const spouse = rows.relatives.some(({ values }) => values.relation === 'spouse' || values.relation === 'common_law')
  return [
    ...named,
    ...(married && !spouse
      ? [
          {
            rule: 'spouse_not_described',
            key: 'spouse_not_described',
            severity: 'look' as const,
            message: {
              en: 'The person has a spouse or partner, who is not among the relatives.',
              fr: 'La personne a un conjoint, qui ne figure pas parmi la parenté.',
            },
            at: inForm('boc', 'relatives'),
            against: inForm('imm0008', 'who.maritalStatus'),
            citation: rpdRule('6'),
            ask: {
              en: 'Ask for the spouse’s name, birth and residence.',
              fr: 'Demandez le nom, la naissance et la résidence du conjoint.',
            },
            facts: answers['who.maritalStatus'],
          },
        ]
      : []),
    ...rows.minors
      .filter(({ values }) => values.name && !rows.relatives.some((row) => known2(row, String(values.name))))
      .map(
        (row): Finding => ({
          rule: 'child_not_described',
          key: `child_not_described.${row.id}`,
          severity: 'note',
          message: {
            en: `${row.values.name} came along and is not among the relatives.`,
            fr: `${row.values.name} accompagne la personne et ne figure pas parmi la parenté.`,
          },
          at: inForm('imm0008', 'relatives'),
          against: inForm('imm0008', 'minors', row.id),
          citation: rpdRule('6'),
          ask: {
            en: `Ask how ${listOf('minors').one.en.toLowerCase()} and person are related.`,
            fr: 'Demandez le lien de parenté.',
          },
          facts: row.values,
        }),
      ),
  ]
}

const known2 = ({ values }: Row, name: string): boolean => {
  const given = foldName(String(values.givenNames ?? values.familyName ?? ''))
  return given !== '' && foldName(name).includes(given)
}
