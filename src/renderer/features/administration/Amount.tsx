import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import css from './Administration.module.css'

interface Props {
  readonly label: string
  readonly unit?: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly fixed: boolean
  readonly onSet: (value: number) => void
}

/** A whole number, kept on leaving the field when it is one and has changed. */
export function Amount({ label, unit, value, min, max, fixed, onSet }: Props) {
  const [typed, setTyped] = useState<number | string>(value)
  const settle = () => {
    if (typeof typed !== 'number') return setTyped(value)
    // The field shows the nearest value allowed on being left: that is what is kept.
    const allowed = Math.min(max, Math.max(min, typed))
    setTyped(allowed)
    if (allowed !== value) onSet(allowed)
  }
  return (
    <div className={css.amount}>
      <span aria-hidden>{label}</span>
      <NumberInput
        aria-label={unit ? `${label} (${unit})` : label}
        w={96}
        value={typed}
        min={min}
        max={max}
        allowDecimal={false}
        clampBehavior="blur"
        disabled={fixed}
        onChange={setTyped}
        onBlur={settle}
      />
      {unit && (
        <span className={css.quiet} aria-hidden>
          {unit}
        </span>
      )}
    </div>
  )
}
