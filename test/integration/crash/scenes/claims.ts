import { query } from '../../../../src/main/store/query.ts'
import { readBackHeads } from '../../../../src/shared/domain/read-back.ts'
import { giveFacts } from '../../../support/refer.ts'
import { type Desk, portraitOf, type Ready, reason, type Scenes } from './scene.ts'

const on = '2026-11-23'
const bases: string[] = []
const passport = '0198c0de-0000-7000-8000-000000000009'
const detention = { since: on, place: 'Laval', ground: 'identity' } as const

const shownTo = async (desk: Desk, claimId: string) => {
  const view = await desk.claims.get({ claimId })
  const { photo } = view.row
  return { claimId, bases: readBackHeads(view.person), ...(photo ? { photo } : {}) }
}
const personOf = async (desk: Desk, claimId: string) => (await desk.claims.get({ claimId })).row.personId
const dueOf = async (desk: Desk, claimId: string) =>
  (await desk.claims.get({ claimId })).deadlines.find(({ effect }) => !effect)?.rule ?? ''
/** A claim of the same office with nothing in it. */
const bare = async (desk: Desk) => (await desk.claims.open({ channel: 'inland' })).row.claimId
const seenBy = async (desk: Desk, claimId: string) => (await desk.eligibility.worksheet({ claimId })).digest

export const claimScenes: Scenes<'claims' | 'photos' | 'eligibility'> = {
  'claims.open': { alone: { as: 'amelie', input: () => ({ channel: 'port_of_entry' }) } },
  'claims.set': {
    narrative: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, fields: { fearSummary: 'words' }, bases }),
    },
    'documents held': {
      as: 'amelie',
      input: (_, { intake: claimId }) => {
        const heldDocuments = [{ id: passport, kind: 'passport' as const, number: 'N0044', looks: 'genuine' as const }]
        return { claimId, fields: { heldDocuments }, bases }
      },
    },
    'for the whole family': {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        await desk.families.openMember({ claimId })
        return { claimId, fields: { spokenLanguage: 'fa' }, bases }
      },
    },
  },
  'claims.setPerson': {
    name: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, fields: { familyName: 'Nour', sex: 'X' as const }, bases }),
    },
  },
  'claims.recordAct': {
    ...Object.fromEntries(
      Object.entries({
        consent: { consentToSharing: { given: true, on } },
        conditions: { conditionsAcknowledged: { on, version: '2026-05' as const } },
        's. 44 report': { inadmissibilityReport: { on, paragraph: '41(a)' as const, by: 'G. Roy' } },
        'departure order': { departureOrder: { on, by: 'minister_delegate' as const, conditional: true } },
        detention: { detention },
      }).map(([name, act]) => [
        name,
        { as: 'amelie' as const, input: (_: Desk, { decided: claimId }: Ready) => ({ claimId, act, bases }) },
      ]),
    ),
    seizure: {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        const heldDocuments = [{ id: passport, kind: 'passport' as const, number: 'N0044', looks: 'genuine' as const }]
        await desk.claims.set({ claimId, fields: { heldDocuments }, bases })
        const seizure = { document: passport, on, place: 'Lacolle', ground: 'Purposes of the Act' }
        return { claimId, act: { seizures: [seizure] }, bases }
      },
    },
  },
  'claims.withdrawAct': {
    detention: {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        await desk.claims.recordAct({ claimId, act: { detention }, bases })
        return { claimId, act: 'detention', reason, bases }
      },
    },
  },
  'claims.correct': {
    'name and address': {
      as: 'amelie',
      input: (_, { decided: claimId }) => {
        const claim = { addressLine: '12 Main Street' }
        return { claimId, person: { givenNames: 'Samir' }, claim, reason, evidence: 'passport shown', bases }
      },
    },
  },
  'claims.reopen': {
    'no document': { as: 'sol', input: (_, { decided: claimId }) => ({ claimId, reason }) },
    'document revoked': {
      as: 'sol',
      input: (_, { held }) => ({ claimId: held.claimId, reason, document: 'revoke', returned: true }),
    },
  },
  'claims.keepDraft': {
    'half a word': {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, field: 'email', text: 'nour@half' }),
      kept: (store, { intake }) =>
        store.first(query.selectFrom('draft').select('text').where('claim', '=', intake).where('field', '=', 'email'))
          ?.text === 'nour@half',
    },
  },
  'claims.readDocument': {
    passport: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({
        claimId,
        text: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      }),
    },
  },
  'claims.candidates': { search: { as: 'amelie', input: (_, { intake: claimId }) => ({ claimId }) } },
  'claims.notSamePerson': {
    'ruled out': {
      as: 'amelie',
      input: async (desk, { intake: claimId, decided }) => ({
        claimId,
        personId: await personOf(desk, decided),
        reason,
      }),
    },
  },
  'claims.samePerson': {
    joined: {
      as: 'amelie',
      input: async (desk, { decided }) => {
        const claimId = await bare(desk)
        await desk.claims.setPerson({ claimId, fields: { birthPlace: 'Homs' }, bases })
        return { claimId, personId: await personOf(desk, decided), reason }
      },
    },
  },
  'claims.readBack': {
    right: {
      as: 'amelie',
      input: async (desk, { intake }) => ({ ...(await shownTo(desk, intake)), language: 'ar', wrong: [] }),
    },
    wrong: {
      as: 'amelie',
      input: async (desk, { decided }) => ({ ...(await shownTo(desk, decided)), language: 'fa', wrong: ['birthDate'] }),
    },
  },
  'claims.setCheck': {
    done: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, check: 'police', result: 'done', found: true, note: reason }),
    },
    unavailable: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, check: 'biometrics', result: 'unavailable', note: reason }),
    },
    pending: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, check: 'prior_claims', result: 'pending' }),
    },
  },
  'claims.meetDeadline': {
    received: {
      as: 'amelie',
      input: async (desk, { decided: claimId }) => ({ claimId, rule: await dueOf(desk, claimId), on }),
    },
  },
  'claims.reopenDeadline': {
    'a mistake': {
      as: 'amelie',
      input: async (desk, { decided: claimId }) => {
        const rule = await dueOf(desk, claimId)
        await desk.claims.meetDeadline({ claimId, rule, on })
        return { claimId, rule, reason }
      },
    },
  },
  'claims.extendDeadline': {
    'asked for in time': {
      as: 'sol',
      input: async (desk, { decided: claimId }) => ({
        claimId,
        rule: await dueOf(desk, claimId),
        to: '2027-06-01',
        askedOn: on,
        reason,
      }),
    },
  },
  'claims.askExtension': {
    'by the representative': {
      as: 'amelie',
      input: async (desk, { decided: claimId }) => ({
        ...{ claimId, rule: await dueOf(desk, claimId), by: 'representative', on, to: '2027-06-01', reason },
      }),
    },
  },
  'claims.declineExtension': {
    'asked before': {
      as: 'sol',
      input: async (desk, { decided: claimId }) => {
        const rule = await dueOf(desk, claimId)
        const { deadlines } = await desk.claims.askExtension({ claimId, rule, by: 'claimant', on, reason })
        return { claimId, request: deadlines.find(({ asked }) => asked)?.asked?.request ?? '', reason }
      },
    },
  },
  'claims.setBocDate': {
    inland: {
      as: 'amelie',
      input: async (desk) => ({ claimId: await bare(desk), due: '2027-06-01', reason }),
    },
  },
  'photos.add': {
    portrait: {
      as: 'amelie',
      input: (_, ready) => ({ claimId: ready.intake, source: 'file', file: portraitOf(ready) }),
    },
  },
  'eligibility.answer': {
    'one fact': {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, facts: { entriesComplete: true }, bases }),
    },
  },
  'eligibility.override': {
    finding: {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        const { evaluation } = await desk.eligibility.worksheet({ claimId })
        return { claimId, rule: evaluation.findings[0]?.rule ?? '', to: 'not_met', reason }
      },
    },
  },
  'eligibility.decide': {
    referred: {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        await giveFacts(desk, claimId)
        return { claimId, outcome: 'referred', reason }
      },
    },
    undecided: { as: 'amelie', input: (_, { intake: claimId }) => ({ claimId, outcome: 'undecided' }) },
    'proposed ineligible': {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        await giveGround(desk, claimId)
        return { claimId, outcome: 'ineligible' }
      },
    },
  },
  'eligibility.confirm': {
    'second officer': {
      as: 'sol',
      input: async (desk, { proposed: claimId }) => ({ claimId, seen: await seenBy(desk, claimId) }),
    },
  },
  'eligibility.returnProposal': {
    'second officer': { as: 'sol', input: (_, { proposed: claimId }) => ({ claimId, reason }) },
  },
}

/** Findings of an officer that make a claim ineligible: it may be made, nothing suspends it, an earlier one was withdrawn. */
export async function giveGround(desk: Desk, claimId: string): Promise<void> {
  for (const rule of ['irpa.99.3', 'irpa.100.2'])
    await desk.eligibility.override({ claimId, rule, to: 'not_met', reason })
  await desk.eligibility.override({ claimId, rule: 'irpa.101.1.c', to: 'met', reason })
}
