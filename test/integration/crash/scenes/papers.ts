import { portraitOf, reason, type Scenes } from './scene.ts'

const police = { number: 'LV-2026-004411', service: 'Service de police de Laval' }
const passport = '0198c0de-0000-7000-8000-000000000009'

export const paperScenes: Scenes<'documents' | 'stock' | 'numbers'> = {
  'documents.issue': {
    'on a sheet': { as: 'amelie', input: (_, { decided: claimId }) => ({ claimId, kind: 'RPID' }) },
    letter: {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        await desk.eligibility.decide({ claimId, outcome: 'undecided' })
        return { claimId, kind: 'acknowledgement' }
      },
    },
    'notice of seizure': {
      as: 'amelie',
      input: async (desk, { decided: claimId }) => {
        const heldDocuments = [{ id: passport, kind: 'passport' as const, number: 'N0044', looks: 'genuine' as const }]
        await desk.claims.set({ claimId, fields: { heldDocuments }, bases: [] })
        const seizure = { document: passport, on: '2026-11-23', place: 'Lacolle', ground: 'Purposes of the Act' }
        await desk.claims.recordAct({ claimId, act: { seizures: [seizure] }, bases: [] })
        return { claimId, kind: 'seizure' }
      },
    },
    conditions: { as: 'amelie', input: (_, { decided: claimId }) => ({ claimId, kind: 'conditions' }) },
  },
  'documents.print': { sheet: { as: 'amelie', input: (_, { reserved: { documentId } }) => ({ documentId }) } },
  'documents.sent': {
    'by the window': { as: 'amelie', input: (_, { reserved: { documentId } }) => ({ documentId }) },
  },
  'documents.confirm': {
    scanned: {
      as: 'amelie',
      input: (_, { sent: { documentId, number } }) => ({ documentId, scanned: number }),
    },
  },
  'documents.spoil': {
    'and issued again': {
      as: 'amelie',
      inParts: 'a spoiled sheet stays spoiled whatever becomes of the next; the next document takes its number',
      input: (_, { sent: { documentId } }) => ({ documentId, reason, reissue: true }),
    },
    alone: { as: 'amelie', input: (_, { sent: { documentId } }) => ({ documentId, reason, reissue: false }) },
  },
  'documents.replace': {
    'stolen, and issued again': {
      as: 'amelie',
      input: (_, { held: { documentId } }) => ({ documentId, why: 'stolen', police, returned: false, reissue: true }),
    },
    'lost, revoked alone': {
      as: 'amelie',
      input: (_, { held: { documentId } }) => ({
        documentId,
        why: 'lost',
        note: reason,
        returned: false,
        reissue: false,
      }),
    },
  },
  'documents.reprint': { again: { as: 'amelie', input: (_, { held: { documentId } }) => ({ documentId, reason }) } },
  'documents.issuePack': {
    whole: {
      as: 'amelie',
      inParts: 'one paper that is refused does not stop the others',
      input: (_, { decided: claimId }) => ({ claimId }),
    },
  },
  'documents.printPack': {
    'every paper': {
      as: 'amelie',
      inParts: 'each sheet has its own end at the printer',
      input: async (desk, { decided: claimId }) => {
        const { lines } = await desk.documents.issuePack({ claimId })
        return { claimId, documentIds: lines.flatMap(({ paper }) => paper?.documentId ?? []) }
      },
    },
  },
  'documents.confirmInPack': {
    scanned: { as: 'amelie', input: (_, { sent: { claimId, number } }) => ({ claimId, scanned: number }) },
    'in hand, never sent': {
      as: 'amelie',
      input: (_, { reserved: { claimId, number } }) => ({ claimId, scanned: number }),
    },
  },
  'documents.addSignedCopy': {
    photographed: {
      as: 'amelie',
      input: (_, ready) => ({ documentId: ready.held.documentId, file: portraitOf(ready), source: 'camera' }),
    },
  },
  'stock.receive': { box: { as: 'gwen', input: () => ({ first: 'B0000001', last: 'B0000005' }) } },
  'stock.checkOut': { some: { as: 'amelie', input: () => ({ first: 'A0001061', last: 'A0001063' }) } },
  'stock.end': { lost: { as: 'amelie', input: () => ({ serial: 'A0001060', state: 'lost', reason }) } },
  'numbers.import': { file: { as: 'gwen', input: (_, { numbers: text }) => ({ text }) } },
}
