import { useMay } from '../../../app/may.ts'
import { ImportFolder } from './ImportFolder.tsx'
import { Policy } from './Policy.tsx'

/** Where photos come from, and what the machine asks of them. */
export function Photos() {
  const mayDo = useMay()
  return (
    <>
      {mayDo('import.view') && <ImportFolder />}
      <Policy />
    </>
  )
}
