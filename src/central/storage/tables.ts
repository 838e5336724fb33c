import type { ColumnType, Generated } from 'kysely'
import type { Statement } from '../../shared/sync/statement.ts'
import type { Verdict } from '../../shared/sync/wire.ts'
import type { Grant } from '../sync/entitlement.ts'
import type { BlobRow } from './blobs.ts'
import type { CheckpointRow } from './checkpoints.ts'
import type { LeaseRow } from './leases.ts'

/** Tables of migrations/central as Kysely knows them. */
export interface Tables {
  service: { one: boolean; epoch: string; since: Date }
  stream: { stream: string; office: string; head: Generated<number> }
  device: DeviceTable
  event: EventTable
  device_head: { stream: string; device: string; sequence: number; hash: Buffer }
  batch: { stream: string; pos: number; device: string; sequence: number; hash: Buffer; signature: Buffer }
  slot: { stream: string; slot: string; event: string }
  officer: { office: string; officer: string; grants: ColumnType<Grant[], string, string> }
  quarantine: { stream: string; pos: number; device: string; why: string; since: Date }
  subject_key: { stream: string; kind: string; subject: string; wrapped: Buffer }
  erased: {
    stream: string
    kind: string
    subject: string
    event: string
    bodies: number
    at: Date
    certificate: ColumnType<Statement | null, string | null, string>
  }
  enrol_code: { code_hash: Buffer; office: string; made: Date; expires: Date; used_by: string | null }
  signing_key: { one: boolean; public_key: Buffer; wrapped: Buffer }
  series: { series: string; prefix: string; next: number; width: number; block: number }
  lease: LeaseRow
  number_used: { series: string; number: string; owner: string }
  blob: BlobRow
  blob_wanted: { office: string; sha: Buffer; since: Date }
  blob_ref: { office: string; sha: Buffer; stream: string; kind: string; subject: string }
  checkpoint: Omit<CheckpointRow, 'statement'> & { statement: ColumnType<Statement, string, string> }
  trust_bundle: { version: number; file: string; published: Date }
  key_check: { one: boolean; wrapped: Buffer }
}

export interface DeviceTable {
  device: string
  office: string
  public_key: Buffer
  status: 'waiting' | 'active' | 'revoked'
  enrolled: Date
  approved_by: string | null
  revoked: Date | null
  revoked_why: string | null
  seen: Date | null
}

export interface EventTable {
  stream: string
  pos: number
  id: string
  device: string
  sequence: number
  actor: string
  kind: string
  subject: string
  type: string
  version: number
  visibility: string
  at_ms: number
  hlc_ms: number
  hlc_counter: number
  bases: ColumnType<string[], string, string>
  sealed: Buffer | null
  commitment: Buffer
  hash: Buffer
  verdict: Verdict
  why: string | null
  received: Date
}
