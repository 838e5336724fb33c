import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import { claimChanges, personChanges } from '../domain/fields.ts'
import { claimStates } from '../domain/states.ts'
import { decisionOutcomes, documentKinds, roles } from '../domain/vocabulary.ts'
import type { Failure } from '../errors.ts'
import type * as v from './views.ts'

/**
 * The one contract between the window and the desk, the same over Electron's port and loopback HTTP.
 * Input is parsed; answers are typed. An expected failure is the error `FAILURE` with the code and its parameters.
 */

const base = oc.errors({ FAILURE: { status: 422, data: type<Failure>() } })
/** Answers come from our own desk: typed, not parsed again. */
const answer = <Out>() => z.custom<Out>()
/** The platform's File, without needing the DOM's types here. */
type File = z.infer<ReturnType<typeof z.file>>
/** A call: what it takes (always an object) and what it gives. */
const call = <Out>() => ({
  takes: <Shape extends z.core.$ZodLooseShape>(shape: Shape) => base.input(z.strictObject(shape)).output(answer<Out>()),
  takesNothing: () => base.output(answer<Out>()),
})

const id = z.uuid()
const reason = z.string().trim().min(3).max(2000)
const password = z.string().min(1).max(256)
const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/)
const displayName = z.string().trim().min(1).max(100)
const limit = z.number().int().min(1).max(200).default(50)
const cursor = z.string().max(500).optional()
const factValues = z.record(z.string().max(80), z.json())

export const deskContract = {
  status: call<v.DeskStatus>().takesNothing(),
  /** What changed, as query keys: `status`, `claims`, `claim:<id>`, `stock` ... The window re-reads what it shows. */
  watch: base.output(eventIterator(type<{ changed: string[] }>())),

  /** How this desk's window looks, kept on the desk before anybody signs in: no host keeps a browser's storage for it. */
  preferences: {
    get: call<v.Preferences>().takesNothing(),
    set: call<v.Preferences>().takes({
      language: z.enum(['en', 'fr']).optional(),
      scheme: z.enum(['light', 'dark', 'auto']).optional(),
      density: z.enum(['comfortable', 'compact']).optional(),
      shortcuts: z.boolean().optional(),
    }),
  },

  setup: {
    checkNumbers: call<{ blocks: v.NumberBlockView[] }>().takes({ text: z.string().max(100_000) }),
    begin: call<v.SetupSecrets>().takes({
      office: z.string().max(60),
      displayName,
      userName,
      password,
      numbers: z.string().max(100_000),
    }),
    finish: call<v.DeskStatus>().takes({ code: z.string().max(20), recoveryKeySaved: z.literal(true) }),
    /** Saves the recovery key to a file of the officer's choice (a USB stick), through the host's dialog. */
    saveRecoveryKey: call<v.DeliveryView>().takesNothing(),
    restore: call<v.DeskStatus>().takes({ folder: z.string().max(1000), recoveryKey: z.string().max(200) }),
  },

  seat: {
    signIn: call<v.DeskStatus>().takes({ userName, password }),
    secondFactor: call<v.DeskStatus>().takes({ code: z.string().max(20) }),
    changePassword: call<v.DeskStatus>().takes({ current: password, next: password }),
    lock: call<v.DeskStatus>().takesNothing(),
    unlock: call<v.DeskStatus>().takes({ password }),
    signOut: call<v.DeskStatus>().takesNothing(),
    /** Only in the demo: sign in as a made-up officer of that role. */
    demo: call<v.DeskStatus>().takes({ role: z.enum(roles) }),
    recover: call<v.DeskStatus>().takes({ userName, recoveryKey: z.string().max(200), next: password }),
    /** The window saw a key or the mouse: puts the idle lock off. */
    touch: call<null>().takesNothing(),
  },

  officers: {
    list: call<v.OfficerView[]>().takesNothing(),
    enrol: call<{ officer: v.OfficerView; secrets: Omit<v.SetupSecrets, 'recoveryKey'> }>().takes({
      userName,
      displayName,
      password,
      roles: z.array(z.enum(roles)).min(1),
      jurisdiction: z.enum(['office', 'all']),
    }),
    setRoles: call<v.OfficerView>().takes({ officerId: id, roles: z.array(z.enum(roles)).min(1), reason }),
    disable: call<v.OfficerView>().takes({ officerId: id, reason }),
    /** `secrets` come with a renewed second factor, for the officer who lost the phone: shown once. */
    resetPassword: call<{ officer: v.OfficerView; secrets?: Omit<v.SetupSecrets, 'recoveryKey'> }>().takes({
      officerId: id,
      temporary: password,
      renewSecondFactor: z.boolean().default(false),
    }),
  },

  claims: {
    page: call<v.Page<v.ClaimRow>>().takes({
      states: z.array(z.enum(claimStates)).optional(),
      mine: z.boolean().default(false),
      after: cursor,
      limit,
    }),
    search: call<v.SearchPage>().takes({ text: z.string().max(200), after: cursor, limit }),
    open: call<v.ClaimView>().takes({ channel: z.enum(['port_of_entry', 'inland']) }),
    get: call<v.ClaimView>().takes({ claimId: id }),
    set: call<v.ClaimView>().takes({ claimId: id, fields: claimChanges, bases: z.array(id).max(200) }),
    setPerson: call<v.ClaimView>().takes({ claimId: id, fields: personChanges, bases: z.array(id).max(200) }),
    /** Keeps half-typed text that is not yet a value; one row a field, overwritten; an empty text removes it. */
    keepDraft: call<null>().takes({ claimId: id, field: z.string().max(80), text: z.string().max(10_000) }),
    /** MRZ text as a reader or a hand typed it. Fills the person's empty fields; says which ones differ. */
    readDocument: call<{ view: v.ClaimView; filled: string[]; differs: string[]; warnings: string[] }>().takes({
      claimId: id,
      text: z.string().max(1000),
    }),
    candidates: call<v.Candidates>().takes({ claimId: id }),
    notSamePerson: call<v.Candidates>().takes({ claimId: id, personId: id, reason }),
    samePerson: call<v.ClaimView>().takes({ claimId: id, personId: id, reason }),
    timeline: call<v.TimelineEntry[]>().takes({ claimId: id }),
  },

  photos: {
    add: call<v.ClaimView>().takes({ claimId: id, file: z.file().max(25_000_000), source: z.enum(['file', 'camera']) }),
    /** Bytes of a stored picture, for the screen: `print` crops are small, originals are scaled to 1600 px. */
    picture: call<File>().takes({ sha256: z.string().regex(/^[0-9a-f]{64}$/), claimId: id }),
  },

  eligibility: {
    worksheet: call<v.EligibilityWorksheet>().takes({ claimId: id }),
    answer: call<v.ClaimView>().takes({ claimId: id, facts: factValues, bases: z.array(id).max(200) }),
    override: call<v.ClaimView>().takes({
      claimId: id,
      rule: z.string().max(80),
      to: z.enum(['met', 'not_met']),
      reason,
    }),
    decide: call<v.ClaimView>().takes({ claimId: id, outcome: z.enum(decisionOutcomes), reason: reason.optional() }),
  },

  documents: {
    /** The page as it would be printed now, SPECIMEN across it; nothing is reserved. */
    preview: call<{ file: File; findings: v.FindingView[] }>().takes({ claimId: id, kind: z.enum(documentKinds) }),
    issue: call<v.ClaimView>().takes({
      claimId: id,
      kind: z.enum(documentKinds),
      stockSerial: z.string().max(20).optional(),
    }),
    /** The stored bytes, byte for byte. */
    pdf: call<File>().takes({ documentId: id }),
    /** `window`: this host has no printer of its own; the window opens the address, prints, and then calls `sent`. */
    print: call<v.DeliveryView>().takes({ documentId: id, printer: z.string().max(200).optional() }),
    sent: call<v.ClaimView>().takes({ documentId: id }),
    confirm: call<v.ClaimView>().takes({ documentId: id, scanned: z.string().max(500).optional() }),
    /** Spoils the sheet and issues the replacement on the given serial in one step. */
    spoil: call<v.ClaimView>().takes({
      documentId: id,
      reason,
      nextSerial: z.string().max(20).optional(),
      reissue: z.boolean(),
    }),
    reprint: call<File>().takes({ documentId: id, reason }),
    printers: call<string[]>().takesNothing(),
  },

  stock: {
    ledger: call<v.StockView>().takesNothing(),
    receive: call<v.StockView>().takes({ first: z.string().max(20), last: z.string().max(20) }),
    checkOut: call<v.StockView>().takes({ first: z.string().max(20), last: z.string().max(20) }),
    end: call<v.StockView>().takes({
      serial: z.string().max(20),
      state: z.enum(['spoiled', 'lost', 'returned']),
      reason,
    }),
  },

  numbers: {
    blocks: call<v.NumberBlockView[]>().takesNothing(),
    import: call<v.NumberBlockView[]>().takes({ text: z.string().max(100_000) }),
  },

  today: call<v.TodayView>().takesNothing(),
  attention: call<v.AttentionItem[]>().takesNothing(),

  settings: {
    get: call<v.SettingsView>().takesNothing(),
    set: call<v.SettingsView>().takes({
      idleLockMinutes: z.number().int().min(1).max(60).optional(),
      shiftHours: z.number().int().min(1).max(24).optional(),
      bocRule: z.enum(['boc.poe.practice', 'boc.poe.statutory']).optional(),
      backupFolder: z.string().max(1000).optional(),
      stockWarnAt: z.number().int().min(0).max(10_000).optional(),
      requireSearchBeforeDocument: z.boolean().optional(),
    }),
  },

  store: {
    backup: call<{ folder: string; events: number; ms: number }>().takesNothing(),
    check: call<{ ok: boolean; problems: string[]; ms: number }>().takesNothing(),
    /** After a database was copied back by hand (warning `store.behind`): numbers in doubt are voided for good. */
    settle: call<v.DeskStatus>().takes({ reason }),
    verify: call<v.AuditReport>().takesNothing(),
    accesses: call<v.Page<v.AccessEntry>>().takes({ after: cursor, limit }),
  },
}

export type DeskContract = typeof deskContract
