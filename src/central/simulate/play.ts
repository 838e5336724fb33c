import type { Timers } from '../../shared/ports.ts'
import { addDays } from '../../shared/rules/dates.ts'
import { type Ask, asker } from './ask.ts'
import { familyOf, type Habit, habits, somebody } from './people.ts'
import { drawPicture, pictureFaults } from './picture.ts'
import { type Chance, chanceOf } from './random.ts'

export interface Play {
  /** Address of the central, such as `http://127.0.0.1:8700`. */
  readonly url: string
  readonly credential: string
  readonly office: string
  readonly claims: number
  /** So many of them, spread evenly, send a photo. */
  readonly photos: number
  /** Claims that begin in a second. */
  readonly rate: number
  readonly seed: string
  /** The day on which they file. */
  readonly today: string
  readonly timers: Timers
  /** Milliseconds of any clock that only runs forward. */
  readonly stopwatch: () => number
}

export interface Played {
  claims: number
  /** Of their families, who filed with them: a claim for each. */
  relatives: number
  photos: number
  badPhotos: number
  corrections: number
  /** Of the corrections, those that are a corrected form. */
  forms: number
  evidence: number
  messages: number
  /** Requests that were refused, by code. */
  readonly refused: Map<string, number>
  readonly byHabit: Map<Habit, number>
  /** From the first request of a claim to its number, ms, in the order of filing. */
  readonly times: number[]
}

/** Claims at once at most, whatever the rate: a slow central is not buried. */
const mostAtOnce = 16

/**
 * Plays people at a portal: they save drafts, file, forget things, contradict themselves, come back with corrections and
 * evidence, ask when it will be their turn. The same seed plays the same people, who do the same.
 */
export async function play(given: Play): Promise<Played> {
  const { claims, rate, timers } = given
  const played: Played = {
    ...{ claims: 0, relatives: 0, photos: 0, badPhotos: 0, corrections: 0, forms: 0, evidence: 0, messages: 0 },
    ...{ refused: new Map(), byHabit: new Map(), times: [] },
  }
  const began = given.stopwatch()
  const running = new Set<Promise<void>>()
  for (let i = 0; i < claims; i++) {
    const wait = began + (i * 1000) / rate - given.stopwatch()
    if (wait > 0) await new Promise<void>((resolve) => void timers.after(wait, resolve))
    while (running.size >= mostAtOnce) await Promise.race(running)
    const one = person(given, played, i).finally(() => running.delete(one))
    running.add(one)
  }
  await Promise.all(running)
  return played
}

async function person(given: Play, played: Played, i: number): Promise<void> {
  const { office, claims, photos, seed, today, stopwatch } = given
  const chance = chanceOf(`${seed}/${i}`)
  const habit = chance.pick<Habit>('habit', ['complete', 'complete', ...habits])
  const ask = asker(given, played.refused)
  const began = stopwatch()
  const document = { kind: 'passport', number: `P${chance.between('passport', 1_000_000, 9_999_999)}` }
  const language = chance.pick('language', ['fr', 'en'])
  const opened = await ask<{ account: string }>('POST', '/accounts', {
    reference: `sim.${seed}.${i}`,
    document,
    language,
  })
  if (!opened) return
  const at = `/accounts/${opened.account}`
  const draft = chance.uuid(`draft/${opened.account}`)
  const who = somebody(chance, habit, today)
  // Some stop in the middle and come back.
  if (habit === 'late') await ask('PUT', `${at}/draft`, { draft, form: { person: who.person } })
  await ask('PUT', `${at}/draft`, { draft, form: who })
  // Evenly spread: i of n claims have floor(i * photos / n) photos before them.
  const hasPhoto = Math.floor(((i + 1) * photos) / claims) > Math.floor((i * photos) / claims)
  const photo = hasPhoto ? await pictureOf(ask, at, office, chance, played) : undefined
  const family = familyOf(chance, who, today)
  const people = [{ ...who, ...(photo ? { photo } : {}) }, ...family]
  const filed = await ask<{ claims: { claim: string }[] }>('POST', `${at}/claims`, { draft, office, people })
  const claim = filed?.claims[0]?.claim
  if (!claim) return
  played.claims += 1
  played.relatives += family.length
  played.times.push(stopwatch() - began)
  played.byHabit.set(habit, (played.byHabit.get(habit) ?? 0) + 1)
  await afterwards(ask, `${at}/claims/${claim}`, { chance, habit, today, at, office, played })
}

interface After {
  readonly chance: Chance
  readonly habit: Habit
  readonly today: string
  readonly at: string
  readonly office: string
  readonly played: Played
}

/** What people do once they have filed. */
async function afterwards(ask: Ask, claim: string, { chance, habit, today, at, office, played }: After): Promise<void> {
  if (habit !== 'complete' && chance.is('corrects', 0.6)) {
    const correction = {
      correction: chance.uuid(`correction/${claim}`),
      // Whoever contradicted themselves sends the Basis of Claim Form again; the others mend a single value.
      ...(habit === 'contradictory'
        ? { form: 'boc', record: { 'record.boc.leftOn': addDays(today, -chance.between('left', 400, 900)) } }
        : { person: { birthDate: addDays(today, -chance.between('age', 7000, 24_000)) } }),
      reason: chance.pick('why', ['I forgot it', 'I typed it wrong', 'My cousin filled it in']),
    }
    if (await ask('POST', `${claim}/corrections`, correction)) {
      played.corrections += 1
      if ('form' in correction) played.forms += 1
    }
  }
  if (chance.is('evidence', 0.5)) {
    const scan = drawPicture(chanceOf(chance.uuid('scan')), 'small')
    const file = await ask<{ sha256: string }>('POST', `${at}/files?office=${office}`, scan)
    const item = {
      item: chance.uuid(`item/${claim}`),
      file: { sha256: file?.sha256, name: 'scan.png' },
      kind: chance.pick('kind', ['police_report', 'medical_record', 'witness_statement', 'other']),
      title: chance.pick('title', ['Police report', 'Certificate', 'Letter of a witness', 'Photograph']),
    }
    if (file && (await ask('POST', `${claim}/evidence`, item))) played.evidence += 1
  }
  if (chance.is('asks', 0.3)) {
    const message = {
      message: chance.uuid(`message/${claim}`),
      subject: chance.pick('subject', ['When is my turn?', 'Mon adresse', 'Permis de travail']),
      text: chance.pick('text', ['Please tell me when I have my interview.', 'Je déménage le mois prochain.']),
    }
    if (await ask('POST', `${claim}/messages`, message)) played.messages += 1
  }
  await ask('GET', claim)
}

async function pictureOf(ask: Ask, at: string, office: string, chance: Chance, played: Played) {
  const fault = chance.is('bad', 0.35) ? chance.pick('fault', pictureFaults) : undefined
  const file = await ask<{ sha256: string }>('POST', `${at}/files?office=${office}`, drawPicture(chance, fault))
  if (!file) return undefined
  played.photos += 1
  if (fault) played.badPhotos += 1
  return { item: chance.uuid('photo'), file: { sha256: file.sha256, name: 'me.png' } }
}

/** What was played, as lines to read. */
export function report(played: Played, seconds: number): string[] {
  const sorted = played.times.toSorted((a, b) => a - b)
  const quantile = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  const { claims, relatives, photos, badPhotos, corrections, forms, evidence, messages } = played
  const counts = { claims, relatives, photos, badPhotos, corrections, forms, evidence, messages }
  return [
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join('  '),
    `habits  ${[...played.byHabit]
      .sort()
      .map(([habit, count]) => `${habit} ${count}`)
      .join('  ')}`,
    `refused  ${
      [...played.refused]
        .sort()
        .map(([code, count]) => `${code} ${count}`)
        .join('  ') || 'none'
    }`,
    `from account to number: p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms; ${(claims / Math.max(seconds, 0.001)).toFixed(1)} claims/s`,
  ]
}
