import { ok } from '../../shared/result.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import type { PaperTools } from '../documents/rendering.ts'
import type { Core } from '../seat/core.ts'
import { addPackPage, makePacks, packRows, packsOfClaim, pagePicture, takePack } from '../shifts/paper-packs.ts'
import { deskOf } from '../shifts/shifts.ts'
import { createTurns } from '../turns.ts'
import { type Acting, allowed, onClaim, os, withAllowed } from './calls.ts'

/** Paper packs: printed ahead, taken in, their pages kept. */
export function paperPackRoutes(core: Core) {
  const fonts = loadFonts(core.options.assetsDir)
  /** Two presses must not make the same numbers. */
  const inTurn = createTurns().take
  const tools = ({ desk }: Acting): PaperTools => ({
    ...desk,
    fonts,
    drawing: core.drawing,
    specimen: core.options.demo,
  })
  return {
    paperPacks: {
      list: os.paperPacks.list.handler(({ errors }) =>
        withAllowed(allowed(core, 'pack.print'), errors, ({ desk }) => ok(packRows(desk.store, deskOf(desk.store)))),
      ),
      print: os.paperPacks.print.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'pack.print'), errors, async (who) => {
          const made = await inTurn(() => makePacks(tools(who), who.officer, input))
          if (!made.ok) return made
          return core.options.ports.printing.printPdf(made.value.pdf, { title: made.value.numbers[0] ?? '' })
        }),
      ),
      take: os.paperPacks.take.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.open'), errors, (who) => takePack(tools(who), who.officer, input)),
      ),
      ofClaim: os.paperPacks.ofClaim.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, ({ desk }) =>
          ok(packsOfClaim(desk.store, input.claimId)),
        ),
      ),
      addPage: os.paperPacks.addPage.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, async (who) => {
          const { file, ...page } = input
          const bytes = new Uint8Array(await file.arrayBuffer())
          const added = await addPackPage(tools(who), who.officer, { ...page, bytes })
          return added.ok ? ok(packsOfClaim(who.desk.store, input.claimId)) : added
        }),
      ),
      picture: os.paperPacks.picture.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, async (who) => {
          const bytes = await pagePicture(tools(who), input.claimId, input.sha256)
          return bytes.ok ? ok(new File([Buffer.from(bytes.value)], 'page.jpg', { type: 'image/jpeg' })) : bytes
        }),
      ),
    },
  }
}
