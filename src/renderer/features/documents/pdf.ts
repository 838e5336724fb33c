import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerAddress

/** Opens a PDF for drawing. Nothing is fetched but the worker of this program: fonts come with the document. */
export async function openPdf(
  file: Blob,
): Promise<{ readonly document: PDFDocumentProxy; readonly close: () => Promise<void> }> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    // Our papers embed their fonts and hold plain JPEG pictures: no font data and no decoder is needed.
    useSystemFonts: false,
    useWasm: false,
    disableAutoFetch: true,
    stopAtErrors: false,
  })
  return { document: await task.promise, close: () => task.destroy() }
}
