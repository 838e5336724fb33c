import { packNumber } from '../../../../src/shared/domain/paper-pack.ts'
import { type Desk, portraitOf, type Ready, reason, type Scenes } from './scene.ts'

const party = { adults: 2, children: 3, language: 'ar', name: 'Haddad', note: 'grey coat' }
/** A pack that another desk printed. */
const abroad = packNumber('018f0000-0000-8000-8000-0000000000a1', 7)

/** A party in the waiting room, as the officer of the scene noted it. */
async function noted(desk: Desk): Promise<{ arrivalId: string }> {
  const { rows } = await desk.hall.note(party)
  return { arrivalId: rows.find(({ kind }) => kind === 'party')?.id ?? '' }
}
async function taken(desk: Desk): Promise<{ arrivalId: string }> {
  const made = await noted(desk)
  await desk.hall.take(made)
  return made
}
const member = async (desk: Desk, { intake }: Ready) =>
  (await desk.families.openMember({ claimId: intake })).row.claimId
const lowRisk = { lowRisk: true, lowNeed: true, reason }

export const hallScenes: Scenes<'hall' | 'families' | 'lanes' | 'shift' | 'paperPacks'> = {
  'hall.note': { party: { as: 'amelie', input: () => party } },
  'hall.set': {
    corrected: {
      as: 'amelie',
      input: async (desk) => ({ ...(await noted(desk)), fields: { children: 4, note: 'came back' }, bases: [] }),
    },
  },
  'hall.take': { next: { as: 'amelie', input: (desk) => noted(desk) } },
  'hall.takeNext': {
    first: {
      as: 'amelie',
      input: async (desk) => {
        await noted(desk)
        return undefined
      },
    },
  },
  'hall.handBack': { back: { as: 'amelie', input: (desk) => taken(desk) } },
  'hall.handOver': {
    'to another officer': {
      as: 'amelie',
      input: async (desk) => {
        const made = await taken(desk)
        await desk.hall.openClaim(made)
        const officers = await desk.officers.list()
        return { ...made, officerId: officers.find(({ userName }) => userName === 'sol')?.id ?? '' }
      },
    },
  },
  'hall.openClaim': {
    first: { as: 'amelie', input: (desk) => taken(desk) },
    'of the same family': {
      as: 'amelie',
      input: async (desk) => {
        const made = await taken(desk)
        await desk.hall.openClaim(made)
        return made
      },
    },
  },
  'hall.left': { unseen: { as: 'amelie', input: async (desk) => ({ ...(await noted(desk)), reason }) } },
  'hall.done': { done: { as: 'amelie', input: (desk) => taken(desk) } },
  'hall.returned': {
    'came back': {
      as: 'amelie',
      input: async (desk) => {
        const made = await noted(desk)
        await desk.hall.left({ ...made, reason })
        return made
      },
    },
  },
  'families.openMember': { child: { as: 'amelie', input: (_, { intake: claimId }) => ({ claimId }) } },
  'families.link': {
    siblings: { as: 'amelie', input: (_, { intake: claimId, other: to }) => ({ claimId, to, reason }) },
  },
  'families.unlink': {
    'not related': {
      as: 'amelie',
      input: async (desk, ready) => ({ claimId: await member(desk, ready), reason }),
    },
  },
  'families.principal': {
    member: { as: 'amelie', input: async (desk, ready) => ({ claimId: await member(desk, ready) }) },
  },
  'families.differs': {
    route: {
      as: 'amelie',
      input: async (desk, ready) => {
        const memberId = await member(desk, ready)
        return { claimId: ready.intake, memberId, group: 'entries', as: 'differs' }
      },
    },
    'the same again': {
      as: 'amelie',
      input: async (desk, ready) => {
        const given = { claimId: ready.intake, memberId: await member(desk, ready), group: 'entries' } as const
        await desk.families.differs({ ...given, as: 'differs' })
        return { ...given, as: 'same' }
      },
    },
  },
  'lanes.triage': {
    'One Touch': { as: 'amelie', input: (_, { intake: claimId }) => ({ claimId, ...lowRisk }) },
    'full intake': {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, ...lowRisk, lowNeed: false }),
    },
  },
  'lanes.leave': {
    'half-way': {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        await desk.lanes.triage({ claimId, ...lowRisk })
        return { claimId, reason }
      },
    },
  },
  'shift.handOver': { brief: { as: 'amelie', input: () => ({ note: 'printer jams at every third sheet' }) } },
  'shift.accept': {
    'with the intakes': { as: 'sol', input: (_, { handover }) => ({ handoverId: handover, takeOver: true }) },
    'without them': { as: 'sol', input: (_, { handover }) => ({ handoverId: handover, takeOver: false }) },
  },
  'shift.takeOver': { two: { as: 'sol', input: (_, { intake, other }) => ({ claimIds: [intake, other] }) } },
  'paperPacks.print': {
    first: { as: 'amelie', input: () => ({ count: 2, language: 'fr' }) },
    next: {
      as: 'amelie',
      input: async (desk) => {
        await desk.paperPacks.print({ count: 1, language: 'en' })
        return { count: 1, language: 'en' }
      },
    },
  },
  'paperPacks.take': { 'of another desk': { as: 'amelie', input: () => ({ text: abroad, channel: 'inland' }) } },
  'paperPacks.addPage': {
    'scanned back': {
      as: 'amelie',
      input: async (desk, ready) => {
        const { claimId } = await desk.paperPacks.take({ text: abroad, channel: 'inland' })
        return { claimId, text: abroad, page: 1, file: portraitOf(ready) }
      },
    },
  },
}
