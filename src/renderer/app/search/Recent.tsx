import { Spotlight } from '@mantine/spotlight'
import { useText } from '../language.tsx'
import { FoundLine, useOpenRecord } from './Found.tsx'
import { useRecent } from './recent.ts'

/** Whom the officer had on the screen last. */
export function Recent() {
  const t = useText()
  const open = useOpenRecord()
  const recent = useRecent()
  if (recent.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={t('shell.search_recent')}>
      {recent.map((each) => (
        <Spotlight.Action key={each.id} onClick={() => open(each)}>
          <FoundLine {...each} name={each.name || t('claims.no_name')} />
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  )
}
