import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Burst,
  noBurst,
  type Press,
  press,
  quietAfter,
  readerGap,
  type Step,
} from '../../../src/shared/reader/burst.ts'
import { type ReaderLayout, readerLayouts } from '../../../src/shared/reader/layouts.ts'
import { keysOf, type SentKey } from '../../support/reader.ts'

const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const td1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']

type Field = Press['field']
const plain = { repeat: false, composing: false, command: false }
const timed = (keys: readonly SentKey[], gaps: readonly number[], field: Field = 'text'): Press[] => {
  let at = 1000
  return keys.map((key, place) => {
    at += gaps[place % gaps.length] ?? 0
    return { ...key, ...plain, field, at }
  })
}
const typed = (text: string, gaps: readonly number[], field: Field = 'text'): Press[] =>
  timed(
    [...text].map((key) => ({
      key: key === '\n' ? 'Enter' : key,
      code:
        key === '\n' ? 'Enter' : /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : '',
      shift: /[A-Z]/.test(key),
      altGr: false,
    })),
    gaps,
    field,
  )

function run(presses: readonly Press[]) {
  const steps: Step[] = []
  let burst: Burst = noBurst
  for (const each of presses) {
    const step = press(burst, each)
    steps.push(step)
    burst = step.burst
  }
  const acts = steps.map(({ act }) => act)
  return {
    acts,
    passed: acts.filter((act) => act === 'pass').length,
    began: steps.filter(({ began }) => began).length,
    ended: steps.flatMap(({ ended }) => (ended ? [ended] : [])),
    burst,
    text: burst.strokes.map(({ key }) => (key === 'Enter' ? '\n' : key)).join(''),
  }
}

describe('a reader', () => {
  const layout = fc.constantFrom<ReaderLayout[]>(...readerLayouts)
  const gaps = fc.array(fc.integer({ min: 0, max: readerGap }), { minLength: 1, maxLength: 40 })
  const lineEnd = fc.constantFrom<('Enter' | 'Tab')[][]>(['Enter'], ['Tab'], ['Enter', 'Enter'], [])

  it('is recognised on any layout at any pace of readers, wherever the focus is, and every key is kept', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(td3, td1, ['A0001001'], ['R000100001']),
        layout,
        layout,
        gaps,
        lineEnd,
        fc.constantFrom<Field[]>('none', 'text'),
        (lines, reader, computer, pace, ends, field) => {
          const keys = keysOf(lines, { reader, computer, lineEnd: ends })
          const { acts, burst, began } = run(timed(keys, pace, field))
          expect(began).toBe(1)
          expect(burst.strokes.map(({ code }) => code)).toEqual(keys.map(({ code }) => code))
          // What passes before it is sure: never a line end, and beside a text field the first key alone.
          const passed = keys.filter((_, at) => acts[at] === 'pass')
          expect(passed.length).toBeLessThanOrEqual(field === 'none' ? 1 : 5)
          expect(passed.map(({ key }) => key)).not.toContain('Enter')
          expect(passed.map(({ key }) => key)).not.toContain('Tab')
        },
      ),
    )
  })

  it('that pauses between the lines of a zone sends one burst', () => {
    const keys = keysOf(td3, { reader: 'us', computer: 'us' })
    const paces = keys.map((_, at) => (at === 45 ? 280 : 8))
    const { ended, burst } = run(timed(keys, paces))
    expect(ended).toEqual([])
    expect(burst.strokes).toHaveLength(90)
  })

  it('that stumbles once it is known is still one burst', () => {
    const keys = keysOf(td3, { reader: 'us', computer: 'us' })
    expect(
      run(
        timed(
          keys,
          keys.map((_, at) => (at === 30 ? 140 : 8)),
        ),
      ).burst.strokes,
    ).toHaveLength(90)
  })

  it('waits for the next line of a zone longer than after its last one', () => {
    const wait = (lines: readonly string[], count: number) =>
      quietAfter(run(timed(keysOf(lines, { reader: 'us', computer: 'us' }).slice(0, count), [5])).burst)
    expect(wait(td3, 45)).toBe(300)
    expect(wait(td3, 90)).toBe(150)
    expect(wait(td1, 62)).toBe(300)
    expect(wait(td1, 93)).toBe(150)
    expect(wait(['A0001001'], 9)).toBe(150)
    expect(quietAfter(noBurst)).toBeUndefined()
  })

  it('sends a short number with its line end', () => {
    expect(run(typed('A123\n', [10])).text).toBe('A123\n')
  })

  it('sends line feeds as Ctrl+J', () => {
    const [line = []] = [typed('A0001001', [5])]
    const feed = { ...plain, code: 'KeyJ', key: 'j', shift: false, altGr: false, command: true, field: 'text' } as const
    const { text, acts } = run([...line, { ...feed, at: (line.at(-1)?.at ?? 0) + 5 }])
    expect(text).toBe('A0001001\n')
    expect(acts.at(-1)).toBe('take')
  })

  it('is one text of 910 characters though a busy computer holds some keys back, and its line end ends it', () => {
    const gaps = Array.from({ length: 911 }, (_, at) => (at === 300 || at === 700 ? 900 : 4))
    const presses = typed(`${'dc03a7'.repeat(152).slice(0, 910)}\n`, gaps, 'none')
    const whole = run(presses)
    expect([whole.ended, whole.burst.strokes.length, quietAfter(whole.burst)]).toEqual([[], 911, 150])
    expect(quietAfter(run(presses.slice(0, 910)).burst)).toBe(1000)
  })

  it('is over when a key comes after its silence, and that key is a person’s', () => {
    const scan = typed('A0001001\n', [5])
    const later = typed('x', [0]).map((key) => ({ ...key, at: (scan.at(-1)?.at ?? 0) + 500 }))
    const { ended, acts, burst } = run([...scan, ...later])
    expect(ended.map((strokes) => strokes.length)).toEqual([9])
    expect(acts.at(-1)).toBe('pass')
    expect(burst.sure).toBe(false)
  })
})

describe('a person', () => {
  const anyKey = fc.constantFrom(...'ABCPVI0123456789<abcxyz -.\n')
  it('at 40 ms a key or slower is never taken for a reader, whatever is typed and wherever', () => {
    fc.assert(
      fc.property(
        fc.array(anyKey, { maxLength: 120 }),
        fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom<Field[]>('none', 'text', 'secret'),
        (keys, gaps, field) => {
          const presses = typed(keys.join(''), gaps, field)
          expect(run(presses).passed).toBe(presses.length)
        },
      ),
    )
  })

  it('holding a key down is none', () => {
    const held = typed('A'.repeat(60), [30]).map((key, at) => ({ ...key, repeat: at > 0 }))
    expect(run(held)).toMatchObject({ passed: 60, began: 0 })
  })

  it('composing with an input method is none', () => {
    expect(run(typed('AAAAAAAAAA', [5]).map((key) => ({ ...key, composing: true }))).began).toBe(0)
  })

  it('rolling over a few keys fast, in capitals, is none', () => {
    expect(run(typed('ABCDE', [10])).passed).toBe(5)
    expect(run(typed('ABCD', [10, 10, 10, 10])).began).toBe(0)
  })
})

describe('another program that types fast', () => {
  it('may type its text into a field, but not submit the form', () => {
    const { acts } = run(typed('the claimant says\n', [5]))
    expect(acts.slice(0, -1)).not.toContain('take')
    expect(acts.at(-1)).toBe('take')
  })

  it('may fill passwords and codes, and go on', () => {
    expect(run(typed('123456\n', [5], 'secret')).passed).toBe(7)
    expect(run(typed('Correct Horse\n', [5], 'secret')).passed).toBe(14)
  })

  it('beside a text field presses nothing', () => {
    const { acts } = run(typed('no text \n', [5], 'none'))
    expect(acts.slice(1)).not.toContain('pass')
  })
})

it('a passport scanned into a password field is a burst, and not submitted', () => {
  const { acts, began } = run(timed(keysOf(td3, { reader: 'us', computer: 'us' }), [5], 'secret'))
  expect(began).toBe(1)
  expect(acts.slice(20)).not.toContain('pass')
})
