import { inForceAfter, orderEnds, orderStanding } from '../../../../shared/domain/departure-order.ts'
import { orderEvents } from '../../../../shared/rules/index.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useClaim } from '../claim.tsx'
import css from './Acts.module.css'

/** Where the departure order stands, and what brings it into force. */
export function OrderStanding() {
  const { t, say } = useLanguage()
  const { view } = useClaim()
  const today = useStatus()?.today ?? view.row.claimDate
  const values = {
    ...(view.acts.departureOrder?.value ? { departureOrder: view.acts.departureOrder.value } : {}),
    ...(view.acts.detention?.value ? { detention: view.acts.detention.value } : {}),
  }
  const ended = view.deadlines.find(({ rule }) => rule.startsWith('order.'))?.due
  const standing = orderStanding(values, ended, today)
  if (!standing) return null
  const { state, inForce, leaveBy, deportationFrom } = standing
  return (
    <div className={css.follows}>
      <h4>{t(`order.state_${state}`)}</h4>
      {state === 'conditional' ? (
        <>
          <p className={css.quiet}>{t('order.comes_into_force')}</p>
          <dl>
            {orderEnds.map((end) => (
              <div key={end}>
                <dt>{say(orderEvents[end])}</dt>
                <dd>{inForceAfter(end, today)}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <dl>
          <div>
            <dt>{t('order.in_force')}</dt>
            <dd>{inForce}</dd>
          </div>
          <div>
            <dt>{t('order.leave_by')}</dt>
            <dd>{leaveBy ?? t('order.paused')}</dd>
          </div>
          {deportationFrom && (
            <div>
              <dt>{t('order.deportation_from')}</dt>
              <dd>{deportationFrom}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  )
}
