import { Button, Menu } from '@mantine/core'
import { IconChevronDown, type TablerIcon } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useText } from '../../app/language.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { useAfterActs } from './after/use-after-acts.tsx'
import { useCallActs } from './call/use-call-acts.tsx'
import { useFamilyActs } from './family/use-family-acts.tsx'
import { useLaneActs } from './lane/use-lane-acts.tsx'

/** What can be done to a claim from each of its screens, and the dialogs in which it is done. */
export interface Acts {
  readonly acts: readonly {
    readonly label: string
    readonly icon: TablerIcon
    /** As the action comes with it. */
    readonly keys?: string
    readonly run: () => void
  }[]
  readonly dialogs: ReactNode
}

/** One menu for what would otherwise take the tabs' place; each act with a key has it without the menu too. */
export function ClaimMenu() {
  const t = useText()
  const kinds = { lane: useLaneActs(), family: useFamilyActs(), call: useCallActs(), after: useAfterActs() }
  const groups = Object.entries(kinds).filter(([, { acts }]) => acts.length > 0)
  return (
    <>
      {groups.length > 0 && (
        <Menu position="bottom-end" width="max-content">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t('claims.acts')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {groups.map(([kind, { acts }], at) => (
              <Fragment key={kind}>
                {at > 0 && <Menu.Divider />}
                {acts.map(({ label, icon: Icon, keys, run }) => (
                  <Menu.Item
                    key={label}
                    leftSection={<Icon size={16} aria-hidden />}
                    rightSection={keys && <KeyHint keys={keys} />}
                    onClick={run}
                  >
                    {label}
                  </Menu.Item>
                ))}
              </Fragment>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {Object.entries(kinds).map(([kind, { dialogs }]) => (
        <Fragment key={kind}>{dialogs}</Fragment>
      ))}
    </>
  )
}
