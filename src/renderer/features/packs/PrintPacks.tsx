import { Button, NumberInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { packsAtOnce } from '../../../shared/domain/paper-pack.ts'
import { takeDelivery } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Packs.module.css'

/** Prints the next packs of this desk, before they are needed. */
export function PrintPacks() {
  const { t, language } = useLanguage()
  const [count, setCount] = useState<number | string>(5)
  const print = useMutation(
    useDesk().paperPacks.print.mutationOptions({
      onSuccess: (delivery) => {
        takeDelivery(delivery)
        if (delivery.by === 'done') notifications.show({ message: t('packs.printed'), color: 'green.9' })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typeof count === 'number' && !print.isPending) print.mutate({ count, language })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <h2 className={css.title}>{t('packs.print_title')}</h2>
      <NumberInput
        label={t('packs.count')}
        value={count}
        onChange={setCount}
        min={1}
        max={packsAtOnce}
        allowDecimal={false}
        hideControls
      />
      {print.error !== null && <FailureNotice error={print.error} />}
      <Button type="submit" variant="default" loading={print.isPending}>
        {t('packs.print')}
      </Button>
    </form>
  )
}
