import { useText } from '../../app/language.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'

export function NewClaimScreen() {
  const t = useText()
  return <PageHeader title={t('shell.claims')} />
}
