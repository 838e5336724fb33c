import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import { roles } from '../../domain/vocabulary.ts'
import { changedKeys } from '../../keys/actions.ts'
import type * as v from '../views.ts'
import { base, call, displayName, id, password, reason, userName } from './call.ts'

const badge = z.string().trim().min(1).max(40)

/** Who sits at the desk: status, set-up, sign-in, officers. */
export const seatContract = {
  status: call<v.DeskStatus>().takesNothing(),

  /** What changed, as query keys: `status`, `claims`, `claim:<id>`, `stock` ... The window re-reads what it shows. */
  watch: base.output(eventIterator(type<{ changed: string[] }>())),

  /** How this desk's window looks, kept on the desk before anybody signs in: no host keeps a browser's storage for it. */
  preferences: {
    get: call<v.Preferences>().takesNothing(),
    set: call<v.Preferences>().takes({
      language: z.enum(['en', 'fr']).optional(),
      scheme: z.enum(['light', 'dark', 'auto']).optional(),
      density: z.enum(['comfortable', 'compact']).optional(),
      shortcuts: z.boolean().optional(),
      keys: changedKeys.optional(),
    }),
  },

  setup: {
    checkNumbers: call<{ blocks: v.NumberBlockView[] }>().takes({ text: z.string().max(100_000) }),
    begin: call<v.SetupSecrets>().takes({
      office: z.string().max(60),
      displayName,
      userName,
      password,
      numbers: z.string().max(100_000),
    }),
    finish: call<v.DeskStatus>().takes({ code: z.string().max(20), recoveryKeySaved: z.literal(true) }),
    /** Saves the recovery key to a file of the officer's choice (a USB stick), through the host's dialog. */
    saveRecoveryKey: call<v.DeliveryView>().takesNothing(),
    restore: call<v.DeskStatus>().takes({ folder: z.string().max(1000), recoveryKey: z.string().max(200) }),
  },

  /** A folder for backups, or the one that holds them: for an administrator, and before set-up for whoever restores. */
  folders: {
    /** Asks with the system's dialog, where the host has one. */
    choose: call<v.FolderChoice>().takesNothing(),
    /** Names of the folders in one place; without it, the places to begin at. */
    list: call<v.FolderView>().takes({ folder: z.string().max(1000).optional() }),
  },

  seat: {
    /** By user name or badge. */
    signIn: call<v.DeskStatus>().takes({ userName, password }),
    secondFactor: call<v.DeskStatus>().takes({ code: z.string().max(20) }),
    changePassword: call<v.DeskStatus>().takes({ current: password, next: password }),
    lock: call<v.DeskStatus>().takesNothing(),
    unlock: call<v.DeskStatus>().takes({ password }),
    signOut: call<v.DeskStatus>().takesNothing(),
    /** Opens practice mode, a demo on a folder of its own; nobody need be signed in. */
    practice: call<v.DeliveryView>().takesNothing(),
    /** Only in the demo: sign in as a made-up officer of that role. */
    demo: call<v.DeskStatus>().takes({ role: z.enum(roles) }),
    recover: call<v.DeskStatus>().takes({ userName, recoveryKey: z.string().max(200), next: password }),
    /** The window saw a key or the mouse: puts the idle lock off. */
    touch: call<null>().takesNothing(),
  },

  officers: {
    list: call<v.OfficerView[]>().takesNothing(),
    enrol: call<{ officer: v.OfficerView; secrets: Omit<v.SetupSecrets, 'recoveryKey'> }>().takes({
      userName,
      displayName,
      password,
      roles: z.array(z.enum(roles)).min(1),
      jurisdiction: z.enum(['office', 'all']),
      badge: badge.optional(),
    }),
    /** Gives an officer a badge, another one, or none. */
    setBadge: call<v.OfficerView>().takes({ officerId: id, badge: badge.nullable() }),
    setRoles: call<v.OfficerView>().takes({ officerId: id, roles: z.array(z.enum(roles)).min(1), reason }),
    disable: call<v.OfficerView>().takes({ officerId: id, reason }),
    /** `secrets` come with a renewed second factor, for the officer who lost the phone: shown once. */
    resetPassword: call<{ officer: v.OfficerView; secrets?: Omit<v.SetupSecrets, 'recoveryKey'> }>().takes({
      officerId: id,
      temporary: password,
      renewSecondFactor: z.boolean().default(false),
    }),
  },
}
