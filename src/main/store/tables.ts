import type { AppointmentTables } from './tables/appointments.ts'
import type { CardTables } from './tables/cards.ts'
import type { CaseworkTables } from './tables/casework.ts'
import type { ClaimTables } from './tables/claims.ts'
import type { ConfirmationTables } from './tables/confirmations.ts'
import type { CoreTables } from './tables/core.ts'
import type { HallTables } from './tables/hall.ts'
import type { OwnershipTables } from './tables/ownership.ts'
import type { PhotoTables } from './tables/photos.ts'
import type { PortalTables } from './tables/portal.ts'
import type { PrintingTables } from './tables/printing.ts'
import type { RecordTables } from './tables/record.ts'
import type { ShiftTables } from './tables/shifts.ts'

/** Every table of the desk's store, for the query builder. Each room adds the interface of its own tables to this line. */
export type DeskTables = AppointmentTables &
  CardTables &
  CaseworkTables &
  OwnershipTables &
  ClaimTables &
  ConfirmationTables &
  CoreTables &
  HallTables &
  PhotoTables &
  PortalTables &
  PrintingTables &
  RecordTables &
  ShiftTables
