import type { Generated } from 'kysely'

/** The tables of migrations/desk/0001-log.sql. `n` columns are local short numbers; BLOB ids are the 16 bytes of a UUID. */
export interface CoreTables {
  meta: { name: string; value: string | number | Uint8Array }
  desk_identity: {
    device: Uint8Array
    office: Uint8Array
    public_key: Uint8Array
    private_key: Uint8Array | null
    since_ms: number
    retired_ms: number | null
  }
  party: { n: Generated<number>; id: Uint8Array }
  subject: { n: Generated<number>; id: Uint8Array; kind: string }
  event: EventTable
  access: {
    position: Generated<number>
    device: number
    sequence: number
    at_ms: number
    actor: number
    act: string
    subject: number | null
    details: string
    hash: Uint8Array
  }
  series_mark: { series: string; number: number }
  blob: { sha: Uint8Array; size: number; stored_ms: number }
  blob_name: { sha: Uint8Array; subject: number }
  blob_out: { sha: Uint8Array; size: number; tries: number; next_ms: number; why: string | null }
  blob_in: { sha: Uint8Array; since_ms: number; tries: number; next_ms: number; why: string | null }
  projection: { name: string; version: number }
  waiting: { type: string; version: number }
  /** `fields`: see field-lists.ts. */
  field_holder: { subject: number; event: Uint8Array; hlc_ms: number; hlc_counter: number; fields: string }
  /** `fields`: JSON list. */
  field_list: { name: string; fields: string }
  placed: {
    n: Generated<number>
    event: number
    stream: number
    position: number
    verdict: 'ok' | 'superseded' | 'flagged' | 'quarantined'
    why: string | null
  }
  slot: { name: string; event: Uint8Array }
  erased: { subject: number; reason: Uint8Array }
}

interface EventTable {
  position: Generated<number>
  id: Uint8Array
  stream: number
  device: number
  sequence: number
  actor: number
  subject: number
  type: string
  version: number
  visibility: string
  at_ms: number
  hlc_ms: number
  hlc_counter: number
  bases: Uint8Array
  salt: Uint8Array | null
  body: Uint8Array | null
  commitment: Uint8Array
  hash: Uint8Array
  signature: Uint8Array | null
}
