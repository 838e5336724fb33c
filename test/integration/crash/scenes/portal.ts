import { type Desk, type Ready, reason, type Scenes } from './scene.ts'

const due = '2026-12-18'
const words = { language: 'fr', subject: 'Un document manque', text: 'Envoyez votre passeport.' } as const

/** A message on the intake that asks for something. */
async function asked(desk: Desk, { intake: claimId }: Ready): Promise<{ claimId: string; message: string }> {
  const action = { what: 'send_document', due } as const
  const { messages } = await desk.messages.send({ claimId, ...words, action })
  return { claimId, message: messages.at(-1)?.message ?? '' }
}

export const portalScenes: Scenes<'messages'> = {
  'messages.send': {
    'asking for a document': {
      as: 'amelie',
      input: (_, { intake: claimId }) => ({ claimId, ...words, action: { what: 'send_document', due } }),
    },
  },
  'messages.settle': { received: { as: 'amelie', input: asked } },
  'messages.returned': { letter: { as: 'amelie', input: (_, { intake: claimId }) => ({ claimId }) } },
  'messages.reachedAgain': {
    called: {
      as: 'amelie',
      input: async (desk, { intake: claimId }) => {
        await desk.messages.returned({ claimId })
        return { claimId, reason }
      },
    },
  },
}
