import { useQuery } from '@tanstack/react-query'
import type { EligibilityWorksheet } from '../../../../shared/contract/views.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { Loaded } from '../../../components/states.tsx'
import { useClaim } from '../claim.tsx'
import { Step } from '../Step.tsx'
import { AskPanel } from './AskPanel.tsx'
import { Consequences } from './Consequences.tsx'
import { Decision } from './Decision.tsx'
import { FindingList } from './FindingList.tsx'
import { KnownFacts } from './KnownFacts.tsx'
import { useAsking } from './use-asking.ts'

/** Eligibility, rule by rule: the rules propose, the officer decides. */
export function EligibilityStep() {
  const { claimId } = useClaim()
  // N answers here and never opens a new claim: not while the questions load, nor when the last one has just gone.
  useKeys([{ keys: 'n', label: 'elig.key_no', where: 'here' }])
  const query = useQuery(useDesk().eligibility.worksheet.queryOptions({ input: { claimId } }))
  return (
    <Step step="eligibility" ownButtons>
      <Loaded query={query}>{(sheet) => <Worksheet sheet={sheet} />}</Loaded>
    </Step>
  )
}

function Worksheet({ sheet }: { sheet: EligibilityWorksheet }) {
  const { mayEdit } = useClaim()
  const asking = useAsking(sheet)
  return (
    <>
      <Decision sheet={sheet} />
      {mayEdit && <AskPanel asking={asking} sheet={sheet} />}
      <FindingList sheet={sheet} />
      <Consequences sheet={sheet} />
      <KnownFacts sheet={sheet} onChange={mayEdit ? asking.change : undefined} />
    </>
  )
}
