import { Button, SegmentedControl } from '@mantine/core'
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
import { FoundNotes } from './FoundNotes.tsx'
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
      {searching ? <Found text={text.trim()} /> : <ListedClaims />}
    </>
  )
}

/** Claims by what was typed; whoever reads whole claims may look in the notes of officers instead. */
function Found({ text }: { text: string }) {
  const t = useText()
  const reads = useMay()('claim.view_file')
  const [where, setWhere] = useKept<'claims' | 'notes'>('claims.search_in', 'claims')
  if (!reads) return <FoundClaims text={text} />
  return (
    <>
      <SegmentedControl
        size="sm"
        mb="sm"
        aria-label={t('claims.search_in')}
        value={where}
        onChange={setWhere}
        data={(['claims', 'notes'] as const).map((value) => ({ value, label: t(`claims.search_in_${value}`) }))}
      />
      {where === 'notes' ? <FoundNotes text={text} /> : <FoundClaims text={text} />}
    </>
  )
}
