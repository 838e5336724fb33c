import { type Desk, reason, type Scenes } from './scene.ts'

const idOf = async (desk: Desk, name: string) =>
  (await desk.officers.list()).find(({ userName }) => userName === name)?.id ?? ''

export const officeScenes: Scenes<'settings' | 'officers' | 'store'> = {
  'settings.set': { warning: { as: 'gwen', input: () => ({ stockWarnAt: 20 }) } },
  'officers.enrol': {
    caseworker: {
      as: 'gwen',
      input: () => ({
        userName: 'noor',
        displayName: 'Noor Haddad',
        password: 'temporary sentence',
        roles: ['caseworker'],
        jurisdiction: 'office',
      }),
    },
  },
  'officers.setBadge': {
    given: { as: 'gwen', input: async (desk) => ({ officerId: await idOf(desk, 'amelie'), badge: 'B12345' }) },
  },
  'officers.setRoles': {
    changed: {
      as: 'gwen',
      input: async (desk) => ({ officerId: await idOf(desk, 'amelie'), roles: ['supervisor'], reason }),
    },
  },
  'officers.disable': {
    gone: { as: 'gwen', input: async (desk) => ({ officerId: await idOf(desk, 'amelie'), reason }) },
  },
  'officers.resetPassword': {
    'with the second factor': {
      as: 'gwen',
      input: async (desk) => ({
        officerId: await idOf(desk, 'amelie'),
        temporary: 'temporary sentence',
        renewSecondFactor: true,
      }),
    },
  },
  'store.backup': {
    folder: {
      as: 'gwen',
      input: async (desk, { backups }) => {
        await desk.settings.set({ backupFolder: backups })
        return undefined
      },
    },
  },
}
