import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { Form } from '../../../../shared/forms/form.ts'
import { takeDelivery } from '../../../app/delivery.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'

const kinds = ['blank', 'filled', 'blank_large', 'filled_large'] as const

/** The form on paper, for a person who cannot use the portal: blank or with what is known, also in large print. */
export function PrintForm({ form }: { readonly form: Form }) {
  const { t, language } = useLanguage()
  const { claimId, view } = useClaim()
  const printing = useMutation(useDesk().record.printForm.mutationOptions({ onSuccess: takeDelivery }))
  const print = (kind: (typeof kinds)[number]) =>
    printing.mutate({
      claimId,
      form: form.id,
      language: view.claim.officialLanguage?.value ?? language,
      filled: kind.startsWith('filled'),
      large: kind.endsWith('large'),
    })
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPrinter size={16} aria-hidden />}
            loading={printing.isPending}
          >
            {t('record.print')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => print(kind)}>
              {t(`record.print_${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <FailureNotice error={printing.error} />
    </>
  )
}
