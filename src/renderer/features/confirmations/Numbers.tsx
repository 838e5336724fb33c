import { groupClientId, groupSerial } from '../../app/numbers.ts'
import css from './Confirmations.module.css'

/** Both numbers of a person, to be read aloud: client ID, and beneath it the application's. */
export const Numbers = ({ clientId, applicationNumber }: { clientId: string; applicationNumber: string }) => (
  <span className={css.two}>
    <span>{groupClientId(clientId)}</span>
    <span className={css.quiet}>{groupSerial(applicationNumber)}</span>
  </span>
)
