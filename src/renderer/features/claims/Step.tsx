import { Alert, Button } from '@mantine/core'
import { IconArrowRight, IconLock } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { FamilyGroup } from '../../../shared/domain/family.ts'
import type { StepName } from '../../../shared/domain/steps.ts'
import { useAriaKeys, useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { useClaim } from './claim.tsx'
import css from './Frame.module.css'
import { SameForFamily } from './family/SameForFamily.tsx'
import { stepAfter, useGoStep } from './StepRail.tsx'

interface Props {
  readonly step: StepName
  readonly lead?: ReactNode
  /** What Ctrl+Enter does; going to the next step when left out. */
  readonly primary?: { readonly label: string; readonly run: () => void; readonly pending?: boolean }
  /** The step draws its own buttons for what it is about. */
  readonly ownButtons?: boolean
  readonly children: ReactNode
}

/** A step of the intake: its title, what it is about, its fields, and the way on. */
export function Step({ step, lead, primary, ownButtons = false, children }: Props) {
  const t = useText()
  const title = useRef<HTMLHeadingElement>(null)
  const go = useGoStep()
  const mainKey = useAriaKeys('ctrl+Enter')
  const next = stepAfter(step, 1)
  const onward = next && { label: t('step.next', { step: t(`step.${next}`) }), run: () => go(next) }
  const main = primary ?? (ownButtons ? undefined : onward)
  const run = () => {
    leaveField()
    main?.run()
  }
  useKeys(main ? [{ keys: 'ctrl+Enter', label: 'step.key_primary', where: 'here', run }] : [])
  useEffect(() => {
    // A step that put the focus into its first field keeps it there.
    const content = title.current?.parentElement
    if (!content?.contains(document.activeElement)) title.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <section className={css.body}>
      <h2 ref={title} tabIndex={-1} className={css.title}>
        {t(`step.${step}`)}
      </h2>
      {lead && <p className={css.lead}>{lead}</p>}
      <ReadOnlyNotice step={step} />
      {children}
      {main && !ownButtons && (
        <div className={css.onward}>
          <Button
            variant={primary ? 'filled' : 'default'}
            loading={primary?.pending ?? false}
            rightSection={<KeyHint keys="ctrl+Enter" />}
            leftSection={primary ? undefined : <IconArrowRight size={18} aria-hidden />}
            aria-keyshortcuts={mainKey}
            onClick={main.run}
          >
            {main.label}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What is half typed becomes a value before the action reads it. */
function leaveField() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function ReadOnlyNotice({ step }: { step: StepName }) {
  const t = useText()
  const { view, mayEdit, mayEditIdentity } = useClaim()
  if (step === 'document' || step === 'eligibility' || (step === 'identity' ? mayEditIdentity : mayEdit)) return null
  const decided = !view.allowed.includes('edit') || (step === 'identity' && view.settled.identity)
  return (
    <Alert mb="md" color="gray" icon={<IconLock aria-hidden />}>
      {t(decided ? 'claims.read_only_state' : 'claims.read_only_role')}
    </Alert>
  )
}

/** Fields that belong together, under a heading. */
export function FieldGroup({
  title,
  shared = [],
  children,
}: {
  title: string
  /** Groups of answers in it that a family says once. */
  shared?: readonly FamilyGroup[]
  children: ReactNode
}) {
  return (
    <section className={css.group}>
      <h3>{title}</h3>
      {shared.map((group) => (
        <SameForFamily key={group} group={group} />
      ))}
      <div className={css.fields}>{children}</div>
    </section>
  )
}
