import { Link } from '@tanstack/react-router'
import type { PhotoWhatIf } from '../../../../shared/contract/views.ts'
import { checkTitle, levelText } from '../../../../shared/photos/words.ts'
import { useLanguage } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { Notice } from '../../../components/Notice.tsx'
import css from './Photos.module.css'

const suggestions = ['accept', 'review', 'return'] as const

/** Before and after, in all and per check, and the photos that change. */
export function WhatIf({ answer }: { answer: PhotoWhatIf }) {
  const { t } = useLanguage()
  if (answer.photos === 0) return <Notice tone="info" title={t('photo_policy.none_judged')} />
  return (
    <div className={css.outcome}>
      <h3>{t('photo_policy.outcome', { n: answer.photos })}</h3>
      <table className={css.limits}>
        <thead>
          <tr>
            <th scope="col">{t('photo_policy.machine')}</th>
            <th scope="col">{t('photo_policy.before')}</th>
            <th scope="col">{t('photo_policy.after')}</th>
          </tr>
        </thead>
        <tbody>
          {suggestions.map((each) => (
            <tr key={each}>
              <th scope="row">{t(`photos.suggestion_${each}`)}</th>
              <td>{answer.before[each]}</td>
              <td>{answer.after[each]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.checks.length === 0 ? <p>{t('photo_policy.unchanged')}</p> : <PerCheck answer={answer} />}
      <Changed answer={answer} />
    </div>
  )
}

function PerCheck({ answer }: { answer: PhotoWhatIf }) {
  const { t, say } = useLanguage()
  return (
    <table className={css.limits}>
      <caption>{t('photo_policy.by_check')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('photo_policy.check')}</th>
          <th scope="col">{t('photo_policy.before')}</th>
          <th scope="col">{t('photo_policy.after')}</th>
          <th scope="col">{t('photo_policy.photos')}</th>
        </tr>
      </thead>
      <tbody>
        {answer.checks.map(({ id, from, to, count }) => (
          <tr key={`${id}.${from}.${to}`}>
            <th scope="row">{say(checkTitle(id))}</th>
            <td>{say(levelText[from])}</td>
            <td>{say(levelText[to])}</td>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A photo is opened by whoever may look at photos; others see how it would change, and not whose it is. */
function Changed({ answer: { changed, changedInAll } }: { answer: PhotoWhatIf }) {
  const { t } = useLanguage()
  const mayLook = useMay()('photo.view')
  if (changedInAll === 0) return null
  return (
    <>
      <h3>{t('photo_policy.changed', { count: changedInAll })}</h3>
      <ul className={css.changed}>
        {changed.map(({ photoId, from, to }) => {
          const name = t('photo_policy.photo', { id: photoId.slice(-8).toUpperCase() })
          const move = { from: t(`photos.suggestion_${from}`), to: t(`photos.suggestion_${to}`) }
          return (
            <li key={photoId}>
              {mayLook ? (
                <Link to="/photos/{-$photoId}" params={{ photoId }}>
                  {name}
                </Link>
              ) : (
                name
              )}{' '}
              <span className={css.quiet}>{t('photo_policy.move', move)}</span>
            </li>
          )
        })}
      </ul>
      {changedInAll > changed.length && <p>{t('photo_policy.more', { n: changedInAll - changed.length })}</p>}
    </>
  )
}
