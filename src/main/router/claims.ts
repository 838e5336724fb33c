import { ok, type Result } from '../../shared/result.ts'
import { seenUpTo } from '../casework/head.ts'
import { recordAct, withdrawAct } from '../claims/acts.ts'
import { correctClaim } from '../claims/amend.ts'
import { joinPerson, ruleOut, searchCandidates } from '../claims/candidates.ts'
import { setCheck } from '../claims/checks.ts'
import { confirmDecision, decideClaim, returnProposal } from '../claims/decisions.ts'
import { answerFacts, overrideFinding, worksheet } from '../claims/eligibility.ts'
import { askExtension, declineExtension, extendDeadline, setBocDate } from '../claims/more-time.ts'
import { readPassport } from '../claims/passport.ts'
import { photoOnly } from '../claims/photo-only.ts'
import { addPhoto, photoForScreen } from '../claims/photos.ts'
import { noteReadBack } from '../claims/read-back.ts'
import { meetDeadline, reopenDeadline } from '../claims/received.ts'
import { reopenClaim } from '../claims/reopen.ts'
import { claimPage } from '../claims/rows.ts'
import { searchClaims } from '../claims/search.ts'
import { keepDraft, openClaim, setClaimFields, setPersonFields } from '../claims/take-in.ts'
import { claimTimeline } from '../claims/timeline.ts'
import { claimView } from '../claims/view.ts'
import type { ReadingEngine } from '../reading/engine.ts'
import { zoneView } from '../reading/zone/view.ts'
import type { Core } from '../seat/core.ts'
import { holds } from '../seat/holds.ts'
import { type Acting, allowed, note, onClaim, os, withAllowed } from './calls.ts'

/** Claims, photos and eligibility. A command answers with the claim as it stands afterwards. */
export function claimRoutes(core: Core, reading: ReadingEngine) {
  const viewAfter = (who: Acting, done: Result<unknown>, claimId: string) =>
    done.ok ? claimView(who.desk, claimId) : done
  return {
    claims: {
      page: os.claims.page.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.search'), errors, ({ desk, officer }) => {
          const { states, mine, after, limit } = input
          return ok(
            claimPage(desk.store, {
              limit,
              ...(states ? { states } : {}),
              ...(mine ? { owner: officer.id } : {}),
              ...(after ? { after } : {}),
            }),
          )
        }),
      ),
      search: os.claims.search.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.search'), errors, (who) => {
          const page = searchClaims(who.desk.store, input.text, input.limit, input.after)
          note(who, 'searched', undefined, { letters: [...input.text].length, found: page.rows.length })
          return ok(page)
        }),
      ),
      open: os.claims.open.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.open'), errors, (who) => {
          const opened = openClaim(who.desk, who.officer, input.channel)
          return opened.ok ? claimView(who.desk, opened.value.claimId) : opened
        }),
      ),
      get: os.claims.get.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view', input.claimId), errors, (who) => {
          const { desk, officer } = who
          note(who, 'viewed', { kind: 'claim', id: input.claimId }, { seen: seenUpTo(desk.store) })
          const view = claimView(desk, input.claimId)
          return view.ok && !holds(desk.store, officer, 'claim.view_file') ? ok(photoOnly(view.value)) : view
        }),
      ),
      set: os.claims.set.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, setClaimFields(who.desk, who.officer, input), input.claimId),
        ),
      ),
      setPerson: os.claims.setPerson.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, setPersonFields(who.desk, who.officer, input), input.claimId),
        ),
      ),
      recordAct: os.claims.recordAct.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.record_act', input.claimId), errors, (who) =>
          viewAfter(who, recordAct(who.desk, who.officer, input), input.claimId),
        ),
      ),
      withdrawAct: os.claims.withdrawAct.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.record_act', input.claimId), errors, (who) =>
          viewAfter(who, withdrawAct(who.desk, who.officer, input), input.claimId),
        ),
      ),
      correct: os.claims.correct.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.amend', input.claimId), errors, (who) =>
          viewAfter(who, correctClaim(who.desk, who.officer, input), input.claimId),
        ),
      ),
      reopen: os.claims.reopen.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.reopen', input.claimId), errors, (who) =>
          viewAfter(who, reopenClaim(who.desk, who.officer, input), input.claimId),
        ),
      ),
      keepDraft: os.claims.keepDraft.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, ({ desk, officer }) =>
          keepDraft(desk, officer, input.claimId, input.field, input.text),
        ),
      ),
      readDocument: os.claims.readDocument.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, ({ desk, officer }) => {
          const read = readPassport(desk, officer, input.claimId, input.text)
          if (!read.ok) return read
          const view = claimView(desk, input.claimId)
          const { filled, differs, warnings } = read.value
          return view.ok
            ? ok({ view: view.value, filled: [...filled], differs: [...differs], warnings: [...warnings] })
            : view
        }),
      ),
      zoneInPicture: os.claims.zoneInPicture.handler(({ input, errors, signal }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, async () => {
          const seen = await reading.zone(new Uint8Array(await input.file.arrayBuffer()), signal)
          return seen.ok ? ok(zoneView(seen.value)) : seen
        }),
      ),
      candidates: os.claims.candidates.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.match_person', input.claimId), errors, ({ desk, officer }) =>
          searchCandidates(desk, officer, input.claimId),
        ),
      ),
      notSamePerson: os.claims.notSamePerson.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.match_person', input.claimId), errors, ({ desk, officer }) =>
          ruleOut(desk, officer, input.claimId, input.personId, input.reason),
        ),
      ),
      samePerson: os.claims.samePerson.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.match_person', input.claimId), errors, (who) =>
          viewAfter(who, joinPerson(who.desk, who.officer, input.claimId, input.personId, input.reason), input.claimId),
        ),
      ),
      readBack: os.claims.readBack.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, noteReadBack(who.desk, who.officer, input), input.claimId),
        ),
      ),
      setCheck: os.claims.setCheck.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, setCheck(who.desk, who.officer, input.claimId, input), input.claimId),
        ),
      ),
      meetDeadline: os.claims.meetDeadline.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, meetDeadline(who.desk, who.officer, input.claimId, input), input.claimId),
        ),
      ),
      reopenDeadline: os.claims.reopenDeadline.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, reopenDeadline(who.desk, who.officer, input.claimId, input), input.claimId),
        ),
      ),
      extendDeadline: os.claims.extendDeadline.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'deadline.extend', input.claimId), errors, (who) =>
          viewAfter(who, extendDeadline(who.desk, who.officer, input), input.claimId),
        ),
      ),
      askExtension: os.claims.askExtension.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, askExtension(who.desk, who.officer, input), input.claimId),
        ),
      ),
      declineExtension: os.claims.declineExtension.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'deadline.extend', input.claimId), errors, (who) =>
          viewAfter(who, declineExtension(who.desk, who.officer, input), input.claimId),
        ),
      ),
      setBocDate: os.claims.setBocDate.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, setBocDate(who.desk, who.officer, input), input.claimId),
        ),
      ),
      timeline: os.claims.timeline.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, ({ desk, officer }) =>
          claimTimeline(desk, input.claimId, officer),
        ),
      ),
    },
    photos: {
      add: os.photos.add.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'photo.add', input.claimId), errors, async (who) => {
          const bytes = new Uint8Array(await input.file.arrayBuffer())
          const done = await addPhoto(who.desk, who.officer, { claimId: input.claimId, bytes, source: input.source })
          return viewAfter(who, done, input.claimId)
        }),
      ),
      picture: os.photos.picture.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view', input.claimId), errors, async ({ desk }) => {
          const bytes = await photoForScreen(desk, input.claimId, input.sha256)
          return bytes.ok ? ok(new File([Buffer.from(bytes.value)], 'photo.jpg', { type: 'image/jpeg' })) : bytes
        }),
      ),
    },
    eligibility: {
      worksheet: os.eligibility.worksheet.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, ({ desk }) =>
          worksheet(desk, input.claimId),
        ),
      ),
      answer: os.eligibility.answer.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          viewAfter(who, answerFacts(who.desk, who.officer, input.claimId, input.facts, input.bases), input.claimId),
        ),
      ),
      override: os.eligibility.override.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'finding.override', input.claimId), errors, (who) =>
          viewAfter(who, overrideFinding(who.desk, who.officer, input.claimId, input), input.claimId),
        ),
      ),
      decide: os.eligibility.decide.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.decide', input.claimId), errors, (who) =>
          viewAfter(who, decideClaim(who.desk, who.officer, input.claimId, input), input.claimId),
        ),
      ),
      confirm: os.eligibility.confirm.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.confirm_decision', input.claimId), errors, (who) =>
          viewAfter(who, confirmDecision(who.desk, who.officer, input.claimId, input.seen), input.claimId),
        ),
      ),
      returnProposal: os.eligibility.returnProposal.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.confirm_decision', input.claimId), errors, (who) =>
          viewAfter(who, returnProposal(who.desk, who.officer, input.claimId, input.reason), input.claimId),
        ),
      ),
    },
  }
}
