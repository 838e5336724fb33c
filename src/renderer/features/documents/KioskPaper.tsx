import { Button, Group, Modal } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Paper, shownPaper } from '../../app/delivery.ts'
import { useText } from '../../app/language.tsx'
import { Empty, Loading } from '../../components/states.tsx'
import css from './KioskPaper.module.css'
import { PdfPages } from './PdfPages.tsx'

/** 300 dots an inch, where the screen counts 96. */
const printDensity = 300 / 96

const { close } = shownPaper

/** A kiosk without a printer of its own: the paper in the window, and the browser's printing from there. */
export function KioskPaper() {
  const shown = useSyncExternalStore(shownPaper.subscribe, shownPaper.get)
  // Under the lock and for the next officer it is gone.
  useEffect(() => shownPaper.forget, [])
  return shown ? <PaperInPage key={shown.n} n={shown.n} from={shown.paper} /> : null
}

function PaperInPage({ n, from }: { n: number; from: Paper }) {
  const t = useText()
  // A page that is not drawn yet would print blank, on a numbered sheet.
  const [drawn, setDrawn] = useState(false)
  const paper = useQuery({
    queryKey: ['kiosk-paper', n],
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) => {
      if (typeof from !== 'string') return from
      const answer = await fetch(from, { signal })
      if (!answer.ok) throw new Error(`paper: ${answer.status}`)
      return answer.blob()
    },
  })
  return (
    <Modal
      opened
      fullScreen
      onClose={close}
      title={t('kiosk.paper')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ content: css.content, header: css.header, body: css.body }}
    >
      <Group className={css.bar} mb="sm">
        <Button
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={!drawn}
          data-autofocus
          onClick={() => window.print()}
        >
          {t('kiosk.print')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('common.close')}
        </Button>
      </Group>
      {paper.data && (
        <div className={css.pages}>
          <PdfPages file={paper.data} label={t('kiosk.paper')} density={printDensity} onDrawn={() => setDrawn(true)} />
        </div>
      )}
      {paper.isPending && <Loading />}
      {paper.error && <Empty title={t('kiosk.paper_gone')} next={t('kiosk.paper_gone_next')} />}
    </Modal>
  )
}
