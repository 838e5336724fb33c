import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Catalogue } from './types.ts'

/** Can this program read the event? A newer one's types and versions are kept and chained, but mean nothing here. */
export function isKnown(catalogue: Catalogue, { type, version }: Pick<LoggedEvent, 'type' | 'version'>): boolean {
  const spec = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined
  return spec !== undefined && version <= spec.version
}
