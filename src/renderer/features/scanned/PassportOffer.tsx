import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconFilePlus, IconX } from '@tabler/icons-react'
import type { MrzRecord } from '../../../shared/mrz/read.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { useZone } from '../claims/passport/use-zone.ts'
import { ZoneValues } from '../claims/passport/ZoneReport.tsx'
import { useChannels, useOpenClaim } from '../claims/use-open-claim.ts'
import { useFieldName, useSayValue } from '../claims/values.ts'
import css from './Scanned.module.css'
import type { ScannedPassport } from './scanned.ts'

interface Props {
  readonly passport: ScannedPassport
  readonly onClose: () => void
}

/** Whose passport it is, whether it is that of the claim on the screen, and where it may go. */
export function PassportOffer({ passport: { text, claim }, onClose }: Props) {
  const t = useText()
  const may = useMay()
  const zone = useZone(text)
  const mayOpen = may('claim.open')
  const differing = claim?.differing ?? []
  const about = useAbout(claim)
  const read = claim?.read
  return (
    <Stack>
      <Text>{about}</Text>
      {zone && <Who zone={zone} />}
      {differing.length > 0 && <Differing differing={differing} />}
      {mayOpen && <NewClaim text={text} usual={claim === undefined} onClose={onClose} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus={differing.length > 0 || !mayOpen || undefined}>
          {t('common.close')}
        </Button>
        {read && (
          <Button
            variant={differing.length > 0 ? 'default' : 'filled'}
            onClick={() => {
              onClose()
              read()
            }}
          >
            {t('scan.into_claim')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function useAbout(claim: ScannedPassport['claim']): string {
  const t = useText()
  const may = useMay()
  if (!claim) return may('claim.open') ? t('scan.passport_offer') : t('scan.passport_may_not')
  if (!claim.read) return t('scan.passport_closed')
  return claim.differing.length > 0 ? t('scan.passport_differs') : t('scan.passport_same')
}

/** One button a channel; the office's own first. */
function NewClaim({ text, usual, onClose }: { text: string; usual: boolean; onClose: () => void }) {
  const t = useText()
  const channels = useChannels()
  const { start, pending, error } = useOpenClaim(({ readFailed }) => {
    onClose()
    if (readFailed) notifications.show({ message: t('scan.read_failed'), color: 'red.9', autoClose: false })
  })
  return (
    <>
      <div className={css.channels}>
        {channels.map((channel, at) => (
          <Button
            key={channel}
            variant={usual && at === 0 ? 'filled' : 'default'}
            data-autofocus={(usual && at === 0) || undefined}
            leftSection={<IconFilePlus size={18} aria-hidden />}
            loading={pending}
            onClick={() => start({ channel, text })}
          >
            {t(channel === 'inland' ? 'scan.new_inland' : 'scan.new_poe')}
          </Button>
        ))}
      </div>
      <FailureNotice error={error} />
    </>
  )
}

function Who({ zone }: { zone: MrzRecord }) {
  const t = useText()
  const wrong = zone.checks.filter(({ ok }) => !ok).length
  const Icon = wrong === 0 ? IconCheck : IconX
  return (
    <div className={css.who}>
      <ZoneValues zone={zone} />
      <p className={css.verdict} data-tone={wrong === 0 ? 'good' : 'bad'}>
        <Icon size={18} aria-hidden />
        {wrong === 0 ? t('scan.checks_agree') : t('scan.checks_wrong', { count: wrong })}
      </p>
    </div>
  )
}

function Differing({ differing }: { differing: NonNullable<ScannedPassport['claim']>['differing'] }) {
  const t = useText()
  const nameOf = useFieldName()
  const say = useSayValue()
  return (
    <table className={css.differs} aria-label={t('mrz.differs')}>
      <thead>
        <tr>
          <th scope="col">{t('mrz.differs')}</th>
          <th scope="col">{t('mrz.in_claim')}</th>
          <th scope="col">{t('mrz.in_document')}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map(({ name, said, held }) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            <td>{say(name, held)}</td>
            <td>{say(name, said)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
