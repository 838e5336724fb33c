import { Button, Stack, Switch } from '@mantine/core'
import { useRegisteredKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { usePreference } from '../../app/preferences.ts'
import { Keys } from '../../components/KeyHint.tsx'
import css from './HelpDialogs.module.css'

/** The keys that act now, and the way to change them. */
export function KeysHelp({ onChange }: { onChange: () => void }) {
  const t = useText()
  const registered = useRegisteredKeys().filter(({ keys }) => keys !== '')
  const [single, setSingle] = usePreference('shortcuts')
  const everywhere = registered.filter(({ where = 'everywhere' }) => where === 'everywhere')
  const here = registered.filter(({ where }) => where === 'here')
  return (
    <Stack>
      <KeyList
        title={t('keys.everywhere')}
        rows={everywhere.map(({ keys, label }) => ({ keys: [keys], label: t(label as never) }))}
      />
      {here.length > 0 && (
        <KeyList
          title={t('keys.here')}
          rows={here.map(({ keys, label }) => ({ keys: [keys], label: t(label as never) }))}
        />
      )}
      <KeyList
        title={t('keys.lists')}
        rows={[
          { keys: ['ArrowUp', 'ArrowDown', 'Home', 'End'], label: t('keys.list_move') },
          { keys: ['Enter'], label: t('keys.list_open') },
        ]}
      />
      <Switch
        label={t('keys.single')}
        description={t('keys.single_about')}
        checked={single}
        onChange={(event) => setSingle(event.currentTarget.checked)}
      />
      <Button variant="default" onClick={onChange}>
        {t('keys.change')}
      </Button>
    </Stack>
  )
}

interface KeyRow {
  readonly keys: readonly string[]
  readonly label: string
}

/** One line an action, with all its keys. */
function KeyList({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  const t = useText()
  const labels = [...new Set(rows.map(({ label }) => label))]
  const keysOf = (label: string) => [...new Set(rows.filter((row) => row.label === label).flatMap(({ keys }) => keys))]
  return (
    <section>
      <h2 className={css.heading}>{title}</h2>
      <dl className={css.list}>
        {labels.map((label) => (
          <div key={label} className={css.row}>
            <dt>{label}</dt>
            <dd>
              {keysOf(label).map((keys, at) => (
                <span key={keys}>
                  {at > 0 && <span className={css.or}>{t('keys.or')}</span>}
                  <Keys keys={keys} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
