import type { AuditReport } from '../../shared/contract/views.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import { ok, type Result } from '../../shared/result.ts'
import { auditReport } from '../office/oversight.ts'
import type { CliDesk } from './opening.ts'
import { say } from './texts.ts'
import type { Answer } from './world.ts'

/** `audit verify`: walks both logs. The first broken place is the answer, and the exit status is 1. */
export async function auditVerify({ desk }: CliDesk, lang: Language): Promise<Result<Answer>> {
  const report = await auditReport(desk.store)
  if (!report.ok) return report
  const { ok: sound, events, accesses, broken } = report.value
  return ok({
    ok: sound,
    lines: [say(lang, auditText(report.value))],
    data: broken ? { broken } : { events, accesses },
  })
}

/** What the two logs look like, in a sentence. */
export function auditText({ events, accesses, broken }: AuditReport): Bilingual {
  if (!broken)
    return {
      en: `Both logs hold: ${events} events, ${accesses} accesses.`,
      fr: `Les deux journaux tiennent : ${events} événements, ${accesses} accès.`,
    }
  const log = logs[broken.log]
  const reason = reasons[broken.reason] ?? { en: broken.reason, fr: broken.reason }
  return {
    en: `BROKEN: ${log.en}, device ${broken.device}, entry ${broken.sequence}: ${reason.en}.`,
    fr: `ROMPU : ${log.fr}, poste ${broken.device}, inscription ${broken.sequence} : ${reason.fr}.`,
  }
}

const logs: Readonly<Record<'record' | 'access', Bilingual>> = {
  record: { en: 'record log', fr: 'journal des dossiers' },
  access: { en: 'access log', fr: 'journal des accès' },
}

/** The reasons of store/verify.ts. */
const reasons: Readonly<Record<string, Bilingual>> = {
  sequence: {
    en: 'an entry is missing, doubled or out of order',
    fr: 'une inscription manque, est double ou déplacée',
  },
  hash: { en: 'the entry was changed', fr: 'l’inscription a été modifiée' },
  body: { en: 'what the entry says was changed', fr: 'le contenu de l’inscription a été modifié' },
  body_missing: { en: 'what the entry said was removed', fr: 'le contenu de l’inscription a été retiré' },
  cut_short: { en: 'the log was cut short here', fr: 'le journal a été tronqué ici' },
}
