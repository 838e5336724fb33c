import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../app/language.tsx'
import { fitting } from './fitting.ts'
import css from './TabRow.module.css'

export interface Tab {
  readonly key: string
  readonly label: string
  /** Where it leads: every tab has an address. */
  readonly link: Pick<LinkProps, 'to' | 'params'>
}

interface Props {
  /** What the tabs are parts of, for screen readers. */
  readonly label: string
  readonly tabs: readonly Tab[]
  /** The key of the tab whose panel is on the screen. */
  readonly current: string
  /** The id of that panel, an element with the role `tabpanel` that `tabId(panel)` names. */
  readonly panel: string
}

/** The id of the chosen tab of a panel. */
export const tabId = (panel: string): string => `${panel}-tab`

/**
 * Tabs in one row, whatever its width and the language: those that find no place are in a menu at its end. The Tab key
 * stops once, arrows, Home and End move, Enter or Space opens.
 */
export function TabRow({ label, tabs, current, panel }: Props) {
  const at = tabs.findIndex(({ key }) => key === current)
  const { row, ruler, shown } = useFitting(at)
  const visible = shown ? tabs.filter((_, each) => shown.includes(each)) : tabs
  const rest = tabs.filter((tab) => !visible.includes(tab))
  return (
    <div className={css.row} ref={row}>
      <div role="tablist" aria-label={label} className={css.tabs} onKeyDown={onKey}>
        {visible.map(({ key, label: name, link }) => (
          <Link
            key={key}
            {...link}
            role="tab"
            className={css.tab}
            data-label={name}
            // An address that begins another one is no page of it.
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': undefined }}
            aria-selected={key === current}
            {...(key === current ? { id: tabId(panel), 'aria-controls': panel } : { tabIndex: -1 })}
          >
            {name}
          </Link>
        ))}
      </div>
      {rest.length > 0 && <More tabs={rest} />}
      <div className={css.ruler} ref={ruler} aria-hidden>
        {tabs.map(({ key, label: name }) => (
          <span key={key} className={css.tab} data-label={name} />
        ))}
        <MoreWidth />
      </div>
    </div>
  )
}

function More({ tabs }: { tabs: readonly Tab[] }) {
  const t = useText()
  return (
    <Menu position="bottom-end" width="max-content">
      <Menu.Target>
        <UnstyledButton className={css.more}>
          {t('common.more_tabs')} <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {tabs.map(({ key, label, link }) => (
          <Menu.Item key={key} renderRoot={(props) => <Link {...props} {...link} />}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Takes the place of the button in the ruler. */
function MoreWidth() {
  const t = useText()
  return (
    <span className={css.more} data-label={t('common.more_tabs')}>
      <IconChevronDown size={14} aria-hidden />
    </span>
  )
}

/** Measures row and tabs whenever either changes: by the window, the language, the density or a font that has come. */
function useFitting(chosen: number) {
  const row = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState<{ room: number; widths: readonly number[] }>()
  useLayoutEffect(() => {
    const measure = () => {
      const parts = [...(ruler.current?.children ?? [])]
      setMeasured({
        room: row.current?.clientWidth ?? 0,
        widths: parts.map((part) => part.getBoundingClientRect().width),
      })
    }
    measure()
    const watcher = new ResizeObserver(measure)
    if (row.current) watcher.observe(row.current)
    if (ruler.current) watcher.observe(ruler.current)
    return () => watcher.disconnect()
  }, [])
  const shown = measured && fitting(measured.widths.slice(0, -1), measured.widths.at(-1) ?? 0, measured.room, chosen)
  return { row, ruler, shown }
}

function onKey(event: KeyboardEvent<HTMLElement>) {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const at = tabs.indexOf(event.target as HTMLElement)
  if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === ' ') {
    event.preventDefault()
    tabs[at]?.click()
    return
  }
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  tabs.at(to % tabs.length)?.focus()
}
