import { type ReactNode, useId } from 'react'
import css from './Statistics.module.css'

interface Props {
  readonly title: string
  /** The numbers in one sentence, or how they are counted. */
  readonly about?: string | undefined
  readonly children: ReactNode
}

/** One heading of statistics with what is counted under it. */
export function NumbersSection({ title, about, children }: Props) {
  const heading = useId()
  return (
    <section className={css.section} aria-labelledby={heading}>
      <h2 className={css.title} id={heading}>
        {title}
      </h2>
      {about && <p className={css.about}>{about}</p>}
      {children}
    </section>
  )
}

/** The sections of a screen of statistics, one below the other. */
export const NumbersSections = ({ children }: { children: ReactNode }) => <div className={css.sections}>{children}</div>
