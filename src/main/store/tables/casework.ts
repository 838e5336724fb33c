import type { ExtensionAsker } from '../../../shared/domain/vocabulary.ts'

/** The tables of migrations/desk 0022-deadlines.sql, 0026-review.sql and 0031-more-queues.sql. Ids are UUID text, days `YYYY-MM-DD`. */
export interface CaseworkTables {
  claim_limit: {
    claim: string
    rule: string
    counted_from: string
    due: string
    original: string | null
    met: string | null
    state: 'open' | 'met' | 'ended'
    ended_on: string | null
  }
  claim_casework: { claim: string; passed: string | null; withdrawn: string | null }
  extension_request: {
    n: number
    request: string
    claim: string
    rule: string
    wished: string | null
    asker: ExtensionAsker
    reason: string
    asked_on: string
    state: 'open' | 'given' | 'declined'
  }
  partner_request: {
    n: number
    request: string
    claim: string
    person: string
    partner: string
    purpose: string
    fields: string
    authority: string
    consent: string
    rules: string
    asked_on: string
    asked_by: string
    due: string
    result: string | null
    note: string | null
    answered_on: string | null
    answered_by: string | null
  }
  interview_note: {
    n: number
    notes: string
    claim: string
    template: string
    state: 'open' | 'suspended' | 'closed'
    answers: string
    began_on: string
    on_day: string
    reason: string | null
    officer: string
  }
  quality_review: {
    claim: string
    decided_ms: number
    verdict: string
    note: string
    on_day: string
    officer: string
  }
  deadline_reminder: { claim: string; rule: string; due: string; rung: number; sent_on: string }
}
