/** Several stored papers as one file, page after page, for a window that prints itself. The stored bytes stay as they are; the same papers give the same file. */
export async function mergePapers(papers: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = papers
  if (only && papers.length === 1) return only
  // Only once papers are printed: the sign-in must not wait for the PDF library.
  const { PDFDocument } = await import('pdf-lib')
  const whole = await PDFDocument.create({ updateMetadata: false })
  for (const paper of papers) {
    const part = await PDFDocument.load(paper, { updateMetadata: false })
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page)
  }
  return whole.save()
}
