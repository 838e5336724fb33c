/** The tables of migrations/desk/0017-portal.sql. Ids are UUID text; `document`, `body` and `files` hold JSON text. */
export interface PortalTables {
  portal_claim: {
    claim: string
    account: string
    draft: string
    language: string
    document: string
    people: number
    sent_on: string
  }
  portal_item: {
    n: number
    claim: string
    item: string
    kind: 'evidence' | 'photo' | 'correction'
    body: string
    state: 'waiting' | 'taken' | 'accepted' | 'declined' | 'replaced'
    answered_by: string | null
    reason: string | null
    answered_on: string | null
  }
  message: MessageTable
  unreachable: { claim: string; since: string; how: string; code: string | null; message: string | null }
}

export interface MessageTable {
  n: number
  claim: string
  message: string
  thread: string
  sender: 'office' | 'claimant'
  officer: string | null
  at_ms: number
  sent_on: string
  language: string
  subject: string
  text: string
  template: string | null
  files: string
  action: string | null
  due: string | null
  read_on: string | null
  acknowledged_on: string | null
  settled_on: string | null
}
