import type { NumberBlockView } from '../../shared/contract/views.ts'
import { writeNumber } from '../../shared/domain/numbers.ts'
import { useLanguage } from '../app/language.tsx'
import { DataTable } from './DataTable.tsx'

/** Blocks of numbers: their series, where they begin and end, how many are left. */
export function NumberBlocks({ blocks, withNext = false }: { blocks: readonly NumberBlockView[]; withNext?: boolean }) {
  const { t, language } = useLanguage()
  const count = new Intl.NumberFormat(`${language}-CA`)
  return (
    <DataTable
      label={t('setup.numbers')}
      rows={blocks}
      rowKey={(block) => `${block.series}${block.prefix}${block.first}`}
      columns={[
        { key: 'series', header: t('setup.series'), cell: ({ series }) => t(`series.${series}`) },
        {
          key: 'range',
          header: t('setup.range'),
          cell: (block) => `${writeNumber(block, block.first)} – ${writeNumber(block, block.last)}`,
        },
        ...(withNext
          ? [
              {
                key: 'next',
                header: t('numbers.next'),
                cell: (block: NumberBlockView) => (block.left > 0 ? writeNumber(block, block.next) : '–'),
              },
            ]
          : []),
        { key: 'left', header: t('setup.left'), align: 'right', cell: ({ left }) => count.format(left) },
      ]}
    />
  )
}
