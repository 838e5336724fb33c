import { Alert, Loader } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../app/language.tsx'
import css from './Documents.module.css'
import { openPdf } from './pdf.ts'

interface Props {
  readonly file: Blob
  readonly label: string
  /** Dots for each pixel of the page's width, for pages that are printed from the screen. */
  readonly density?: number
  /** Every page is drawn. */
  readonly onDrawn?: () => void
}

/** The pages of a PDF, drawn from its very bytes. */
export function PdfPages({ file, label, density = 1.5, onDrawn }: Props) {
  const t = useText()
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [failed, setFailed] = useState(false)
  const drawn = useRef(new Set<number>())
  useEffect(() => {
    let gone = false
    setFailed(false)
    const opening = openPdf(file)
    opening.then(
      ({ document }) => {
        if (!gone) setPdf(document)
      },
      () => {
        if (!gone) setFailed(true)
      },
    )
    return () => {
      gone = true
      void opening.then(({ close }) => close()).catch(() => undefined)
    }
  }, [file])
  if (failed)
    return (
      <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={t('paper.preview_failed')}>
        {t('paper.preview_failed_next')}
      </Alert>
    )
  if (!pdf)
    return (
      <div className={css.page} role="status" aria-label={t('paper.preview_wait')}>
        <Loader />
      </div>
    )
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1)
  return numbers.map((page) => (
    <Page
      key={page}
      pdf={pdf}
      page={page}
      density={density}
      onDrawn={() => {
        drawn.current.add(page)
        if (drawn.current.size === pdf.numPages) onDrawn?.()
      }}
      label={`${label}. ${t('paper.preview_of', { page, pages: pdf.numPages })}`}
    />
  ))
}

interface PageProps extends Required<Omit<Props, 'file'>> {
  readonly pdf: PDFDocumentProxy
  readonly page: number
}

function Page({ pdf, page, label, density, onDrawn }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const tell = useRef(onDrawn)
  tell.current = onDrawn
  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    const draw = async () => {
      const found = await pdf.getPage(page)
      const target = canvas.current
      if (gone || !target) return
      const width = target.parentElement?.clientWidth ?? 600
      const scale = (width / found.getViewport({ scale: 1 }).width) * Math.max(window.devicePixelRatio, density)
      const viewport = found.getViewport({ scale })
      target.width = viewport.width
      target.height = viewport.height
      const task = found.render({ canvas: target, viewport })
      stop = () => task.cancel()
      await task.promise
      if (!gone) tell.current()
    }
    // A drawing that was cancelled because the page left the screen is no failure.
    draw().catch((error: unknown) => {
      if (!gone) throw error
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [pdf, page, density])
  return (
    <div className={css.page}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
