import { type Desk, type Ready, reason, type Scenes } from './scene.ts'

/** The waiting photo of a claim that is Amélie's. */
async function photoOf(desk: Desk, { intake }: Ready): Promise<{ photoId: string }> {
  const { rows } = await desk.photoReview.queue({ stage: 'waiting' })
  const { applicationNumber } = (await desk.claims.get({ claimId: intake })).row
  return { photoId: rows.find((row) => row.applicationNumber === applicationNumber)?.photoId ?? '' }
}

export const photoScenes: Scenes<'photoReview'> = {
  'photoReview.approve': { first: { as: 'amelie', input: photoOf } },
  'photoReview.return': {
    'too dark': {
      as: 'amelie',
      input: async (desk, ready) => ({
        ...(await photoOf(desk, ready)),
        reasons: ['too_dark'],
        codes: ['dark'],
        words: { fr: 'Près d’une fenêtre.' },
      }),
    },
  },
  'photoReview.undo': {
    'at once': {
      as: 'amelie',
      input: async (desk, ready) => {
        const photo = await photoOf(desk, ready)
        await desk.photoReview.approve(photo)
        return photo
      },
    },
  },
  'photoReview.reopen': {
    later: { as: 'sol', input: (_, { approvedPhoto: photoId }) => ({ photoId, reason }) },
  },
  'photoReview.letter': {
    french: { as: 'sol', input: (_, { returnedPhoto: photoId }) => ({ photoId, language: 'fr' }) },
  },
  'photoReview.override': {
    fine: {
      as: 'amelie',
      input: async (desk, ready) => ({ ...(await photoOf(desk, ready)), check: 'blur', says: 'fine', note: reason }),
    },
  },
  'photoReview.crop': {
    tighter: {
      as: 'amelie',
      input: async (desk, ready) => {
        return { ...(await photoOf(desk, ready)), frame: { x: 7, y: 9, width: 350, height: 450 } }
      },
    },
  },
}
