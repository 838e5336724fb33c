import type { Generated } from 'kysely'

/** The tables of migrations/desk from 0002-claims.sql on. Ids are UUID text; columns named like data hold JSON text. */
export interface ClaimTables {
  office: { id: string; name_en: string; name_fr: string; code: string; zone: string }
  setting: { name: string; value: string }
  officer: {
    id: string
    user_name: string
    display_name: string
    roles: string
    jurisdiction: string
    disabled: Generated<number>
    badge: string | null
  }
  officer_secret: { officer: string; record: string }
  local_note: { name: string; value: string }
  person: {
    n: number
    id: string
    family_name: string | null
    given_names: string | null
    native_name: string | null
    birth_date: string | null
    sex: string | null
    citizenships: Generated<string>
    aliases: Generated<string | null>
    client_id: string | null
    document_read: string | null
    photo: string | null
    photo_print: string | null
    replaced_by: string | null
    folded: string | null
    conflicts: Generated<number>
  }
  claim: {
    n: number
    id: string
    person_n: number
    application_number: string
    office: string
    channel: string
    claim_date: string
    state: string
    owner: string
    opened_ms: number
    opened_on: string
    updated_ms: number
    search: string | null
    decision: string | null
    deadlines: Generated<string>
    next_deadline: string | null
    document_number: string | null
    earlier_decisions: Generated<string>
    conflicts: Generated<number>
    proposal: string | null
    /** The day of the passed preliminary review. */
    passed_on: string | null
    moved: Generated<string | null>
  }
  finding_override: {
    claim: string
    rule: string
    was: string
    finding: string
    reason: string
    officer: string
    facts: string | null
  }
  claim_check: {
    claim: string
    name: string
    result: string
    found: number | null
    note: string | null
    officer: string
    at_ms: number
  }
  not_same_person: { person: string; other: string; reason: string }
  document: {
    id: string
    claim: string
    person: string
    kind: string
    number: string
    stock_serial: string | null
    state: string
    issue_date: string
    valid_until: string | null
    replaces: string | null
    replaced_by: string | null
    pdf: string
    findings: string
    reserved_ms: number
    about: Generated<string | null>
    not_printed: Generated<string | null>
    signed: Generated<string>
    revocation: Generated<string | null>
  }
  revoked: { number: string; document: string; kind: string; why: string; revoked_on: string }
  number_block: {
    series: string
    prefix: string
    first: number
    last: number
    width: number
    next: number
    /** Null: from before desks synced. */
    device: Uint8Array | null
  }
  stock: { serial: string; state: string; device: string | null; document: string | null; reason: string | null }
  number_index: { number: string; kind: string; person_n: number }
  claim_paper: { number: string; claim: string; source: string }
  tally: { name: string; count: number }
  draft: { claim: string; field: string; text: string }
}
