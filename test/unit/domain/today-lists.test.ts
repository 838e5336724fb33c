import { expect, test } from 'vitest'
import { grant } from '../../../src/shared/domain/authority.ts'
import { queueNames, queueOf } from '../../../src/shared/domain/queues.ts'
import { queuesOfToday, todayOf } from '../../../src/shared/domain/today-lists.ts'
import { roles } from '../../../src/shared/domain/vocabulary.ts'
import { queueTexts } from '../../../src/shared/i18n/queues.ts'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const works = (queue: (typeof queueNames)[number]) =>
  roles.filter((role) => grant(role, queueOf(queue).needs) !== 'none')
const redOf = (queue: (typeof queueNames)[number]): string => {
  const { red } = queueOf(queue)
  if (red === undefined) return 'never'
  if (red === 'passed') return 'once the day has passed'
  return red === 'interviewWithinDays'
    ? 'after the office’s days to an interview'
    : `after ${red} open day${red === 1 ? '' : 's'}`
}

/** docs/queues.md, written from the code: `npx vitest run test/unit/domain/today-lists.test.ts -u` writes it anew. */
test('the documentation says who sees which queue and what Today shows to whom', async () => {
  const page = [
    '# Queues and Today, by role',
    '',
    'Written from `src/shared/domain/queues.ts` and `today-lists.ts` by their test. What of a claim puts it into a queue is',
    'said once, in `src/main/casework/queues/definitions.ts`.',
    '',
    '## Queues',
    '',
    row(['queue', 'English', 'French', 'worked by', 'ordered by', 'red']),
    row(Array.from({ length: 6 }, () => '---')),
    ...queueNames.map((queue) => {
      const { en, fr } = queueTexts[`queue.${queue}`]
      const by = queueOf(queue).by === 'day' ? 'day' : 'longest wait'
      return row([`\`${queue}\``, en, fr, works(queue).join(', '), by, redOf(queue)])
    }),
    '',
    '## Today',
    '',
    'A queue named here is shown as soon as somebody waits in it, any other one once something in it is late. Who has several',
    'roles sees the lists of all of them; a role without lists has no Today.',
    '',
    row(['role', 'lists', 'queues']),
    row(['---', '---', '---']),
    ...roles.map((role) => {
      const { lists, queues } = todayOf([role])
      return row([role, [...lists].join(', ') || '(none)', queues.join(', ')])
    }),
    '',
  ]
  await expect(page.join('\n')).toMatchFileSnapshot('../../../docs/queues.md')
})

test('nobody is shown on Today a queue that the role may not work', () => {
  for (const role of roles)
    for (const queue of todayOf([role]).queues) expect(works(queue), `${role} ${queue}`).toContain(role)
})

test('what waits in the queues of one’s roles stands first, then what is late in others; nothing stands twice', () => {
  const counts = queueNames.map((queue) => ({ queue, count: 0, late: 0 }))
  const withOf = (...changed: { queue: (typeof queueNames)[number]; count: number | null; late: number | null }[]) =>
    counts.map((each) => changed.find(({ queue }) => queue === each.queue) ?? each)
  const given = withOf(
    { queue: 'no_show', count: 1, late: 0 },
    { queue: 'extension_asked', count: 2, late: 2 },
    { queue: 'messages', count: 3, late: 1 },
    { queue: 'taking_in', count: 9, late: 0 },
  )
  const names = ({ own, late }: ReturnType<typeof queuesOfToday>) => [own, late].map((each) => each.map((c) => c.queue))
  expect(names(queuesOfToday(['supervisor'], given))).toEqual([['extension_asked', 'no_show'], ['messages']])
  expect(names(queuesOfToday(['border_officer'], given))).toEqual([['taking_in', 'messages'], ['extension_asked']])
  expect(names(queuesOfToday(['photo_reviewer'], counts))).toEqual([[], []])
  // Somebody may wait where the number is not known yet; what is not known to be late is not said to be.
  const unknown = withOf({ queue: 'ready_to_refer', count: null, late: null })
  expect(names(queuesOfToday(['caseworker'], unknown))).toEqual([['ready_to_refer'], []])
  expect(names(queuesOfToday(['supervisor'], unknown))).toEqual([[], []])
})
