import { agree } from '../../domain/alert.ts'
import { formAsking } from '../../forms/forms.ts'
import { countryName } from '../../mrz/states.ts'
import { type ListName, listNames, listOf } from '../../record/lists.ts'
import type { Row } from '../../record/record.ts'
import { rpdRule } from '../citation.ts'
import { type Finding, inForm, inStep, type Place, type Rule } from '../finding.ts'
import { monthOf, spanOf } from '../months.ts'

/** Dates that cannot all be right. A partial date contradicts only what it certainly excludes. */

/** Certainly later: what both dates say decides, since the day that a shorter one means may be any within it. */
export const isAfter = (a: string, b: string): boolean => {
  const said = Math.min(a.length, b.length)
  return a.slice(0, said) > b.slice(0, said)
}

const truthful = {
  en: 'IRPA, s. 16(1), 100(1.1): the person must answer truthfully',
  fr: 'LIPR, par. 16(1), 100(1.1)\u00a0: la personne doit répondre véridiquement',
}
const askDates = {
  en: 'Ask which of the two is right, and how the person knows.',
  fr: 'Demandez laquelle des deux est exacte et comment la personne le sait.',
}

const dateOf = (row: Row, column: string): string | undefined => row.values[column] as string | undefined
const place = (list: ListName, row: Row): Place => inForm(formAsking(list)?.id ?? 'boc', list, row.id)
const started = ['from', 'on'] as const
const ended = ['to', 'until'] as const

type Said = Pick<Finding, 'rule' | 'key' | 'message' | 'at' | 'facts'> & Partial<Finding>
const contradiction = (said: Said): Finding => ({ severity: 'serious', citation: truthful, ask: askDates, ...said })

/** Every row: it ends after it begins, begins after the birth, and not tomorrow. */
export const rowDates: Rule = ({ person, record, today }) =>
  listNames.flatMap((list) => record.rows[list].flatMap((row) => ofRow(list, row, person.birthDate, today)))

function ofRow(list: ListName, row: Row, birth: string | undefined, today: string): Finding[] {
  const { one } = listOf(list)
  const from = started.map((column) => dateOf(row, column)).find(Boolean)
  const to = ended.map((column) => dateOf(row, column)).find(Boolean)
  const found: Finding[] = []
  const add = (rule: string, en: string, fr: string, facts: unknown) =>
    found.push(
      contradiction({
        rule,
        key: `${rule}.${row.id}`,
        message: { en: `${one.en}: ${en}`, fr: `${one.fr}\u00a0: ${fr}` },
        at: place(list, row),
        facts,
      }),
    )
  if (from && to && isAfter(from, to))
    add(
      'ends_before_it_begins',
      `it ends on ${to}, before it begins on ${from}.`,
      `se termine le ${to}, avant de commencer le ${from}.`,
      [from, to],
    )
  if (from && birth && isAfter(birth, from))
    add('before_birth', `${from} lies before the birth on ${birth}.`, `le ${from} précède la naissance, le ${birth}.`, [
      from,
      birth,
    ])
  if (from && isAfter(from, today))
    add('in_future', `${from} lies in the future.`, `le ${from} est dans le futur.`, [from, today])
  return found
}

/** Two trips at the same time in different countries. */
export const tripsOverlap: Rule = ({ record: { rows } }) =>
  rows.trips.flatMap((trip, at) =>
    rows.trips.slice(at + 1).flatMap((other): Finding[] => {
      const [a, b] = [dateOf(trip, 'to'), dateOf(other, 'from')]
      if (!a || !b || !isAfter(a, b) || trip.values.country === other.values.country) return []
      // A trip may lie within another one.
      const end = dateOf(other, 'to')
      if (end && !isAfter(end, a)) return []
      return [
        contradiction({
          rule: 'trips_overlap',
          key: `trips_overlap.${trip.id}.${other.id}`,
          message: {
            en: `A trip lasts until ${a}, and another one to a different country begins on ${b}.`,
            fr: `Un voyage dure jusqu’au ${a}, et un autre vers un pays différent commence le ${b}.`,
          },
          at: place('trips', other),
          against: place('trips', trip),
          facts: [a, b, trip.values.country, other.values.country],
        }),
      ]
    }),
  )

/** An event in a country in which, by the addresses and trips, the person was not at that time. */
export const eventElsewhere: Rule = ({ record: { rows }, today }) =>
  rows.events.flatMap((event): Finding[] => {
    const on = dateOf(event, 'on')
    const where = event.values.country as string | undefined
    if (!on || on.length < 7 || !where) return []
    const there = [...rows.addresses, ...rows.trips].filter((row) => {
      const span = spanOf(dateOf(row, 'from'), dateOf(row, 'to'), today)
      return span && span.from <= monthOf(on) && monthOf(on) <= span.to && row.values.country
    })
    const [first] = there
    if (!first || there.some((row) => row.values.country === where)) return []
    const home = String(first.values.country)
    return [
      contradiction({
        rule: 'event_elsewhere',
        key: `event_elsewhere.${event.id}`,
        severity: 'look',
        message: {
          en: `An event of ${on} is placed in ${countryName(where, 'en')}; by addresses and trips the person was in ${countryName(home, 'en')}.`,
          fr: `Un événement du ${on} est situé en ${countryName(where, 'fr')}; selon les adresses et les voyages, la personne était en ${countryName(home, 'fr')}.`,
        },
        at: place('events', event),
        against: place('addresses', first),
        facts: [on, where, there.map(({ id, values }) => [id, values.from, values.to, values.country])],
      }),
    ]
  })

/** An address or an activity in Canada before the first entry. */
export const inCanadaBeforeEntry: Rule = ({ claim, record: { rows } }) => {
  const first = claim.entries?.map(({ date }) => date).sort()[0]
  if (!first) return []
  return (['addresses', 'activities'] as const).flatMap((list) =>
    rows[list]
      .filter((row) => row.values.country === 'CAN' && dateOf(row, 'from') && isAfter(first, dateOf(row, 'from') ?? ''))
      .map((row) =>
        contradiction({
          rule: 'in_canada_before_entry',
          key: `in_canada_before_entry.${row.id}`,
          message: {
            en: `${listOf(list).one.en} in Canada since ${row.values.from}, but the first entry is of ${first}.`,
            fr: `${listOf(list).one.fr} au Canada depuis ${row.values.from}, mais la première entrée est du ${first}.`,
          },
          at: place(list, row),
          against: inStep('entry'),
          facts: [row.values.from, first],
        }),
      ),
  )
}

/** The day on which the person left, against the route and the entries. */
export const departure: Rule = ({ claim, record }) => {
  const left = record.answers['boc.leftOn'] as string | undefined
  if (!left) return []
  const leg = claim.route?.find((each) => each.left)?.left
  const last = claim.entries
    ?.map(({ date }) => date)
    .sort()
    .at(-1)
  const at = inForm('boc', 'boc.leftOn')
  return [
    ...(leg && !agree(leg, left)
      ? [
          contradiction({
            rule: 'departure_route',
            key: 'departure_route',
            message: {
              en: `The person left on ${left}, but the first leg of the route begins on ${leg}.`,
              fr: `La personne est partie le ${left}, mais le premier trajet de l’itinéraire commence le ${leg}.`,
            },
            at,
            against: inStep('journey'),
            facts: [left, leg],
          }),
        ]
      : []),
    ...(last && isAfter(left, last)
      ? [
          contradiction({
            rule: 'departure_after_entry',
            key: 'departure_after_entry',
            message: {
              en: `The person left on ${left}, after the last entry into Canada on ${last}.`,
              fr: `La personne est partie le ${left}, après la dernière entrée au Canada le ${last}.`,
            },
            at,
            against: inStep('entry'),
            facts: [left, last],
          }),
        ]
      : []),
  ]
}

/** A trip to Canada of the travel history that no entry (a stamp, a record) matches, and the other way round. */
export const stamps: Rule = ({ claim, record: { rows } }) => {
  const trips = rows.trips.filter((row) => row.values.country === 'CAN' && dateOf(row, 'from'))
  const entries = claim.entries?.map(({ date }) => date) ?? []
  if (trips.length === 0 || entries.length === 0) return []
  return trips
    .filter((trip) => !entries.some((date) => near(dateOf(trip, 'from') ?? '', date)))
    .map((trip) =>
      contradiction({
        rule: 'trip_without_entry',
        key: `trip_without_entry.${trip.id}`,
        severity: 'look',
        message: {
          en: `The travel history has a trip to Canada on ${trip.values.from}; no entry is recorded then.`,
          fr: `L’historique indique un voyage au Canada le ${trip.values.from}; aucune entrée n’est consignée à cette date.`,
        },
        at: place('trips', trip),
        against: inStep('entry'),
        citation: rpdRule('7(3)'),
        facts: [trip.values.from, entries],
      }),
    )
}

/** Whoever leaves on one day may arrive on the next. */
const near = (left: string, entered: string): boolean => {
  if (left.length < 10) return agree(left, entered)
  const days = (Date.parse(entered) - Date.parse(left)) / 86_400_000
  return days >= 0 && days <= 3
}
