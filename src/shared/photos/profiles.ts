/** What a photo is for. */
export const photoProfiles = ['pr-card', 'refugee-document'] as const
export type PhotoProfile = (typeof photoProfiles)[number]
