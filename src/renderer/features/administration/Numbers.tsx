import { Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { textOf } from '../../app/numbers-file.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { NumberBlocks } from '../../components/NumberBlocks.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import css from './Administration.module.css'

/** Blocks of numbers that this desk gives out, and the import of new ones. */
export function Numbers() {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const query = useQuery(desk.numbers.blocks.queryOptions())
  const mayImport = useMay()('lease.import')
  const take = useMutation(
    desk.numbers.import.mutationOptions({
      onSuccess: (blocks) => {
        queries.setQueryData(desk.numbers.blocks.queryKey(), blocks)
        notifications.show({ message: t('numbers.imported'), color: 'green.9' })
      },
    }),
  )
  const read = async (file: File) => take.mutate({ text: await textOf(file) })
  return (
    <Stack className={css.narrow}>
      <Text c="dimmed">{t('numbers.about')}</Text>
      <Loaded query={query}>
        {(blocks) =>
          blocks.length > 0 ? <NumberBlocks blocks={blocks} withNext /> : <Empty title={t('numbers.none')} />
        }
      </Loaded>
      {mayImport && (
        <FileDrop
          label={t('numbers.import')}
          accept=".json,.txt"
          pending={take.isPending}
          onFile={(file) => void read(file)}
        />
      )}
      <FailureNotice error={take.error} />
    </Stack>
  )
}
