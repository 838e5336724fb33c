import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle, type TablerIcon } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import type { SealVerdictView } from '../../../shared/contract/views.ts'
import { type SealStatus, sealFindings } from '../../../shared/seal/findings.ts'
import { announce } from '../../app/announce.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useObjectUrl } from '../../components/Picture.tsx'
import { SealSaid } from './SealSaid.tsx'
import css from './Verify.module.css'
import { wasCompared } from './verdict-words.ts'
import { WhatWasFound } from './WhatWasFound.tsx'

interface Word {
  readonly key: 'verify.valid' | 'verify.look_closer' | 'verify.not_read' | 'verify.unknown' | 'verify.refused'
  readonly tone: 'good' | 'attention' | 'bad'
  readonly icon: TablerIcon
}

const refused: Word = { key: 'verify.refused', tone: 'bad', icon: IconCircleX }
const words: Readonly<Partial<Record<SealStatus, Word>>> = {
  VALID: { key: 'verify.valid', tone: 'good', icon: IconCircleCheck },
  EXPIRED_CERTIFICATE: { key: 'verify.look_closer', tone: 'attention', icon: IconAlertTriangle },
  READ_ERROR: { key: 'verify.not_read', tone: 'attention', icon: IconHelpCircle },
  UNKNOWN_CERTIFICATE: { key: 'verify.unknown', tone: 'bad', icon: IconHelpCircle },
}

/** Nobody who is believed has signed this: what stands in the seal proves nothing. */
const unproven: ReadonlySet<SealStatus> = new Set<SealStatus>([
  'WRONG_FORMAT',
  'UNKNOWN_CERTIFICATE',
  'INVALID_SIGNATURE',
  'UNTRUSTED_CERTIFICATE',
  'REVOKED_CERTIFICATE',
])

/** The verdict in large type, and what it rests on. */
export function Verdict({ verdict }: { verdict: SealVerdictView }) {
  const { t, language } = useLanguage()
  const { status } = verdict
  const { key, tone, icon: Icon } = words[status] ?? refused
  const word = t(key)
  const means =
    status === 'VALID'
      ? t(wasCompared(verdict) ? 'verify.valid_means' : 'verify.valid_seal_only')
      : sealFindings[status].text[language]
  const heading = useRef<HTMLHeadingElement>(null)
  // Once for each verdict, and in the words that it came with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language says nothing new
  useEffect(() => {
    heading.current?.focus()
    announce(`${word}. ${means}`)
  }, [verdict])
  return (
    <>
      <div className={css.banner} data-tone={tone}>
        <Icon size={56} aria-hidden />
        <div>
          <h2 ref={heading} tabIndex={-1} className={css.word}>
            {word}
          </h2>
          <p>{means}</p>
          <p className={css.code}>
            {t('verify.code')} {status}
          </p>
        </div>
      </div>
      <Signed verdict={verdict} proven={!unproven.has(status)} />
      <WhatWasFound findings={verdict.findings} />
    </>
  )
}

function Signed({ verdict, proven }: { verdict: SealVerdictView; proven: boolean }) {
  const t = useText()
  const title = useId()
  if (!verdict.seal) return null
  return (
    <section aria-labelledby={title}>
      <h2 id={title} className={css.title}>
        {t(proven ? 'verify.signed' : 'verify.unproven')}
      </h2>
      <div className={css.signed}>
        {verdict.portrait && <Portrait file={verdict.portrait as Blob} />}
        <SealSaid verdict={verdict} seal={verdict.seal} />
      </div>
    </section>
  )
}

function Portrait({ file }: { file: Blob }) {
  const t = useText()
  const url = useObjectUrl(file)
  return (
    <figure className={css.portrait}>
      {url && <img src={url} alt={t('verify.portrait')} width={280} height={360} />}
      <figcaption>{t('verify.portrait_compare')}</figcaption>
    </figure>
  )
}
