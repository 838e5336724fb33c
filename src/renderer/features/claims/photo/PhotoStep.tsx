import { Button, Group } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isIdentityKind } from '../../../../shared/domain/vocabulary.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { FileDrop } from '../../../components/FileDrop.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { useClaim } from '../claim.tsx'
import { Step } from '../Step.tsx'
import { Camera } from './Camera.tsx'
import { HeldPhoto } from './HeldPhoto.tsx'
import css from './Photo.module.css'

/** The photo: by file or camera, what was checked, and the crop as it will be printed. */
export function PhotoStep() {
  const t = useText()
  const { view, mayEditIdentity, mayComplete } = useClaim()
  const [replacing, setReplacing] = useState(false)
  const [camera, setCamera] = useState(false)
  const { add, adding } = useAdding(() => {
    setReplacing(false)
    setCamera(false)
  })
  // One that was issued keeps its own picture: a new one is for the document that replaces it.
  const issued = view.documents.some(({ kind, state }) => isIdentityKind(kind) && state !== 'spoiled')
  const mayReplace = mayEditIdentity || (mayComplete && issued)
  const taking = view.photo === undefined ? mayComplete : mayReplace && replacing
  return (
    <Step step="photo" ownButtons={taking && camera} lead={view.photo ? undefined : t('photo.lead')}>
      {view.photo && <HeldPhoto photo={view.photo} />}
      {view.photo && mayReplace && !replacing && (
        <Button variant="default" onClick={() => setReplacing(true)}>
          {t('photo.replace')}
        </Button>
      )}
      {taking && <Taking pending={adding.isPending} camera={camera} setCamera={setCamera} onPhoto={add} />}
      <FailureNotice error={adding.error} />
    </Step>
  )
}

function useAdding(done: () => void) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const adding = useMutation(
    useDesk().photos.add.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        announce(t('common.saved'))
        done()
      },
    }),
  )
  const add = (file: File, source: 'file' | 'camera') => adding.mutate({ claimId, file, source })
  return { add, adding }
}

interface TakingProps {
  readonly pending: boolean
  readonly camera: boolean
  readonly setCamera: (open: boolean) => void
  readonly onPhoto: (file: File, source: 'file' | 'camera') => void
}

function Taking({ pending, camera, setCamera, onPhoto }: TakingProps) {
  const t = useText()
  useKeys([{ keys: 'c', label: 'photo.key_camera', where: 'here', run: () => setCamera(true) }])
  if (camera)
    return <Camera pending={pending} onPhoto={(file) => onPhoto(file, 'camera')} onClose={() => setCamera(false)} />
  return (
    <div className={css.taking}>
      <FileDrop
        label={t('photo.file')}
        help={t('photo.file_help')}
        accept="image/jpeg,image/png"
        pending={pending}
        onFile={(file) => onPhoto(file, 'file')}
      />
      <Group>
        <Button
          leftSection={<IconCamera size={18} aria-hidden />}
          rightSection={<KeyHint keys="c" />}
          onClick={() => setCamera(true)}
        >
          {t('photo.camera')}
        </Button>
      </Group>
    </div>
  )
}
