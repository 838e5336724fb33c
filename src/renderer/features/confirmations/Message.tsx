import { Button, Modal, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ConfirmationMessage, confirmationMessages } from '../../../shared/domain/confirmation/vocabulary.ts'
import { messageWords } from '../../../shared/domain/confirmation/words.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { SelectField } from '../../components/fields.tsx'
import { Loaded } from '../../components/states.tsx'
import css from './Confirmations.module.css'

/** What the messages of the process say, in both languages: to be read aloud on the telephone, copied or printed. */
export function Message({ confirmationId }: { confirmationId: string }) {
  const { t } = useLanguage()
  const [opened, setOpened] = useState(false)
  return (
    <div className={css.acts}>
      <Button size="xs" variant="subtle" onClick={() => setOpened(true)}>
        {t('confirm.messages')}
      </Button>
      <Modal
        opened={opened}
        size="lg"
        onClose={() => setOpened(false)}
        title={t('confirm.messages')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Texts confirmationId={confirmationId} />
      </Modal>
    </div>
  )
}

function Texts({ confirmationId }: { confirmationId: string }) {
  const { t, say } = useLanguage()
  const [message, setMessage] = useState<ConfirmationMessage>('invitation')
  const [chosen, setChosen] = useState<'en' | 'fr'>()
  const query = useQuery(useDesk().confirmations.message.queryOptions({ input: { confirmationId, message } }))
  return (
    <div className={css.form}>
      <SelectField
        label={t('confirm.message')}
        allowDeselect={false}
        data={confirmationMessages.map((value) => ({ value, label: say(messageWords[value]) }))}
        value={message}
        onChange={(next) => setMessage((next as ConfirmationMessage | null) ?? message)}
      />
      <Loaded query={query}>
        {(draft) => {
          const language = chosen ?? draft.language
          return (
            <>
              <SegmentedControl
                aria-label={t('confirm.message_language')}
                value={language}
                onChange={(next) => setChosen(next === 'fr' ? 'fr' : 'en')}
                data={[
                  { value: 'en', label: t('confirm.language_en') },
                  { value: 'fr', label: t('confirm.language_fr') },
                ]}
              />
              <div className={css.message} lang={language}>
                <strong>{draft.subject[language]}</strong>
                {'\n\n'}
                {draft.text[language]}
              </div>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
