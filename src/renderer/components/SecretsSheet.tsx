import { Text } from '@mantine/core'
import { createPortal } from 'react-dom'
import type { SetupSecrets } from '../../shared/contract/views.ts'
import { useText } from '../app/language.tsx'
import { groupSecret } from '../app/numbers.ts'
import { CopyableNumber } from './CopyableNumber.tsx'
import { QrCode } from './QrCode.tsx'
import css from './SecretsSheet.module.css'

interface Props {
  readonly secrets: Omit<SetupSecrets, 'recoveryKey'>
  readonly recoveryKey?: string
}

/** Second factor and recovery of an officer: on the screen, and as the one page that the printer gets. */
export function SecretsSheet({ secrets, recoveryKey }: Props) {
  const t = useText()
  return (
    <>
      <div className={css.sheet}>
        <section>
          <h2 className={css.heading}>{t('setup.qr')}</h2>
          <QrCode rows={secrets.qr} />
          <Text size="xs" c="dimmed">
            {t('setup.qr_by_hand')}
          </Text>
          <p className={css.secret}>
            <CopyableNumber
              shown={groupSecret(secrets.totpSecret)}
              value={secrets.totpSecret}
              label={t('setup.qr_by_hand')}
            />
          </p>
        </section>
        <section>
          <h2 className={css.heading}>{t('setup.codes')}</h2>
          <Text c="dimmed" size="xs">
            {t('setup.codes_about')}
          </Text>
          <Codes codes={secrets.recoveryCodes} />
          {recoveryKey && (
            <>
              <h2 className={css.heading}>{t('door.recovery_key')}</h2>
              <Text c="dimmed" size="xs">
                {t('setup.key_about')}
              </Text>
              <p className={css.key}>{groupSecret(recoveryKey)}</p>
            </>
          )}
        </section>
      </div>
      {recoveryKey && createPortal(<Page secrets={secrets} recoveryKey={recoveryKey} />, printRoot())}
    </>
  )
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <ol className={css.codes}>
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
  )
}

function Page({ secrets, recoveryKey }: Required<Props>) {
  const t = useText()
  return (
    <>
      <h1>{t('setup.print_title')}</h1>
      <p>{t('setup.print_keep')}</p>
      <h2>{t('door.recovery_key')}</h2>
      <p className={css.key}>{groupSecret(recoveryKey)}</p>
      <h2>{t('setup.codes')}</h2>
      <Codes codes={secrets.recoveryCodes} />
    </>
  )
}

/** The only thing that is printed: a sibling of the page's root, unseen on the screen. */
function printRoot(): HTMLElement {
  const known = document.getElementById('print')
  if (known) return known
  const made = document.createElement('div')
  made.id = 'print'
  document.body.append(made)
  return made
}
