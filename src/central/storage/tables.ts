import type { ColumnType, Generated } from 'kysely'
import type { Statement } from '../../shared/sync/statement.ts'
import type { Verdict } from '../../shared/sync/wire.ts'
import type { Grant } from '../sync/entitlement.ts'
import type { BlobRow } from './blobs.ts'
import type { CheckpointRow } from './checkpoints.ts'
import type { IdentityRow, MatchRow } from './identities.ts'
import type { IdentityNameRow } from './identity-names.ts'
import type { LeaseRow } from './leases.ts'
import type { HeldBlock } from './numbers.ts'
import type { SnapshotRow } from './snapshots.ts'

/** Tables of migrations/central as Kysely knows them. */
export interface Tables {
  service: { one: boolean; epoch: string; since: Date; practice: Generated<boolean | null> }
  stream: { stream: string; office: string; head: Generated<number>; moved: Generated<boolean> }
  claim_move: MoveTable
  moved_person: { stream: string; person: string; claim: string; event: string; stays: boolean }
  device: DeviceTable
  event: EventTable
  device_head: { stream: string; device: string; sequence: number; hash: Buffer }
  batch: { stream: string; pos: number; device: string; sequence: number; hash: Buffer; signature: Buffer }
  slot: { stream: string; slot: string; event: string }
  officer: { office: string; officer: string; grants: ColumnType<Grant[], string, string> }
  quarantine: {
    stream: string
    pos: number
    device: string
    why: string
    since: Date
    /** Who looked, when, and what was done about it; null while nobody has. */
    looked_by: ColumnType<string | null, never>
    looked_at: ColumnType<Date | null, never>
    outcome: ColumnType<string | null, never>
  }
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
  number_block: HeldBlock
  number_used: { series: string; number: string; owner: string }
  blob: BlobRow
  blob_wanted: { office: string; sha: Buffer; since: Date }
  blob_ref: { office: string; sha: Buffer; stream: string; kind: string; subject: string }
  place_block: { stream: string; block: number; digest: Buffer }
  snapshot: Omit<SnapshotRow, 'parts'> & { parts: ColumnType<SnapshotRow['parts'], string, string> }
  identity: IdentityRow
  identity_name: IdentityNameRow & { changed: Date }
  identity_match: MatchRow & { found: Date; told: Date | null }
  checkpoint: Omit<CheckpointRow, 'statement'> & { statement: ColumnType<Statement, string, string> }
  trust_bundle: { version: number; file: string; published: Date }
  portal_service: { service: string; name: string; credential_hash: Buffer; made: Date; revoked: Date | null }
  portal_device: { epoch: string; device: string; public_key: Buffer; wrapped: Buffer }
  portal_account: { account: string; service: string; reference: string; sealed: Buffer; made: Date }
  portal_key: { id: string; wrapped: Buffer }
  portal_draft: PortalDraftTable
  portal_claim: PortalClaimTable
  portal_file: { account: string; office: string; sha: Buffer; size: number; mime: string; uploaded: Date }
  portal_number: { series: string; prefix: string; width: number; next: number; last: number }
  claim_subject: { stream: string; claim: string; kind: string; subject: string }
  mail: MailTable
  confirmation_subject: { stream: string; owner: string; kind: string; subject: string }
  confirmation_account: ConfirmationAccountTable
  confirmation_session: { token_hash: Buffer; confirmation: string; service: string; expires: Date }
  confirmation_photo: { confirmation: string; sha: Buffer; size: number; mime: string; chosen: Date }
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

export interface MoveTable {
  stream: string
  claim: string
  event: string
  pos: number
  target: string
  office: string
  moved_on: string
  brought: Generated<number>
  erased_to: Generated<number>
  due: Generated<boolean>
  ended: Generated<boolean>
}

export interface PortalDraftTable {
  draft: string
  account: string
  number: string
  started: Date
  saved: Date
  sealed: Buffer | null
  warned: Generated<number>
  ended: 'submitted' | 'purged' | 'deleted' | null
}

export interface PortalClaimTable {
  claim: string
  account: string
  draft: string
  stream: string
  office: string
  person: string
  application_number: string
  submitted: Date
}

export interface ConfirmationAccountTable {
  confirmation: string
  stream: string
  office: string
  user_name: string
  password: string | null
  valid_until: string | null
}

export interface MailTable {
  mail: string
  key: string
  office: string | null
  stream: string | null
  kind: string | null
  subject: string | null
  message: string | null
  sealed: Generated<Buffer | null>
  queued: Date
  state: Generated<'waiting' | 'sent' | 'refused' | 'bounced'>
  tries: Generated<number>
  due: Date
  code: Generated<string | null>
  ended: Generated<Date | null>
  in_hand: Generated<boolean>
  again: Generated<boolean>
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
