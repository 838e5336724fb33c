import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useKept } from '../../app/kept.ts'
import { useAriaKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { KeyHint } from '../../components/KeyHint.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { NoPermission } from '../../components/states.tsx'
import { FoundClaims } from './FoundClaims.tsx'
import { ListedClaims } from './ListedClaims.tsx'
import { SearchField } from './SearchField.tsx'

/** All claims on this desk: by state, or by what was searched for. */
export function ClaimsScreen() {
  const t = useText()
  const mayDo = useMay()
  const newKey = useAriaKeys('n')
  const [text, setText] = useKept('claims.text', '')
  if (!mayDo('claim.search')) return <NoPermission />
  const takeIn = (
    <Button
      component={Link}
      to="/claims/new"
      leftSection={<IconFilePlus size={18} aria-hidden />}
      rightSection={<KeyHint keys="n" />}
      aria-keyshortcuts={newKey}
    >
      {t('claims.new')}
    </Button>
  )
  const searching = text.trim() !== ''
  return (
    <>
      <PageHeader title={t('claims.title')} actions={mayDo('claim.open') && takeIn} />
      <SearchField value={text} onValue={setText} />
      {searching ? <FoundClaims text={text.trim()} /> : <ListedClaims />}
    </>
  )
}
