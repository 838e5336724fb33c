import { type Desk, portraitOf, type Ready, reason, type Scenes } from './scene.ts'

const on = '2026-11-23'
const security = { partner: 'cbsa_screening', purpose: 'security' } as const

/** The request of a partner that was asked about the claim. */
const askedOf = async (desk: Desk, claimId: string): Promise<string> => {
  const { ledger } = await desk.review.ask({ claimId, ...security, fields: ['familyName'] })
  return ledger[0]?.request ?? ''
}

/** Everything that the preliminary review asks for. */
const readied = async (desk: Desk, ready: Ready): Promise<string> => {
  const { intake: claimId } = ready
  await desk.record.receive({ claimId, on: '2026-11-20', by: 'paper' })
  const fields = { 'record.who.noPassport': 'lost', 'record.boc.noDocuments': 'none' }
  await desk.record.set({ claimId, fields, source: 'typed', bases: [] })
  await desk.photos.add({ claimId, source: 'file', file: portraitOf(ready) })
  return claimId
}

export const reviewScenes: Scenes<'review'> = {
  'review.pass': {
    'all is there': { as: 'amelie', input: async (desk, ready) => ({ claimId: await readied(desk, ready) }) },
  },
  'review.takeBack': {
    'a mistake': {
      as: 'amelie',
      input: async (desk, ready) => {
        const claimId = await readied(desk, ready)
        await desk.review.pass({ claimId })
        return { claimId, reason }
      },
    },
  },
  'review.ask': {
    security: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, ...security, fields: ['familyName', 'birthDate'] }),
    },
  },
  'review.answer': {
    'nothing found': {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => ({
        claimId,
        request: await askedOf(desk, claimId),
        result: 'clear',
      }),
    },
  },
  'review.note': {
    begun: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, state: 'open', answers: [{ question: 'why', text: 'words' }] }),
    },
  },
  'review.schedule2': {
    'of a referred claim': { as: 'amelie', input: (_, { decided: claimId }) => ({ claimId }) },
  },
  'review.withdraw': {
    'in writing': { as: 'amelie', input: (_, { intake: claimId }) => ({ claimId, on, how: 'in_writing', reason }) },
  },
}
