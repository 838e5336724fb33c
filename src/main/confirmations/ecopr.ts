import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { eyeColourOf } from '../../shared/cards/order-row.ts'
import type { ResidenceData } from '../../shared/documents/residence-data.ts'
import { cardAddress, withoutEffect } from '../../shared/domain/confirmation/facts.ts'
import { objection } from '../../shared/domain/confirmation/table.ts'
import { groupClientId } from '../../shared/domain/numbers.ts'
import { maritalStatuses, maritalWords } from '../../shared/domain/residence-words.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays, dayRange, reachesAge } from '../../shared/rules/index.ts'
import { type Officer, today } from '../claims/tools.ts'
import { printedCountryOf } from '../documents/holder.ts'
import { type PaperTools, signerIn } from '../documents/rendering.ts'
import { signingOf } from '../documents/sealing.ts'
import { officeOf, settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { acceptedPicture } from './cards/candidates.ts'
import { type Confirmation, findConfirmation } from './rows.ts'
import { append, send } from './say.ts'
import { onConfirmation } from './work.ts'

/** The electronic confirmation of permanent residence: made once, kept, and given again as the same bytes. */

/**
 * Issues the confirmation and makes it available in the portal. Fails with what the state table says; with
 * `confirmations.check_again` where inadmissibility was checked on an earlier day and the officer does not say that it was
 * checked again now; and with what the layout refuses. The passport was compared when residence was confirmed.
 */
export async function issueEcopr(
  tools: PaperTools,
  officer: Officer,
  wish: { readonly confirmationId: Uuid; readonly checkedNow: boolean },
): Promise<Result<null>> {
  const found = findConfirmation(tools.store, wish.confirmationId)
  if (!found.ok) return found
  const on = today(tools)
  const against = objection(found.value.state, 'issue_ecopr')
  if (against) return fail(against)
  if (found.value.facts.residence?.on !== on && !wish.checkedNow) return fail('confirmations.check_again')
  const portrait = await portraitOf(tools, found.value)
  if (!portrait.ok) return portrait
  const data = paperData(tools, officer, found.value, on, portrait.value)
  const made = await tools.drawing.draw({
    paper: { kind: 'residence', data },
    portrait: portrait.value,
    specimen: tools.specimen,
    signer: signerIn(signingOf(tools, on)),
  })
  if (!made.ok) return made
  const pdf = tools.store.blobs.put(made.value.pdf)
  if (!pdf.ok) return pdf
  return onConfirmation(tools, officer, wish.confirmationId, 'issue_ecopr', (tx, person) => {
    // What is printed must be what holds now: the clock's day and the instant of issue apart.
    if (JSON.stringify(person.facts) !== JSON.stringify(found.value.facts)) return fail('confirmations.changed')
    const { seal } = made.value
    const { event } = person.facts.ecopr
    append(
      tx,
      person.id,
      'confirmation.ecopr_issued',
      {
        on,
        number: data.documentNumber,
        language: 'both',
        pdf: pdf.value,
        ...(seal ? { seals: [Buffer.from(seal).toString('base64')] } : {}),
        availableUntil: addDays(on, settingsOf(tx).ecoprDays),
      },
      [...(event ? [event] : []), ...withoutEffect(person.facts, 'confirmation.ecopr_issued')],
    )
    send(tx, person, { message: 'ecopr_available', key: `ecopr ${data.documentNumber}`, on })
    return ok(null)
  })
}

/** Available again, or longer: for so many days from today. */
export function renewEcopr(tools: PaperTools, officer: Officer, id: Uuid): Result<null> {
  return onConfirmation(tools, officer, id, 'renew_ecopr', (tx, person, on) => {
    const availableUntil = addDays(on, settingsOf(tx).ecoprDays)
    append(tx, id, 'confirmation.ecopr_renewed', { on, availableUntil })
    send(tx, person, { message: 'ecopr_available', key: `ecopr ${person.facts.ecopr.number} ${availableUntil}`, on })
    return ok(null)
  })
}

/** Its number holds no longer, here at once and elsewhere with the next trust bundle. */
export function withdrawEcopr(tools: PaperTools, officer: Officer, id: Uuid, reason: string): Result<null> {
  return onConfirmation(tools, officer, id, 'withdraw_ecopr', (tx, { facts }, on) => {
    const { number = '', event } = facts.ecopr
    append(tx, id, 'confirmation.ecopr_withdrawn', { on, number, reason }, event ? [event] : [])
    return ok(null)
  })
}

/** The paper as it was issued, handed over at the counter: noted as such. */
export function takeEcopr(tools: PaperTools, officer: Officer, id: Uuid): Result<{ pdf: Uint8Array; number: string }> {
  const found = findConfirmation(tools.store, id)
  if (!found.ok) return found
  const { pdf: digest, number = '' } = found.value.facts.ecopr
  const against = objection(found.value.state, 'download_ecopr')
  if (against || !digest) return fail(against ?? 'confirmations.ecopr')
  const pdf = tools.store.blobs.get(digest)
  if (!pdf.ok) return pdf
  const noted = onConfirmation(tools, officer, id, 'download_ecopr', (tx, _person, on) => {
    append(tx, id, 'confirmation.ecopr_downloaded', { on, via: 'counter' })
    return ok(null)
  })
  return noted.ok ? ok({ pdf: pdf.value, number }) : noted
}

/** `T`, the client ID, and which confirmation of this person it is: unique without a block of numbers. */
function nextNumber(reader: Reader, { id, facts }: Confirmation): string {
  const given = reader.all(query.selectFrom('ecopr').select('number').where('confirmation', '=', id)).length
  return `T${facts.identity.clientId}${String(given + 1).padStart(2, '0')}`
}

function paperData(
  tools: PaperTools,
  officer: Officer,
  person: Confirmation,
  on: string,
  portrait: Uint8Array | undefined,
): ResidenceData {
  const { identity, residence, family } = person.facts
  const { passport } = identity
  const signs = dayRange(identity.birthDate).latest
  return {
    documentNumber: nextNumber(tools.store, person),
    clientId: groupClientId(identity.clientId),
    applicationNumber: identity.applicationNumber.slice(0, 20),
    familyName: identity.familyName,
    givenNames: identity.givenNames ?? '',
    nativeName: null,
    birthDate: identity.birthDate,
    birthPlace: identity.birthPlace ?? null,
    countryOfBirth: identity.birthCountry ? printedCountryOf(identity.birthCountry) : null,
    sex: identity.sex ?? null,
    maritalStatus: maritalStatusOf(identity.maritalStatus),
    citizenships: identity.citizenship ? [printedCountryOf(identity.citizenship)] : [],
    passport:
      passport && residence?.passport !== 'none'
        ? {
            number: passport.number.slice(0, 20),
            validUntil: passport.expiresOn ?? null,
            country: printedCountryOf(passport.country),
          }
        : null,
    familyRole: family.role,
    heightCm: identity.heightCm ?? null,
    eyeColour: eyeColourOf(identity.eyeColour) ?? null,
    category: identity.category ?? '—',
    residentSince: residence?.on ?? on,
    address: addressLine(person),
    conditions: [],
    signedBy: on < reachesAge(signs, 14) ? 'parent' : 'holder',
    portraitSha256: portrait ? createHash('sha256').update(portrait).digest('hex') : null,
    issueDate: on,
    issuedAt: new Date(tools.clock.now()).toISOString(),
    office: officeOf(tools.store).name,
    issuedBy: officer.id.slice(-8).toUpperCase(),
    firstLanguage: identity.language,
  }
}

/**
 * The accepted photo in the shape of the paper's portrait. The frame of a card is 50 x 70 mm: what the paper has no room
 * for goes, most of it beneath the shoulders. Undefined before a photo is accepted.
 */
async function portraitOf({ store }: PaperTools, { facts }: Confirmation): Promise<Result<Uint8Array | undefined>> {
  const digest = acceptedPicture(store, facts.photo.id)
  if (!digest) return ok(undefined)
  const bytes = store.blobs.get(digest)
  if (!bytes.ok) return bytes
  const picture = sharp(bytes.value)
  const { width = 0, height = 0 } = await picture.metadata()
  const wide = Math.min(width, Math.round((height * 35) / 45))
  const high = Math.min(height, Math.round((wide * 45) / 35))
  const left = Math.round((width - wide) / 2)
  const top = Math.round((height - high) / 3)
  const cut = picture.extract({ left, top, width: wide, height: high })
  // As many pixels as 300 dots an inch print.
  return ok(new Uint8Array(await cut.resize(413, 531).toColourspace('srgb').jpeg({ quality: 90 }).toBuffer()))
}

function addressLine({ facts }: Confirmation): string | null {
  const address = cardAddress(facts)
  if (address?.country !== 'CAN') return null
  const { line1, line2, city, province, postalCode } = address
  return [line1, line2, city, [province, postalCode].filter(Boolean).join('  ')].filter(Boolean).join(', ')
}

function maritalStatusOf(said: string | undefined): ResidenceData['maritalStatus'] {
  const word = said?.trim().toLowerCase()
  const found = maritalStatuses.find(
    (code) =>
      word === code || word === maritalWords[code].en.toLowerCase() || word === maritalWords[code].fr.toLowerCase(),
  )
  return found ?? null
}
