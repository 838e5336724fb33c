import { type Desk, type Ready, reason, type Scenes } from './scene.ts'

const idOf = async (desk: Desk, name: RegExp): Promise<string> =>
  (await desk.casework.officers()).find((officer) => name.test(officer.name))?.id ?? ''

const working = async (desk: Desk, { intake: claimId }: Ready) => {
  await desk.casework.startWork({ claimId })
  return { claimId }
}

const filter = { queue: 'taking_in', whose: 'mine' } as const

export const caseworkScenes: Scenes<'casework'> & Scenes<'queues'> = {
  'queues.save': { shared: { as: 'amelie', input: () => ({ name: 'Mine', filter, shared: true }) } },
  'queues.drop': {
    own: {
      as: 'amelie',
      input: async (desk) => {
        const [one] = await desk.queues.save({ name: 'Mine', filter, shared: false })
        return { search: one?.search ?? '' }
      },
    },
  },
  'casework.act': {
    assigning: {
      as: 'sol',
      input: async (desk, { intake: claimId }) => ({
        claimId,
        act: { do: 'assign', to: await idOf(desk, /^Sol/), reason },
      }),
    },
    writing: {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, act: { do: 'message', template: 'address', due: '2026-12-18' } }),
    },
  },
  'casework.addNote': {
    'for supervisors': {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, text: reason, readers: ['supervisor'] }),
    },
  },
  'casework.handOverAll': {
    'to a supervisor': {
      as: 'sol',
      input: async (desk) => ({ from: await idOf(desk, /^Am/), to: [await idOf(desk, /^Sol/)], reason }),
    },
  },
  'casework.startWork': { first: { as: 'amelie', input: (_, { intake: claimId }) => ({ claimId }) } },
  'casework.stopWork': { own: { as: 'amelie', input: working } },
}
