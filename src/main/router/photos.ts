import type { Action } from '../../shared/domain/authority.ts'
import { statisticsCsv } from '../../shared/photos/statistics-csv.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import { approvePhoto, overrideCheck, reopenPhoto, returnPhoto, undoDecision } from '../photos/review/decide.ts'
import { findPhoto, type PhotoFile } from '../photos/review/files.ts'
import { returnLetter } from '../photos/review/letter.ts'
import { adjustCrop, reviewPicture } from '../photos/review/pictures.ts'
import { photoQueue } from '../photos/review/queue.ts'
import { ownClaimsOnly, targetOf } from '../photos/review/reach.ts'
import { photoStatistics } from '../photos/review/statistics.ts'
import { photoView } from '../photos/review/view.ts'
import { tryPolicy } from '../photos/review/what-if.ts'
import type { PhotoJobs } from '../schedule/photo-jobs.ts'
import type { Core } from '../seat/core.ts'
import { createTurns } from '../turns.ts'
import { type Acting, allowed, note, os, withAllowed } from './calls.ts'

/** The review of photos. A decision answers with the photo as it stands afterwards. */
export function photoRoutes(core: Core, jobs: PhotoJobs) {
  const fonts = loadFonts(core.options.assetsDir)
  /** A second press while the letter is being made must find the first one's. */
  const inTurn = createTurns().take
  /** Who acts on a photo, if they may. The role first: whoever may not look is not told which photos exist. */
  const onPhoto = (action: Action, photoId: string): Result<Acting> => {
    const who = allowed(core, action)
    if (!who.ok) return who
    const { store } = who.value.desk
    const photo = findPhoto(store, photoId)
    return photo.ok ? allowed(core, action, targetOf(store, photo.value)) : photo
  }
  const viewAfter = (who: Acting, done: Result<PhotoFile>) =>
    done.ok ? photoView(who.desk, who.officer, done.value.id) : done
  const statistics = (input: { from: string; to: string; profile?: PhotoFile['profile'] | undefined }, who: Acting) =>
    input.from <= input.to ? ok(photoStatistics(who.desk.store, input)) : fail('desk.bad_input', { field: 'to' })
  return {
    photoReview: {
      queue: os.photoReview.queue.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'photo.view'), errors, ({ desk, officer }) => {
          const { mine, ...order } = input
          return ok(
            photoQueue(desk.store, {
              ...order,
              mine: mine ? officer.id : undefined,
              ownClaims: ownClaimsOnly(desk.store, officer),
            }),
          )
        }),
      ),
      get: os.photoReview.get.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.view', input.photoId), errors, (who) => {
          const view = photoView(who.desk, who.officer, input.photoId)
          if (view.ok && !view.value.report && !view.value.checkFailure) jobs.checker?.hurry(input.photoId)
          if (view.ok && !input.ahead) note(who, 'viewed', { kind: 'photo', id: input.photoId })
          return view
        }),
      ),
      picture: os.photoReview.picture.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.view', input.photoId), errors, async ({ desk, officer }) => {
          const bytes = await reviewPicture(desk, officer, input)
          return bytes.ok ? ok(new File([Buffer.from(bytes.value)], 'photo.jpg', { type: 'image/jpeg' })) : bytes
        }),
      ),
      approve: os.photoReview.approve.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.review', input.photoId), errors, (who) =>
          viewAfter(who, approvePhoto(who.desk, who.officer, input)),
        ),
      ),
      return: os.photoReview.return.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.review', input.photoId), errors, (who) =>
          viewAfter(who, returnPhoto(who.desk, who.officer, input)),
        ),
      ),
      undo: os.photoReview.undo.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.review', input.photoId), errors, (who) =>
          viewAfter(who, undoDecision(who.desk, who.officer, input.photoId)),
        ),
      ),
      reopen: os.photoReview.reopen.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.reopen', input.photoId), errors, (who) =>
          viewAfter(who, reopenPhoto(who.desk, who.officer, input.photoId, input.reason)),
        ),
      ),
      override: os.photoReview.override.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.review', input.photoId), errors, (who) =>
          viewAfter(who, overrideCheck(who.desk, who.officer, input)),
        ),
      ),
      crop: os.photoReview.crop.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.review', input.photoId), errors, async (who) =>
          viewAfter(who, await adjustCrop(who.desk, who.officer, input)),
        ),
      ),
      check: os.photoReview.check.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.review', input.photoId), errors, async (who) => {
          if (!jobs.checker) return fail('photo.engine_missing')
          const done = await jobs.checker.check(who.desk, input.photoId)
          return done.ok ? photoView(who.desk, who.officer, input.photoId) : done
        }),
      ),
      letter: os.photoReview.letter.handler(({ input, errors }) =>
        withAllowed(onPhoto('photo.review', input.photoId), errors, async ({ desk, officer }) => {
          const tools = { ...desk, fonts, drawing: core.drawing, specimen: core.options.demo }
          const letter = await inTurn(() => returnLetter(tools, officer, input))
          if (!letter.ok) return letter
          const { pdf, number } = letter.value
          return ok(new File([Buffer.from(pdf)], `${number}.pdf`, { type: 'application/pdf' }))
        }),
      ),
      whatIf: os.photoReview.whatIf.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'policy.try'), errors, ({ desk }) =>
          tryPolicy(desk.store, input.profile, input.limits),
        ),
      ),
      guide: os.photoReview.guide.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'photo.add'), errors, async ({ desk }) =>
          jobs.checker
            ? jobs.checker.guide(desk, new Uint8Array(await input.frame.arrayBuffer()))
            : fail('photo.engine_missing'),
        ),
      ),
      importFolder: os.photoReview.importFolder.handler(({ errors }) =>
        withAllowed(allowed(core, 'import.view'), errors, ({ desk }) => ok(jobs.importView(desk))),
      ),
      importNow: os.photoReview.importNow.handler(({ errors }) =>
        withAllowed(allowed(core, 'import.view'), errors, ({ desk }) => jobs.importNow(desk)),
      ),
      statistics: os.photoReview.statistics.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'photo.statistics'), errors, (who) => statistics(input, who)),
      ),
      statisticsCsv: os.photoReview.statisticsCsv.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'photo.statistics'), errors, (who) => {
          if (core.options.kiosk) return fail('host.no_files_at_kiosk')
          const view = statistics(input, who)
          if (!view.ok) return view
          const text = statisticsCsv(view.value, input.language)
          return ok(new File([text], `photos-${input.from}-${input.to}.csv`, { type: 'text/csv' }))
        }),
      ),
    },
  }
}
