import { Button, Group, Text } from '@mantine/core'
import { IconPhotoPause, IconPhotoUp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BlobsView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Administration.module.css'

/** How many pictures and papers wait, both ways, and photos put off until the line is better. */
export function TravellingBlobs({ blobs }: { blobs: BlobsView }) {
  const { t, language } = useLanguage()
  const desk = useDesk()
  const queries = useQueryClient()
  const later = useMutation(
    desk.sync.photosLater.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: desk.status.key() }),
    }),
  )
  const { out, outBytes, photosLater, problem } = blobs
  return (
    <section className={css.part}>
      <h2>{t('sync.blobs')}</h2>
      {out > 0 && <Text mt="xs">{t('sync.blobs_out', { count: out, size: megabytes(outBytes, language) })}</Text>}
      {blobs.in > 0 && <Text mt="xs">{t('sync.blobs_in', { count: blobs.in })}</Text>}
      {out + blobs.in === 0 && <Text mt="xs">{t('sync.blobs_none')}</Text>}
      {photosLater && <Text mt="xs">{t('sync.blobs_later')}</Text>}
      {problem && <FailureNotice failure={problem} />}
      <FailureNotice error={later.error} />
      <Group mt="sm">
        <Button
          variant="default"
          leftSection={photosLater ? <IconPhotoUp size={18} aria-hidden /> : <IconPhotoPause size={18} aria-hidden />}
          loading={later.isPending}
          onClick={() => later.mutate({ later: !photosLater })}
        >
          {t(photosLater ? 'sync.photos_now' : 'sync.photos_later')}
        </Button>
      </Group>
    </section>
  )
}

/** With one decimal, never nothing. */
const megabytes = (bytes: number, language: string): string =>
  new Intl.NumberFormat(`${language}-CA`, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(Math.max(0.1, bytes / 1_000_000))
