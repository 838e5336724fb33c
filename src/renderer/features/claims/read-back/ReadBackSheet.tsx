import { Button, UnstyledButton } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { type ReadBackPart, readBackFields } from '../../../../shared/domain/read-back.ts'
import type { Language } from '../../../../shared/language.ts'
import { Picture } from '../../../components/Picture.tsx'
import { useClaim } from '../claim.tsx'
import { citizenshipIn, dateIn, type Labels } from './labels.ts'
import css from './ReadBack.module.css'

interface Props {
  readonly labels: Labels
  readonly official: Language
  readonly pending: boolean
  /** Given what the claimant pointed at; nothing when all of it is right. */
  readonly onAnswer: (wrong: readonly ReadBackPart[]) => void
}

/** The claimant's own data, large. "No" first asks what is wrong; the lines are buttons from then on. */
export function ReadBackSheet({ labels, official, pending, onAnswer }: Props) {
  const { phrases, language, direction } = labels
  const { claimId, view } = useClaim()
  const [pointing, setPointing] = useState(false)
  const [wrong, setWrong] = useState<readonly ReadBackPart[]>([])
  const toggle = (part: ReadBackPart) =>
    setWrong((before) => (before.includes(part) ? before.filter((each) => each !== part) : [...before, part]))
  const no = () => (wrong.length > 0 ? onAnswer(wrong) : setPointing(true))
  const part = { pointing, wrong, toggle }
  return (
    <section className={css.sheet} lang={language} dir={direction}>
      <h2 className={css.ask}>{phrases.ask}</h2>
      <div className={css.facts}>
        {view.row.photo && (
          <Part name="photo" label={phrases.photo} {...part}>
            <Picture claimId={claimId} sha256={view.row.photo} alt={phrases.photo} width={200} />
          </Part>
        )}
        <div className={css.lines}>
          {readBackFields.map((field) => {
            const value = view.person[field]?.value
            return value === undefined ? null : (
              <Part key={field} name={field} label={phrases[field]} {...part}>
                <Value field={field} value={value} labels={labels} official={official} />
              </Part>
            )
          })}
        </div>
      </div>
      <p className={css.point} role="status">
        {pointing && phrases.point}
      </p>
      <div className={css.answers}>
        <Button
          size="xl"
          data-autofocus
          leftSection={<IconCheck aria-hidden />}
          loading={pending}
          disabled={wrong.length > 0}
          onClick={() => onAnswer([])}
        >
          {phrases.right}
        </Button>
        <Button size="xl" variant="default" leftSection={<IconX aria-hidden />} disabled={pending} onClick={no}>
          {phrases.wrong}
        </Button>
      </div>
    </section>
  )
}

interface PartProps {
  readonly name: ReadBackPart
  readonly label: string
  readonly pointing: boolean
  readonly wrong: readonly ReadBackPart[]
  readonly toggle: (part: ReadBackPart) => void
  readonly children: ReactNode
}

/** One line; a button once the claimant was asked what is wrong. */
function Part({ name, label, pointing, wrong, toggle, children }: PartProps) {
  const marked = wrong.includes(name)
  const content = (
    <>
      <span className={css.label}>{label}</span>
      {children}
      {marked && <IconX className={css.cross} aria-hidden />}
    </>
  )
  if (!pointing) return <div className={css.line}>{content}</div>
  return (
    <UnstyledButton className={css.line} data-pointing aria-pressed={marked} onClick={() => toggle(name)}>
      {content}
    </UnstyledButton>
  )
}

function Value({
  field,
  value,
  labels,
  official,
}: {
  field: (typeof readBackFields)[number]
  value: string | readonly string[]
  labels: Labels
  official: Language
}) {
  if (typeof value !== 'string')
    return <span className={css.value}>{value.map((code) => citizenshipIn(code, labels, official)).join(' · ')}</span>
  if (field !== 'birthDate')
    return (
      <bdi className={css.value} dir="auto">
        {value}
      </bdi>
    )
  return (
    <span className={css.value}>
      {dateIn(value, labels.language)} <bdi className={css.iso}>{value}</bdi>
    </span>
  )
}
