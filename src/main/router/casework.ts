import { caseworkCsv } from '../../shared/casework-statistics.ts'
import { actionOf } from '../../shared/domain/bulk.ts'
import { queueNames, queueOf } from '../../shared/domain/queues.ts'
import { fail, ok } from '../../shared/result.ts'
import { actOn } from '../casework/bulk/acts.ts'
import { previewBulk } from '../casework/bulk/preview.ts'
import { claimHead } from '../casework/head.ts'
import { moveClaim } from '../casework/move.ts'
import { addNote, findNotes, notesOf } from '../casework/notes.ts'
import { handOverAll, officerCases } from '../casework/ownership.ts'
import { asksRules, queueCounts, queuePage } from '../casework/queues/page.ts'
import { dropSearch, savedSearches, saveSearch } from '../casework/saved-searches.ts'
import { caseworkStatistics } from '../casework/statistics.ts'
import { startWork, stopWork } from '../casework/working.ts'
import { claimView } from '../claims/view.ts'
import { askingRules } from '../schedule/asking-rules.ts'
import type { Core } from '../seat/core.ts'
import { holds } from '../seat/holds.ts'
import { allowed, note, onClaim, os, withAllowed } from './calls.ts'

/** The queues of casework. */
export function caseworkRoutes(core: Core) {
  const rules = askingRules(core)
  return {
    queues: {
      counts: os.queues.counts.handler(({ errors }) =>
        withAllowed(allowed(core, 'today.view'), errors, ({ desk, officer }) => {
          const own = queueNames.filter((queue) => holds(desk.store, officer, queueOf(queue).needs))
          const counts = queueCounts(desk, own)
          if (counts.some(({ count }) => count === null)) rules.begin(desk)
          return ok(counts)
        }),
      ),
      saved: os.queues.saved.handler(({ errors }) =>
        withAllowed(allowed(core, 'today.view'), errors, ({ desk, officer }) => ok(savedSearches(desk, officer))),
      ),
      save: os.queues.save.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'today.view'), errors, ({ desk, officer }) => {
          const done = saveSearch(desk, officer, input)
          return done.ok ? ok(savedSearches(desk, officer)) : done
        }),
      ),
      drop: os.queues.drop.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'today.view'), errors, ({ desk, officer }) => {
          const done = dropSearch(desk, officer, input.search)
          return done.ok ? ok(savedSearches(desk, officer)) : done
        }),
      ),
      page: os.queues.page.handler(async ({ input, errors }) => {
        const needs = queueOf(input.queue).needs
        // Asked while others have their turn; whether the officer may look is asked anew when the answer is there.
        if (asksRules(input.queue))
          await withAllowed(allowed(core, needs), errors, async ({ desk }) => ok(await rules.done(desk)))
        return withAllowed(allowed(core, needs), errors, ({ desk, officer }) => ok(queuePage(desk, officer.id, input)))
      }),
    },
    casework: {
      officers: os.casework.officers.handler(({ errors }) =>
        withAllowed(allowed(core, 'claim.take'), errors, ({ desk }) => ok(officerCases(desk))),
      ),
      preview: os.casework.preview.handler(({ input, errors }) =>
        withAllowed(allowed(core, actionOf(input.act)), errors, ({ desk, officer }) =>
          previewBulk(desk, officer, input.claimIds, input.act),
        ),
      ),
      act: os.casework.act.handler(({ input, errors }) =>
        withAllowed(onClaim(core, actionOf(input.act), input.claimId), errors, ({ desk, officer }) => {
          const done = actOn(desk, officer, input.claimId, input.act)
          return done.ok ? ok({ text: done.value.text }) : done
        }),
      ),
      handOverAll: os.casework.handOverAll.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.assign'), errors, ({ desk, officer }) => {
          const done = handOverAll(desk, officer, input)
          return done.ok ? ok({ moved: done.value }) : done
        }),
      ),
      move: os.casework.move.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.move', input.claimId), errors, ({ desk, officer }) => {
          const done = moveClaim(desk, officer, input)
          return done.ok ? claimView(desk, input.claimId) : done
        }),
      ),
      head: os.casework.head.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, ({ desk, officer }) =>
          claimHead(desk, officer, input.claimId),
        ),
      ),
      notes: os.casework.notes.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, ({ desk, officer }) =>
          ok(notesOf(desk, officer, input.claimId)),
        ),
      ),
      findNotes: os.casework.findNotes.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.view_file'), errors, (who) => {
          const rows = findNotes(who.desk, who.officer, input.text)
          note(who, 'searched', undefined, { letters: [...input.text].length, found: rows.length })
          return ok(rows)
        }),
      ),
      addNote: os.casework.addNote.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'note.write', input.claimId), errors, ({ desk, officer }) => {
          const done = addNote(desk, officer, input)
          return done.ok ? ok(notesOf(desk, officer, input.claimId)) : done
        }),
      ),
      statistics: os.casework.statistics.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.statistics'), errors, ({ desk }) => ok(caseworkStatistics(desk, input))),
      ),
      statisticsCsv: os.casework.statisticsCsv.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.statistics'), errors, ({ desk }) => {
          if (core.options.kiosk) return fail('host.no_files_at_kiosk')
          const text = caseworkCsv(caseworkStatistics(desk, input), input.language)
          return ok(new File([text], `claims-${input.from}-${input.to}.csv`, { type: 'text/csv' }))
        }),
      ),
      startWork: os.casework.startWork.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.take', input.claimId), errors, ({ desk, officer }) =>
          startWork(desk, officer, input),
        ),
      ),
      stopWork: os.casework.stopWork.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.take', input.claimId), errors, ({ desk, officer }) =>
          stopWork(desk, officer, input.claimId),
        ),
      ),
    },
  }
}
