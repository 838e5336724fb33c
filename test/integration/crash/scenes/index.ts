import { appointmentScenes } from './appointments.ts'
import { cardScenes } from './cards.ts'
import { caseworkScenes } from './casework.ts'
import { claimScenes } from './claims.ts'
import { confirmationScenes } from './confirmations.ts'
import { hallScenes } from './hall.ts'
import { officeScenes } from './office.ts'
import { paperScenes } from './papers.ts'
import { photoScenes } from './photos.ts'
import { portalScenes } from './portal.ts'
import { recordScenes } from './record.ts'
import { reviewScenes } from './review.ts'
import type { Desk, Path, Player, Ready, Scene, Writing } from './scene.ts'

const byProcedure: { readonly [P in Writing]: Readonly<Record<string, Scene<P>>> } = {
  ...claimScenes,
  ...appointmentScenes,
  ...hallScenes,
  ...paperScenes,
  ...officeScenes,
  ...photoScenes,
  ...confirmationScenes,
  ...recordScenes,
  ...portalScenes,
  ...cardScenes,
  ...caseworkScenes,
  ...reviewScenes,
}

/** A scene that any procedure may have, ready to be called. */
export interface AnyScene {
  readonly path: Path
  readonly as: Player
  input(desk: Desk, ready: Ready): unknown
  readonly inParts?: string
  kept?: Scene<Path>['kept']
}

/**
 * Every command of the contract that writes, as an officer would call it, by the name `procedure: scene`.
 * A procedure without a scene is no type, and fails `every procedure ...` of kill.test.ts.
 */
export const scenes: Readonly<Record<string, AnyScene>> = Object.fromEntries(
  Object.entries(byProcedure).flatMap(([path, named]) =>
    Object.entries(named).map(([name, scene]) => [`${path}: ${name}`, { ...scene, path } as AnyScene]),
  ),
)

export const sceneOf = (name: string): AnyScene => {
  const scene = scenes[name]
  if (!scene) throw new Error(`No scene ${name}`)
  return scene
}
