import { useElementSize } from '@mantine/hooks'
import type { CSSProperties, ReactNode } from 'react'
import type { StepName } from '../../../shared/domain/steps.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { useText } from '../../app/language.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { NoPermission } from '../../components/states.tsx'
import { tabId } from '../../components/TabRow.tsx'
import { Alerts } from './Alerts.tsx'
import { MovedNotice } from './after/MovedNotice.tsx'
import { ClaimHeader } from './ClaimHeader.tsx'
import { useClaim } from './claim.tsx'
import css from './Frame.module.css'
import { FamilyStrip } from './family/FamilyStrip.tsx'
import { SinceLastLook } from './head/SinceLastLook.tsx'
import { ReadingProvider } from './passport/reading.tsx'
import { StepRail } from './StepRail.tsx'
import { type ClaimTab, claimPanel, Tabs } from './Tabs.tsx'

interface Props {
  readonly tab: ClaimTab
  /** The step on the screen; only in the intake. */
  readonly step?: StepName
  readonly children: ReactNode
}

/** What surrounds every screen of a claim: the header that never scrolls away, its parts, and what contradicts. */
export function ClaimFrame({ tab, step, children }: Props) {
  const t = useText()
  const { view } = useClaim()
  const { ref, height } = useElementSize()
  // Who sees no more of a claim than its photo has one screen of it, whatever the address says.
  const content = view.only && tab !== 'overview' ? <NoPermission /> : children
  const part = step ? t(`step.${step}`) : t(`claims.tab_${tab}`)
  const name = nameLine(view.row) || t('claims.no_name')
  return (
    <ReadingProvider step={step}>
      <div className={css.frame} style={{ '--claim-head': `${height}px` } as CSSProperties}>
        <PageHeader hidden title={`${name} – ${part}`} />
        <div ref={ref} className={css.head}>
          <ClaimHeader />
          <FamilyStrip tab={tab} step={step} />
          <div className={css.bar}>
            <Tabs tab={tab} />
          </div>
        </div>
        <div role="tabpanel" id={claimPanel} aria-labelledby={tabId(claimPanel)}>
          <MovedNotice />
          {!step && !view.moved && <SinceLastLook />}
          <Alerts />
          {step && !view.only ? (
            <div className={css.columns}>
              <StepRail current={step} />
              <div className={css.content}>{content}</div>
            </div>
          ) : (
            <div className={css.content}>{content}</div>
          )}
        </div>
      </div>
    </ReadingProvider>
  )
}
