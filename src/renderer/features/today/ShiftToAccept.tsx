import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { Notice } from '../../components/Notice.tsx'

/** Says that the officer before handed over the shift, until somebody accepts it. */
export function ShiftToAccept() {
  const t = useText()
  const mayDo = useMay()
  const { data } = useQuery({ ...useDesk().shift.view.queryOptions(), enabled: mayDo('shift.work') })
  const pending = data?.pending
  if (!pending || pending.mine) return null
  return (
    <Notice tone="info" title={t('shift.pending_today', { name: pending.by })}>
      <Link to="/shift">{t('shift.read')}</Link>
    </Notice>
  )
}
