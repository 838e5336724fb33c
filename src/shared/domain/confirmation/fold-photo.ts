import type { ConfirmationFacts } from './facts.ts'
import type { Step } from './fold.ts'

/** What becomes of a photo: sent through the portal, taken in, decided, decided anew. */
type OfPhoto =
  | 'confirmation.photo_sent'
  | 'confirmation.photo_refused'
  | 'photo.submitted'
  | 'photo.approved'
  | 'photo.returned'
  | 'photo.decision_undone'
  | 'photo.reopened'

export const photoSteps: { readonly [N in OfPhoto]: Step<N> } = {
  'confirmation.photo_sent': [
    'send_photo',
    ({ photo: id, file: { sha256 }, on, takenOn }, { photo }) => ({
      photo: { ...photo, state: 'sent', sent: { id, sha256, on, takenOn }, refused: undefined },
    }),
  ],
  'confirmation.photo_refused': [
    'refuse_photo',
    ({ on, code, params }, { photo }) => ({
      photo: { ...photo, state: photo.id ? 'returned' : 'none', sent: undefined, refused: { on, code, params } },
    }),
  ],
  'photo.submitted': [
    'submit_photo',
    ({ on }, { photo }, { subject }) => ({
      photo: {
        ...photo,
        ...{ state: 'waiting', id: subject, submittedOn: on, decidedOn: undefined },
        ...{ sent: undefined, refused: undefined },
      },
    }),
  ],
  'photo.approved': [
    'decide_photo',
    ({ on }, { photo }) => ({ photo: { ...photo, state: 'accepted', decidedOn: on } }),
  ],
  'photo.returned': [
    'decide_photo',
    ({ on }, { photo }) => ({ photo: { ...photo, state: 'returned', decidedOn: on, returns: photo.returns + 1 } }),
  ],
  'photo.decision_undone': ['reopen_photo', (_body, facts) => waitingAgain(facts)],
  'photo.reopened': ['reopen_photo', (_body, facts) => waitingAgain(facts)],
}

const waitingAgain = ({ photo }: ConfirmationFacts): Partial<ConfirmationFacts> => ({
  photo: {
    ...photo,
    state: 'waiting',
    decidedOn: undefined,
    returns: photo.state === 'returned' ? photo.returns - 1 : photo.returns,
  },
})
