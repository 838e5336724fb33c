import type { Bilingual } from '../language.ts'
import { conditionsVersions } from './vocabulary.ts'

/**
 * The conditions of a person let in for further examination, IRPR s. 43(1), in our own words. Read out, acknowledged and
 * printed in the wording of one version; a new wording is a new version, and old ones stay.
 */
export const conditions: Readonly<Record<(typeof conditionsVersions)[number], readonly Bilingual[]>> = {
  '2026-05': [
    {
      en: 'Come to every examination, hearing and appointment, at the time and place given.',
      fr: 'Se présenter à chaque contrôle, audience et rendez-vous, à l’heure et au lieu indiqués.',
    },
    { en: 'Do not work without a work permit.', fr: 'Ne pas travailler sans permis de travail.' },
    { en: 'Do not study without a study permit.', fr: 'Ne pas étudier sans permis d’études.' },
    {
      en: 'Report to an officer at a port of entry before leaving, if the application to enter is withdrawn.',
      fr: 'Se présenter à un agent à un point d’entrée avant de partir, si la demande d’entrée est retirée.',
    },
    {
      en: 'Obey every other requirement of the Act and the Regulations.',
      fr: 'Respecter toute autre exigence de la Loi et du Règlement.',
    },
  ],
}

/** The wording in use. */
export const currentConditions = conditionsVersions[conditionsVersions.length - 1] ?? conditionsVersions[0]
