import { Radio, Stack } from '@mantine/core'
import type { DocumentKind } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'

interface Props {
  readonly kinds: readonly DocumentKind[]
  readonly kind: DocumentKind
  readonly onKind: (kind: DocumentKind) => void
}

/** The current form or the legacy one, each with what it is for. */
export function KindChoice({ kinds, kind, onKind }: Props) {
  const t = useText()
  return (
    <Radio.Group
      label={t('paper.kind')}
      value={kind}
      onChange={(next) => {
        const found = kinds.find((each) => each === next)
        if (found) onKind(found)
      }}
    >
      <Stack gap="xs" mt={4}>
        {kinds.map((each) => (
          <Radio key={each} value={each} label={t(`paper.kind_${each}`)} description={t(`paper.about_${each}`)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
