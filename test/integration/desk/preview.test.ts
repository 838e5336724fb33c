import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { borderDesk } from '../../support/set-up.ts'

/** The words of a PDF's first page. */
async function wordsOf(file: Blob): Promise<string> {
  const task = getDocument({ data: new Uint8Array(await file.arrayBuffer()), useSystemFonts: false })
  const page = await (await task.promise).getPage(1)
  const { items } = await page.getTextContent()
  await task.destroy()
  return items.map((item) => ('str' in item ? item.str : '')).join(' ')
}

it('the preview of an acknowledgement shows the number that the letter will carry', async () => {
  const { desk, close } = await borderDesk()
  const { row } = await desk.claims.open({ channel: 'port_of_entry' })
  const { claimId, applicationNumber } = row
  await desk.claims.setPerson({
    claimId,
    fields: { familyName: 'Eriksson', birthDate: '1974-08-12', birthCountry: 'SYR', citizenships: ['SYR'], sex: 'F' },
    bases: [],
  })
  await desk.eligibility.decide({ claimId, outcome: 'undecided' })
  const { file } = await desk.documents.preview({ claimId, kind: 'acknowledgement' })
  const words = await wordsOf(file)
  expect(words).toContain(applicationNumber)
  expect(words).not.toContain('R000000000')
  await close()
})
