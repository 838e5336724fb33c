import { text, u32 } from './bytes.ts'

/** Is it a whole ICC profile (ICC.1:2022, 7.2)? Profiles of cameras and printers are far below the limit. */
export const isColourProfile = (profile: Uint8Array): boolean =>
  profile.length >= 128 &&
  profile.length <= 4_000_000 &&
  u32(profile, 0) === profile.length &&
  text(profile, 36, 4) === 'acsp'
