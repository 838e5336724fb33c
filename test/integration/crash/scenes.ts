import type { ContractRouterClient } from '@orpc/contract'
import type { DeskContract } from '../../../src/shared/contract/desk.ts'

type Desk = ContractRouterClient<DeskContract>

/** Records that the parent made ready before the process is killed. */
export interface Ready {
  /** An open intake with everything but the decision. */
  readonly intake: string
  /** A decided claim that lacks its paper. */
  readonly decided: string
  /** Papers that were reserved, and sent. */
  readonly reserved: string
  readonly sent: string
  /** A folder of this copy's own. */
  readonly backups: string
  readonly numbers: string
  /** A portrait, base64. */
  readonly portrait: string
}

export interface Scene {
  readonly as: 'gwen' | 'amelie'
  run(desk: Desk, ready: Ready): Promise<unknown>
}

const reason = 'as seen at the counter'

/** Every command of the contract that writes, as an officer would call it. */
export const scenes = {
  'open a claim': { as: 'amelie', run: (desk) => desk.claims.open({ channel: 'port_of_entry' }) },
  'set fields': {
    as: 'amelie',
    run: (desk, { intake: claimId }) =>
      desk.claims.setPerson({ claimId, fields: { familyName: 'Nour', sex: 'X' }, bases: [] }),
  },
  'set a claim’s fields': {
    as: 'amelie',
    run: (desk, { intake: claimId }) => desk.claims.set({ claimId, fields: { fearSummary: 'words' }, bases: [] }),
  },
  'read a passport': {
    as: 'amelie',
    run: (desk, { intake: claimId }) =>
      desk.claims.readDocument({
        claimId,
        text: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      }),
  },
  'add a photo': {
    as: 'amelie',
    run: (desk, { intake: claimId, portrait }) =>
      desk.photos.add({
        claimId,
        source: 'file',
        file: new File([Buffer.from(portrait, 'base64')], 'a.jpg', { type: 'image/jpeg' }),
      }),
  },
  'search for duplicates': { as: 'amelie', run: (desk, { intake: claimId }) => desk.claims.candidates({ claimId }) },
  answer: {
    as: 'amelie',
    run: (desk, { intake: claimId }) =>
      desk.eligibility.answer({ claimId, facts: { entriesComplete: true }, bases: [] }),
  },
  override: {
    as: 'amelie',
    async run(desk, { intake: claimId }) {
      const { evaluation } = await desk.eligibility.worksheet({ claimId })
      return desk.eligibility.override({ claimId, rule: evaluation.findings[0]?.rule ?? '', to: 'not_met', reason })
    },
  },
  decide: {
    as: 'amelie',
    run: (desk, { intake: claimId }) => desk.eligibility.decide({ claimId, outcome: 'referred', reason }),
  },
  issue: { as: 'amelie', run: (desk, { decided: claimId }) => desk.documents.issue({ claimId, kind: 'RPID' }) },
  print: { as: 'amelie', run: (desk, { reserved: documentId }) => desk.documents.print({ documentId }) },
  confirm: { as: 'amelie', run: (desk, { sent: documentId }) => desk.documents.confirm({ documentId }) },
  'spoil and issue again': {
    as: 'amelie',
    run: (desk, { sent: documentId }) => desk.documents.spoil({ documentId, reason, reissue: true }),
  },
  reprint: {
    as: 'amelie',
    async run(desk, { sent: documentId }) {
      await desk.documents.confirm({ documentId })
      return desk.documents.reprint({ documentId, reason })
    },
  },
  'receive sheets': { as: 'gwen', run: (desk) => desk.stock.receive({ first: 'B0000001', last: 'B0000005' }) },
  'check sheets out': { as: 'amelie', run: (desk) => desk.stock.checkOut({ first: 'A0001061', last: 'A0001063' }) },
  'end a sheet': {
    as: 'amelie',
    run: (desk) => desk.stock.end({ serial: 'A0001060', state: 'lost', reason }),
  },
  'import numbers': { as: 'gwen', run: (desk, { numbers }) => desk.numbers.import({ text: numbers }) },
  'change settings': { as: 'gwen', run: (desk) => desk.settings.set({ stockWarnAt: 20 }) },
  'enrol an officer': {
    as: 'gwen',
    run: (desk) =>
      desk.officers.enrol({
        userName: 'noor',
        displayName: 'Noor Haddad',
        password: 'temporary sentence',
        roles: ['caseworker'],
        jurisdiction: 'office',
      }),
  },
  backup: {
    as: 'gwen',
    async run(desk, { backups }) {
      await desk.settings.set({ backupFolder: backups })
      return desk.store.backup()
    },
  },
} as const satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes
