import { Navigate, useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Action } from '../../../shared/domain/authority.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { NoPermission, NotFound } from '../../components/states.tsx'
import { TabRow, tabId } from '../../components/TabRow.tsx'
import { AccessLog } from './AccessLog.tsx'
import css from './Administration.module.css'
import { Backup } from './Backup.tsx'
import { Central } from './Central.tsx'
import { Checks } from './Checks.tsx'
import { Deadlines } from './deadlines/Deadlines.tsx'
import { Numbers } from './Numbers.tsx'
import { Officers } from './Officers.tsx'
import { Photos } from './photos/Photos.tsx'
import { Quality } from './Quality.tsx'
import { Roster } from './Roster.tsx'
import { Settings } from './Settings.tsx'
import { Stock } from './Stock.tsx'

interface Section {
  readonly id:
    | 'officers'
    | 'stock'
    | 'numbers'
    | 'settings'
    | 'backup'
    | 'sync'
    | 'photos'
    | 'roster'
    | 'deadlines'
    | 'quality'
    | 'checks'
    | 'accesses'
  readonly needs: readonly Action[]
  readonly show: ComponentType
}

const sections: readonly Section[] = [
  { id: 'officers', needs: ['officer.view'], show: Officers },
  { id: 'stock', needs: ['stock.view'], show: Stock },
  { id: 'numbers', needs: ['lease.view'], show: Numbers },
  { id: 'settings', needs: ['settings.view'], show: Settings },
  { id: 'backup', needs: ['store.backup'], show: Backup },
  { id: 'sync', needs: ['sync.now'], show: Central },
  { id: 'photos', needs: ['import.view', 'policy.try'], show: Photos },
  { id: 'roster', needs: ['roster.view'], show: Roster },
  { id: 'deadlines', needs: ['settings.view', 'deadline.report'], show: Deadlines },
  { id: 'quality', needs: ['quality.review'], show: Quality },
  { id: 'checks', needs: ['store.check', 'audit.verify'], show: Checks },
  { id: 'accesses', needs: ['access_log.view'], show: AccessLog },
]

const panel = 'administration-section'

/** The desk and its people. A section that the officer may not open is not offered. */
export function AdministrationScreen() {
  const t = useText()
  const mayDo = useMay()
  const { section: asked } = useParams({ strict: false })
  const open = sections.filter(({ needs }) => needs.some(mayDo))
  const first = open[0]
  if (!first) return <NoPermission />
  if (!asked) return <Navigate to="/administration/$section" params={{ section: first.id }} replace />
  const section = sections.find(({ id }) => id === asked)
  if (!section) return <NotFound />
  const Show = section.show
  const tabOf = ({ id }: Section) => ({
    key: id,
    label: t(`admin.${id}`),
    link: { to: '/administration/$section', params: { section: id } } as const,
  })
  return (
    <>
      <PageHeader key={section.id} title={t(`admin.${section.id}`)} subtitle={t('admin.title')} />
      <div className={css.tabs}>
        <TabRow label={t('admin.sections')} tabs={open.map(tabOf)} current={section.id} panel={panel} />
      </div>
      <div role="tabpanel" id={panel} aria-labelledby={tabId(panel)}>
        {open.includes(section) ? <Show /> : <NoPermission />}
      </div>
    </>
  )
}
