import { createHash } from 'node:crypto'
import { snapshotForm } from '../../../shared/sync/snapshot.ts'
import { currentVersion } from '../migrations.ts'
import type { Projection } from '../types.ts'

/** SHA-256 (hex) of what two desks must have in common: the schema, and what each projection makes of an event. */
export function snapshotFormat(projections: readonly Projection[]): string {
  const versions = projections.map(({ name, version = 1 }) => `${name} ${version}`)
  return createHash('sha256')
    .update(JSON.stringify([snapshotForm, currentVersion, versions]))
    .digest('hex')
}
