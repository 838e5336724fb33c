import { Button, Checkbox, Group } from '@mantine/core'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import type { Language } from '../../../shared/language.ts'
import { codeLabel, reasonLabel } from '../../../shared/photos/reason-texts.ts'
import { returnReasons } from '../../../shared/photos/reasons.ts'
import { useLanguage } from '../../app/language.tsx'
import { TextArea } from '../../components/fields.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import css from './Return.module.css'
import { codesOf, type Draft, lacks, textOf, toggleCode, toggleReason } from './return-draft.ts'

interface Props {
  readonly view: PhotoReview
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly onSend: () => void
  readonly onClose: () => void
  /** An attempt to send failed on what is lacking. */
  readonly tried: boolean
}

/** Why it is returned and what the applicant will read, in both languages, before it is sent. */
export function ReturnPanel({ view, draft, onChange, onSend, onClose, tried }: Props) {
  const { t } = useLanguage()
  const lacking = lacks(draft)
  return (
    <section className={css.panel} aria-label={t('photos.return')}>
      <Reasons draft={draft} onChange={onChange} />
      <Codes draft={draft} onChange={onChange} />
      <Sent view={view} draft={draft} onChange={onChange} />
      {tried && lacking && (
        <p className={css.lacking} role="alert">
          {t(`photos.${lacking}_needed`)}
        </p>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('photos.return_close')}
        </Button>
        <Button color="red.9" rightSection={<KeyHint keys="r" />} onClick={onSend}>
          {t('photos.return_send')}
        </Button>
      </Group>
    </section>
  )
}

function Reasons({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { t, say } = useLanguage()
  return (
    <fieldset className={css.set}>
      <legend>{t('photos.reasons')}</legend>
      {returnReasons.map((reason, at) => (
        <Checkbox
          key={reason}
          size="xs"
          label={
            <>
              {say(reasonLabel[reason])} <KeyHint keys={String(at + 1)} />
            </>
          }
          checked={draft.reasons.includes(reason)}
          onChange={() => onChange(toggleReason(draft, reason))}
        />
      ))}
    </fieldset>
  )
}

/** The finer codes of the reasons that are chosen. */
function Codes({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { t, say } = useLanguage()
  const codes = draft.reasons.flatMap(codesOf)
  if (codes.length === 0) return null
  return (
    <fieldset className={css.set} data-many>
      <legend>{t('photos.codes')}</legend>
      {codes.map((code) => (
        <Checkbox
          key={code}
          size="xs"
          label={say(codeLabel(code))}
          checked={draft.codes.includes(code)}
          onChange={() => onChange(toggleCode(draft, code))}
        />
      ))}
    </fieldset>
  )
}

/** The applicant's language first. */
function Sent({ view, draft, onChange }: Pick<Props, 'view' | 'draft' | 'onChange'>) {
  const { t } = useLanguage()
  const theirs = view.applicant.language
  const languages: readonly Language[] = theirs === 'fr' ? ['fr', 'en'] : ['en', 'fr']
  const text = textOf(draft, view)
  return (
    <div className={css.texts}>
      {languages.map((language) => (
        <section key={language} className={css.text}>
          <h4>
            {t(language === theirs ? 'photos.will_be_sent' : 'photos.other_language', {
              language: t(`photos.lang_${language}`),
            })}
          </h4>
          <p lang={`${language}-CA`}>{draft.reasons.length > 0 ? text[language] : '–'}</p>
          <TextArea
            label={t('photos.words', { language: t(`photos.lang_${language}`) })}
            value={draft.words[language]}
            maxLength={2000}
            onChange={(event) =>
              onChange({ ...draft, words: { ...draft.words, [language]: event.currentTarget.value } })
            }
          />
        </section>
      ))}
    </div>
  )
}
