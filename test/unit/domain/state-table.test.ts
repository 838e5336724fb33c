import { expect, test } from 'vitest'
import { claimActions, claimAllows, claimStates, claimTransitions } from '../../../src/shared/domain/states.ts'

const mark = (yes: boolean) => (yes ? 'yes' : '')
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** docs/claim-states.md, written from the code: `npx vitest run test/unit/domain/state-table.test.ts -u` writes it anew. */
test('the state table in the documentation is the one of the code', async () => {
  const page = [
    '# States of a claim',
    '',
    'Written from `src/shared/domain/states.ts` by its test; button and command read the same table.',
    '',
    '## What leads where',
    '',
    row(['event', 'from', 'to']),
    row(['---', '---', '---']),
    ...claimTransitions.map(({ event, from, to }) => row([`\`${event}\``, from.join(', ') || '(none)', to])),
    '',
    '## What may be done',
    '',
    row(['action', ...claimStates]),
    row(['---', ...claimStates.map(() => '---')]),
    ...claimActions.map((action) => row([action, ...claimStates.map((state) => mark(claimAllows(state, action)))])),
    '',
  ]
  await expect(page.join('\n')).toMatchFileSnapshot('../../../docs/claim-states.md')
})

test('every state is reached by some event, and every transition begins where its action is allowed', () => {
  expect(new Set(claimTransitions.map(({ to }) => to))).toEqual(new Set(claimStates))
  for (const { event, from, action } of claimTransitions)
    for (const state of from) expect(claimAllows(state, action), `${event} in ${state}`).toBe(true)
})
