import { Button, Loader } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useEffect } from 'react'
import { announce } from '../../app/announce.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { useScanTarget } from '../../app/reader/targets.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { NoPermission } from '../../components/states.tsx'
import { CameraSearch } from './CameraSearch.tsx'
import { useVerifying } from './use-verifying.ts'
import { Verdict } from './Verdict.tsx'
import css from './Verify.module.css'

/** A paper of anybody is verified by its seal: a file that is dropped, or the seal under a hand scanner. */
export function VerifyScreen() {
  return useMay()('document.verify') ? <Verify /> : <NoPermission />
}

function Verify() {
  const t = useText()
  const { state, verifyFile, verifyText, watch, show, cancel } = useVerifying()
  useScanTarget('text', ({ text }) => verifyText(text.slice(0, 8000)), { level: 'screen' })
  return (
    <>
      <PageHeader title={t('verify.title')} subtitle={t('verify.about')} />
      <div className={css.screen}>
        <FileDrop
          accept="application/pdf,image/png,image/jpeg"
          label={t('verify.drop')}
          help={t('verify.drop_help')}
          onFile={verifyFile}
        />
        {state.phase === 'watching' ? (
          <CameraSearch onVerdict={show} onClose={cancel} />
        ) : (
          <Button
            variant="default"
            leftSection={<IconCamera size={18} aria-hidden />}
            onClick={watch}
            className={css.stop}
          >
            {t('verify.camera')}
          </Button>
        )}
        {state.phase === 'reading' && <Reading onCancel={cancel} />}
        {state.phase === 'failed' && <FailureNotice error={state.error} />}
        {state.phase === 'done' && <Verdict verdict={state.verdict} />}
        <Notice tone="info" title={t('verify.copy_title')}>
          {t('verify.copy')}
        </Notice>
      </div>
    </>
  )
}

function Reading({ onCancel }: { onCancel: () => void }) {
  const t = useText()
  const cancel = () => {
    onCancel()
    announce(t('verify.cancelled'))
  }
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  })
  return (
    <div className={css.reading}>
      <Loader size="sm" aria-hidden />
      <p role="status">{t('verify.reading')}</p>
      <Button variant="default" rightSection={<KeyHint keys="Escape" />} onClick={cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
