import { dayOf, isoOf } from './days.ts'
import type { Draw } from './draw.ts'
import type { DemoPerson, DemoTravelDocument } from './people.ts'

/** The same person, who came on another day: births and papers move along, so that ages and portraits still fit. */
export function arrivedOn(person: DemoPerson, claimDate: string): DemoPerson {
  const days = dayOf(claimDate) - dayOf(person.claim.claimDate ?? claimDate)
  const { birthDate } = person.person
  return {
    ...person,
    person: { ...person.person, ...(birthDate ? { birthDate: later(birthDate, days) } : {}) },
    document: person.document && movedPaper(person.document, days),
  }
}

const movedPaper = (document: DemoTravelDocument, days: number): DemoTravelDocument => ({
  ...document,
  issuedOn: later(document.issuedOn, days),
  expiresOn: later(document.expiresOn, days),
})

/** A full or partial date, some days later, as exact as before. A birth recorded as the first of January stays one. */
function later(date: string, days: number): string {
  if (date.length < 10) return later(`${date}-01-01`.slice(0, 10), days).slice(0, date.length)
  const moved = isoOf(dayOf(date) + days)
  return date.endsWith('-01-01') ? `${moved.slice(0, 4)}-01-01` : moved
}

/** The same person again, as another officer heard the name: same birth, same passport, other letters. */
export function twinOf(draw: Draw, earlier: DemoPerson, now: DemoPerson): DemoPerson {
  const familyName = respelled(draw, earlier.person.familyName ?? '')
  return {
    ...now,
    person: { ...earlier.person, familyName },
    // Half of them have lost the passport since.
    document: draw.chance(0.5) ? earlier.document : null,
    claim: { ...now.claim, spokenLanguage: earlier.claim.spokenLanguage ?? 'en' },
    portrait: earlier.portrait,
    age: earlier.age,
    name: earlier.name,
  }
}

/** Spellings that sound alike; where none fits, a doubled letter. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/ou/i, 'u'],
  [/ee/i, 'i'],
  [/kh/i, 'h'],
  [/ph/i, 'f'],
  [/c(?=[aou])/, 'k'],
  [/v/, 'w'],
  [/y/, 'i'],
  [/z/, 's'],
  [/i(?=.)/, 'y'],
]

function respelled(draw: Draw, name: string): string {
  const fitting = alike.filter(([sound]) => sound.test(name))
  if (fitting.length === 0) return name.replace(/([a-z])(?=.$)/, '$1$1')
  const [sound, letters] = draw.pick(fitting)
  return name.replace(sound, letters)
}
