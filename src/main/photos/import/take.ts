import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { deskLimits, photoPolicies } from '../../../shared/photos/policy.ts'
import { type Sidecar, sidecar } from '../../../shared/photos/sidecar.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Tools, today } from '../../claims/tools.ts'
import { officeOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import type { Reader, Tx } from '../../store/types.ts'
import { decode } from '../decode.ts'
import { takeIn } from '../intake.ts'
import { submitPhoto } from '../review/submit.ts'

/** The text beside a picture, read; `photos.sidecar_bad` names the field, never its value. */
export function readSidecar(text: string): Result<Sidecar> {
  const parsed = sidecar.safeParse(json(text.replace(/^\ufeff/, '')))
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.map(String).join('.')
  return fail('photos.sidecar_bad', { key: key || 'JSON' })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Larger files are refused before they are read. */
export const largestFile = deskLimits.maxBytes + 5_000_000

/**
 * Takes a picture with its sidecar into the queue, once: the same bytes for the same application are no second photo,
 * so that a program that ended before it moved the file does not double it. Fails with what is wrong with the picture
 * (`photo.*`), what the state of the application forbids (`photos.*`) and what the store says (`store.*`).
 */
export async function takeFile(tools: Tools, bytes: Uint8Array, given: Sidecar): Promise<Result<null>> {
  const on = today(tools)
  const policy = photoPolicies[given.profile]
  const declared = given.takenOn ? { takenOn: given.takenOn } : {}
  const taken = await takeIn(bytes, policy, decode, { today: on, ...declared })
  if (!taken.ok) return taken
  const { arrived, original } = taken.value
  if (isTakenIn(tools.store, given, arrived.sha256)) return ok(null)
  const stored = tools.store.blobs.put(original.bytes)
  if (!stored.ok) return stored
  const actor = tools.store.identity()?.device ?? ''
  return tools.store.transact({ actor }, (tx) => {
    const application = noteApplication(tx, given)
    const submitted = submitPhoto(tx, {
      profile: given.profile,
      source: 'import',
      of: { kind: 'application', application },
      taken: taken.value,
      on,
      answers: given.answers,
      ...declared,
    })
    return submitted.ok ? ok(null) : submitted
  })
}

const numberOf = ({ applicationNumber }: Sidecar) => applicationNumber.replace(/[ -]/g, '').toUpperCase()

/** The photo came before and was not returned since: returned, the same picture is no answer. */
export function isTakenIn(reader: Reader, given: Sidecar, sha256: string): boolean {
  const row = reader.first(
    query
      .selectFrom('photo')
      .innerJoin('photo_application', 'photo_application.id', 'photo.application')
      .select('photo.stage')
      .where('photo.arrived', '=', sha256)
      .where('photo_application.application_number', '=', numberOf(given))
      .orderBy('photo.n', 'desc')
      .limit(1),
  )
  return row !== undefined && row.stage !== 'returned'
}

/** The application of that number, as the latest file says it. */
export function noteApplication(tx: Tx, given: Sidecar): Uuid {
  const number = numberOf(given)
  const client = given.clientId?.replace(/[ -]/g, '')
  const person = client ? profileOf(tx, client) : undefined
  const applications = query.selectFrom('photo_application').selectAll().orderBy('n').limit(1)
  // A family shares its application number: whoever has a profile is known by their client ID.
  const row = person
    ? person.photos
      ? tx.first(applications.where('id', '=', person.photos))
      : undefined
    : tx.first(applications.where('application_number', '=', number))
  const id = row?.id ?? tx.newId()
  const body: EventBody<'photo_application.noted'> = {
    office: officeOf(tx).id,
    applicationNumber: number,
    familyName: given.familyName,
    language: given.language,
    ...(client ? { clientId: client } : {}),
    ...(given.givenNames ? { givenNames: given.givenNames } : {}),
    ...(given.dateOfBirth ? { birthDate: given.dateOfBirth } : {}),
  }
  const same =
    row &&
    row.family_name === body.familyName &&
    row.given_names === (body.givenNames ?? null) &&
    row.language === body.language &&
    row.client_id === (body.clientId ?? null) &&
    row.birth_date === (body.birthDate ?? null)
  if (!same) tx.append({ subject: { kind: 'photo_application', id }, type: 'photo_application.noted', body })
  if (person && !person.photos)
    tx.append({
      subject: { kind: 'confirmation', id: person.id },
      type: 'confirmation.photos_joined',
      body: { application: id },
    })
  return id
}

/** Who confirms permanent residence under that client ID. */
const profileOf = (tx: Tx, client: string) =>
  tx.first(
    query
      .selectFrom('confirmation')
      .select(['id', 'photos'])
      .where('client_id', '=', client)
      .where('duplicate_of', 'is', null)
      .orderBy('n')
      .limit(1),
  )
