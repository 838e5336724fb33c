import { useText } from '../../app/language.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'

export function ClaimScreen() {
  const t = useText()
  return <PageHeader title={t('shell.claims')} />
}
