import { CloseButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useScanTarget } from '../../app/reader/targets.ts'
import { TextField } from '../../components/fields.tsx'
import css from './Claims.module.css'

/** What to look for among the claims. Down goes to the list, Escape clears. */
export function SearchField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  useKeys([{ keys: 'f', label: 'claims.key_search', where: 'here', run: () => input.current?.focus() }])
  useScanTarget('number', ({ text }) => onValue(text))
  const clear = () => {
    onValue('')
    input.current?.focus()
  }
  return (
    <div className={css.search}>
      <TextField
        ref={input}
        label={t('claims.search')}
        placeholder={t('claims.search_placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={value && <CloseButton onClick={clear} aria-label={t('claims.search_clear')} />}
        value={value}
        maxLength={200}
        dir="auto"
        type="search"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') clear()
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          document.querySelector<HTMLElement>('main [data-row]')?.focus()
        }}
      />
    </div>
  )
}
