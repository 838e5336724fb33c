import type { Action } from '../../shared/domain/authority.ts'
import { messageText } from '../../shared/domain/confirmation/messages.ts'
import { confirmationStatisticsCsv } from '../../shared/domain/confirmation/statistics-csv.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { today } from '../claims/tools.ts'
import { confirmResidence, reopen, setAside } from '../confirmations/decide.ts'
import { confirmationPage } from '../confirmations/list.ts'
import { mailingSheet } from '../confirmations/mailing-sheet.ts'
import { addPhoto } from '../confirmations/photo.ts'
import { postDue, postInvitation } from '../confirmations/post.ts'
import { findConfirmation } from '../confirmations/rows.ts'
import { confirmationStatistics } from '../confirmations/statistics.ts'
import { previewImport, takeInRows } from '../confirmations/take-in.ts'
import { confirmationView } from '../confirmations/view.ts'
import { workOn } from '../confirmations/work.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import type { Core } from '../seat/core.ts'
import { createTurns } from '../turns.ts'
import { type Acting, allowed, note, os, withAllowed } from './calls.ts'

/** The confirmation of permanent residence. */
export function confirmationRoutes(core: Core) {
  const fonts = loadFonts(core.options.assetsDir)
  /** A second press while a letter is being made must find the first one's. */
  const inTurn = createTurns().take
  const paperTools = ({ desk }: Acting) => ({ ...desk, fonts, drawing: core.drawing, specimen: core.options.demo })
  /** Who acts on the person, if they may: the role first, so that nobody learns which persons there are. */
  const on = (action: Action, id: string): Result<Acting> => {
    const who = allowed(core, action)
    if (!who.ok) return who
    const person = findConfirmation(who.value.desk.store, id)
    return person.ok ? allowed(core, action, { office: person.value.facts.office }) : person
  }
  const viewAfter = ({ desk }: Acting, done: Result<unknown>, id: string) =>
    done.ok ? confirmationView(desk, id) : done
  return {
    confirmations: {
      page: os.confirmations.page.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'confirmation.view'), errors, ({ desk }) => ok(confirmationPage(desk, input))),
      ),
      get: os.confirmations.get.handler(({ input, errors }) =>
        withAllowed(on('confirmation.view', input.confirmationId), errors, (who) => {
          note(who, 'viewed', { kind: 'confirmation', id: input.confirmationId })
          return confirmationView(who.desk, input.confirmationId)
        }),
      ),
      previewImport: os.confirmations.previewImport.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'confirmation.import'), errors, async ({ desk }) =>
          previewImport(desk, new Uint8Array(await input.file.arrayBuffer()), input.mapping),
        ),
      ),
      importRows: os.confirmations.importRows.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'confirmation.import'), errors, async ({ desk, officer }) => {
          const bytes = new Uint8Array(await input.file.arrayBuffer())
          return takeInRows(desk, officer, { ...input, bytes })
        }),
      ),
      work: os.confirmations.work.handler(({ input, errors }) =>
        withAllowed(on('confirmation.work', input.confirmationId), errors, (who) =>
          viewAfter(who, workOn(who.desk, who.officer, input.confirmationId, input.work), input.confirmationId),
        ),
      ),
      addPhoto: os.confirmations.addPhoto.handler(({ input, errors }) =>
        withAllowed(on('confirmation.work', input.confirmationId), errors, async (who) => {
          const bytes = new Uint8Array(await input.file.arrayBuffer())
          const added = await addPhoto(who.desk, who.officer, input.confirmationId, { ...input, bytes })
          return viewAfter(who, added, input.confirmationId)
        }),
      ),
      confirm: os.confirmations.confirm.handler(({ input, errors }) =>
        withAllowed(on('confirmation.decide', input.confirmationId), errors, (who) => {
          const { confirmationId, notInadmissible: _checked, ...checks } = input
          return viewAfter(who, confirmResidence(who.desk, who.officer, confirmationId, checks), confirmationId)
        }),
      ),
      setAside: os.confirmations.setAside.handler(({ input, errors }) =>
        withAllowed(on('confirmation.set_aside', input.confirmationId), errors, (who) =>
          viewAfter(who, setAside(who.desk, who.officer, input.confirmationId, input.reason), input.confirmationId),
        ),
      ),
      reopen: os.confirmations.reopen.handler(({ input, errors }) =>
        withAllowed(on('confirmation.set_aside', input.confirmationId), errors, (who) =>
          viewAfter(who, reopen(who.desk, who.officer, input.confirmationId, input.reason), input.confirmationId),
        ),
      ),
      message: os.confirmations.message.handler(({ input, errors }) =>
        withAllowed(on('confirmation.view', input.confirmationId), errors, ({ desk }) => {
          const person = findConfirmation(desk.store, input.confirmationId)
          if (!person.ok) return fail('desk.not_found')
          const { facts } = person.value
          const { language, email } = facts.identity
          return ok({
            message: input.message,
            language,
            ...(email ? { to: email } : {}),
            ...messageText(input.message, facts),
          })
        }),
      ),
      statistics: os.confirmations.statistics.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'confirmation.view'), errors, ({ desk }) => confirmationStatistics(desk, input)),
      ),
      statisticsCsv: os.confirmations.statisticsCsv.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'confirmation.view'), errors, ({ desk }) => {
          if (core.options.kiosk) return fail('host.no_files_at_kiosk')
          const view = confirmationStatistics(desk, input)
          if (!view.ok) return view
          const text = confirmationStatisticsCsv(view.value, input.language)
          return ok(new File([text], `confirmations-${input.from}-${input.to}.csv`, { type: 'text/csv' }))
        }),
      ),
      postInvitation: os.confirmations.postInvitation.handler(({ input: { confirmationId }, errors }) =>
        withAllowed(on('confirmation.work', confirmationId), errors, async (who) => {
          const posted = await inTurn(() => postInvitation(paperTools(who), who.officer, confirmationId))
          return posted.ok ? ok(pdfFile(posted.value.pdf, posted.value.number)) : posted
        }),
      ),
      postDue: os.confirmations.postDue.handler(({ errors }) =>
        withAllowed(allowed(core, 'confirmation.work'), errors, async (who) => {
          const posted = await inTurn(() => postDue(paperTools(who), who.officer))
          if (!posted.ok) return posted
          const { pdf, ...told } = posted.value
          return ok({ ...told, ...(pdf ? { file: pdfFile(pdf, `letters-${today(who.desk)}`) } : {}) })
        }),
      ),
      mailingSheet: os.confirmations.mailingSheet.handler(({ errors }) =>
        withAllowed(allowed(core, 'confirmation.work'), errors, ({ desk }) =>
          ok(new File([Buffer.from(mailingSheet(desk.store))], `mailing-${today(desk)}.csv`, { type: 'text/csv' })),
        ),
      ),
    },
  }
}

const pdfFile = (pdf: Uint8Array, name: string) =>
  new File([Buffer.from(pdf)], `${name}.pdf`, { type: 'application/pdf' })
