import { ask } from '../casework/queues/open-rules.ts'
import { unasked } from '../casework/queues/page.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { pause } from '../store/pause.ts'

/** What asks the rules of eligibility of every claim that may be ready to be referred, in between other work. */
export interface AskingRules {
  /** Begins, unless somebody has. Windows hear when the number of the queue is known. */
  begin(desk: OpenDesk): void
  /** When every answer is there that the number needs, or the desk ends. Rejects where a mistake of ours keeps it from that. */
  done(desk: OpenDesk): Promise<void>
}

/** Where the desk ends or its tables are written anew, it is given up: who looks at the queues later begins again. */
export function askingRules({ options: { timers }, watchers }: Pick<Core, 'options' | 'watchers'>): AskingRules {
  const underWay = new WeakMap<OpenDesk, Promise<void>>()

  const askAll = async (desk: OpenDesk): Promise<void> => {
    const nextTurn = async () => {
      await pause(timers)
      return !desk.ending.aborted && !desk.store.status().rebuilding
    }
    let asked = false
    while (await nextTurn()) {
      // Once more after the last one: of a claim that changed meanwhile, and of those that come after one left out.
      const ids = unasked(desk)
      if (ids.length === 0) {
        if (asked) watchers.tell(['queues'])
        return
      }
      asked = true
      // One a turn: a millisecond or two, some more for the first.
      for (const id of ids) {
        if (!(await nextTurn())) return
        ask(desk, id)
      }
    }
  }
  const done = (desk: OpenDesk): Promise<void> => {
    const running = underWay.get(desk) ?? desk.during(() => askAll(desk)).finally(() => underWay.delete(desk))
    underWay.set(desk, running)
    return running
  }
  return {
    done,
    begin(desk) {
      done(desk).catch((bug: unknown) => {
        // A mistake of ours must not end the desk under an officer's hands: it stands in the access log.
        const reason = bug instanceof Error ? bug.name : 'unknown'
        const actor = desk.store.identity()?.device ?? ''
        desk.store.access.note({ actor, act: 'job_failed', details: { job: 'asking_rules', reason } })
      })
    },
  }
}
