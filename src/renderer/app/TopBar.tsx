import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import {
  IconChevronDown,
  IconHelp,
  IconInfoCircle,
  IconKey,
  IconLock,
  IconLogout,
  IconScan,
  IconSearch,
  IconUser,
} from '@tabler/icons-react'
import { KeyHint } from '../components/KeyHint.tsx'
import { openHelp } from '../features/help/HelpDialogs.tsx'
import { useOfficer, useStatus } from './desk.tsx'
import { useAriaKeys } from './keyboard.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { useLanguage, useText } from './language.tsx'
import { usePreference } from './preferences.ts'
import { SyncPill } from './SyncPill.tsx'
import { openSearch } from './search/SearchBox.tsx'
import { useSeat } from './seat.ts'
import css from './TopBar.module.css'

/** Search, state of the connection, language, officer. */
export function TopBar() {
  const { t, say } = useLanguage()
  const office = useStatus()?.office
  const { lock } = useSeat()
  return (
    <header className={css.bar}>
      <div className={css.name}>
        <span className={css.product}>Passerelle</span>
        {office && <span className={css.office}>{say(office.name)}</span>}
      </div>
      <UnstyledButton className={css.search} onClick={() => openSearch()} aria-keyshortcuts={useAriaKeys('ctrl+k')}>
        <IconSearch size={18} aria-hidden />
        <span className={css.searchText}>{t('shell.search_long')}</span>
        <KeyHint keys="ctrl+k" />
      </UnstyledButton>
      <div className={css.tools}>
        <SyncPill />
        <LanguageSwitch />
        <OfficerMenu />
        <UnstyledButton className={css.tool} onClick={lock} aria-keyshortcuts={useAriaKeys('ctrl+shift+l')}>
          <IconLock size={18} aria-hidden />
          <span>{t('shell.lock')}</span>
        </UnstyledButton>
      </div>
    </header>
  )
}

function OfficerMenu() {
  const t = useText()
  const { displayName, roles } = useOfficer()
  const { signOut, lock } = useSeat()
  return (
    <Menu width={290} position="bottom-end" returnFocus withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={css.tool} aria-label={t('shell.officer_menu', { name: displayName })}>
          <IconUser size={18} aria-hidden />
          <span className={css.officer}>{displayName}</span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{roles.map((role) => t(`role.${role}`)).join(', ')}</Menu.Label>
        <Menu.Item leftSection={<IconKey size={18} aria-hidden />} onClick={() => openHelp('password')}>
          {t('shell.change_password')}
        </Menu.Item>
        <Menu.Divider />
        <Looks />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconHelp size={18} aria-hidden />}
          rightSection={<KeyHint keys="?" />}
          onClick={() => openHelp('keys')}
        >
          {t('shell.keys')}
        </Menu.Item>
        <Menu.Item leftSection={<IconScan size={18} aria-hidden />} onClick={() => openHelp('reader')}>
          {t('reader.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconInfoCircle size={18} aria-hidden />} onClick={() => openHelp('about')}>
          {t('shell.about')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLock size={18} aria-hidden />}
          rightSection={<KeyHint keys="ctrl+shift+l" />}
          onClick={lock}
        >
          {t('shell.lock')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => signOut.mutate(undefined)}>
          {t('shell.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const schemes = ['light', 'dark', 'auto'] as const
const densities = ['comfortable', 'compact'] as const
const pick = <Value extends string>(known: readonly [Value, ...Value[]], given: string): Value =>
  known.find((value) => value === given) ?? known[0]

/** Scheme and density, as radio items so that the menu can be worked by keys. */
function Looks() {
  const t = useText()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [density, setDensity] = usePreference('density')
  return (
    <>
      <Menu.Label>{t('shell.scheme')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(pick(schemes, next))}>
        {schemes.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(`shell.scheme_${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('shell.density')}</Menu.Label>
      <Menu.RadioGroup value={density} onChange={(next) => setDensity(pick(densities, next))}>
        {densities.map((each) => (
          <Menu.RadioItem key={each} value={each}>
            {t(`shell.density_${each}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
