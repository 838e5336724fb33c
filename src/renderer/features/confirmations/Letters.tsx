import { Button, Modal, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PostedLetters } from '../../../shared/contract/views.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'

/** A day's letters: what they note is said before they are made, and afterwards whose letter could not be made. */
export function Letters() {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [posted, setPosted] = useState<PostedLetters>()
  const post = useMutation(
    desk.confirmations.postDue.mutationOptions({
      onSuccess: (made) => {
        if (made.file) takeFile(made.file)
        setPosted(made.refused.length > 0 ? made : undefined)
        setAsked(false)
        return queries.invalidateQueries({ queryKey: desk.confirmations.page.key() })
      },
    }),
  )
  return (
    <>
      <Button variant="default" leftSection={<IconMail size={18} aria-hidden />} onClick={() => setAsked(true)}>
        {t('confirm.letters')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => {
          setAsked(false)
          post.reset()
        }}
        title={t('confirm.letters_title')}
        body={t('confirm.letters_body')}
        confirmLabel={t('confirm.letters_make')}
        pending={post.isPending}
        error={post.error}
        onConfirm={() => post.mutate(undefined)}
      />
      {posted && <Refused posted={posted} onClose={() => setPosted(undefined)} />}
    </>
  )
}

function Refused({ posted: { count, refused }, onClose }: { posted: PostedLetters; onClose: () => void }) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('confirm.letters_refused')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t('confirm.letters_made', { made: count, refused: refused.length })}</Text>
        {refused.map(({ confirmationId, name, failure }) => (
          <div key={confirmationId}>
            <Link to="/confirmations/$confirmationId" params={{ confirmationId }}>
              <bdi>{name}</bdi>
            </Link>
            <FailureNotice failure={failure} />
          </div>
        ))}
      </Stack>
    </Modal>
  )
}
