import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { BriefPaper, BriefView } from '../../../shared/contract/views.ts'
import { explain } from '../../../shared/errors.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { BriefIntakes } from './BriefIntakes.tsx'
import css from './Shift.module.css'

/** A brief with its names looked up: intakes as a table, the rest as short lists. */
export function Brief({ brief }: { brief: BriefView }) {
  const t = useText()
  const { language } = useLanguage()
  const zone = useStatus()?.office?.zone
  return (
    <>
      <BriefIntakes brief={brief} />
      <div className={css.lists}>
        <List title={t('shift.waiting')} total={brief.waitingInAll}>
          {brief.waiting.map(({ arrivalId, name, people, since, held }) => (
            <li key={arrivalId}>
              {[name, t('shift.people', { count: people }), instantText(since, zone), held && t('shift.held')]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </List>
        <List title={t('shift.proposals')}>
          {brief.proposals.map(({ claimId, name, applicationNumber, since }) => (
            <li key={claimId}>
              {applicationNumber ? (
                <Link to="/claims/$claimId" params={{ claimId }}>
                  {name || groupSerial(applicationNumber)}
                </Link>
              ) : (
                t('shift.gone')
              )}{' '}
              · {instantText(since, zone)}
            </li>
          ))}
        </List>
        <List title={t('shift.spoiled')}>
          {brief.spoiled.map((paper) => (
            <li key={paper.documentId}>
              <PaperLink paper={paper} /> ·{' '}
              {paper.replacedBy
                ? t('shift.replaced_by', { serial: groupSerial(paper.replacedBy) })
                : t('shift.not_replaced')}
            </li>
          ))}
          {brief.sheets.map(({ serial, state }) => (
            <li key={serial}>
              {groupSerial(serial)} · {t(`shift.sheet_${state}`)}
            </li>
          ))}
        </List>
        <List title={t('shift.unconfirmed')}>
          {brief.unconfirmed.map((paper) => (
            <li key={paper.documentId}>
              <PaperLink paper={paper} />
            </li>
          ))}
        </List>
        <List title={t('shift.warnings')}>
          {brief.warnings.map((warning) => (
            <li key={warning.code}>{explain(warning, language).message}</li>
          ))}
        </List>
      </div>
    </>
  )
}

function PaperLink({ paper: { claimId, number, serial } }: { paper: BriefPaper }) {
  const t = useText()
  if (!claimId) return t('shift.gone')
  return (
    <Link to="/claims/$claimId/intake/$step" params={{ claimId, step: 'document' }}>
      {[number, serial && groupSerial(serial)].filter(Boolean).join(', ')}
    </Link>
  )
}

interface ListProps {
  readonly title: string
  /** How many there are, where the list may be cut short. */
  readonly total?: number
  readonly children: ReactNode[] | readonly ReactNode[][]
}

function List({ title, total, children }: ListProps) {
  const t = useText()
  const items = children.flat()
  const more = (total ?? items.length) - items.length
  return (
    <section>
      <h3 className={css.heading}>
        {title} <span className={css.count}>{total ?? items.length}</span>
      </h3>
      {items.length === 0 ? (
        <p className={css.quiet}>{t('shift.nothing')}</p>
      ) : (
        <ul className={css.items}>
          {items}
          {more > 0 && <li className={css.quiet}>{t('shift.more', { count: more })}</li>}
        </ul>
      )}
    </section>
  )
}
