import { resolve } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { explain } from '../../shared/errors.ts'
import { type Language, languages } from '../../shared/language.ts'
import { photoProfiles } from '../../shared/photos/profiles.ts'
import { ok, type Result } from '../../shared/result.ts'
import { failureOfReading } from '../store/sqlite-failure.ts'
import { auditVerify } from './audit.ts'
import { type CarryOptions, caseCarry, caseTake } from './carry.ts'
import { mrzRead } from './mrz.ts'
import { type OpenOptions, withDesk } from './opening.ts'
import { type PhotoCheckOptions, photoCheck, photoRequirements } from './photo.ts'
import { type SealOptions, sealDecode, sealVerify } from './seal.ts'
import { type RestoreWish, storeBackup, storeCheck, storeRebuild, storeRestore } from './store.ts'
import { helpTitles, say, texts } from './texts.ts'
import { type TourOptions, tour } from './tour/tour.ts'
import {
  type AuthorityOptions,
  type RevokeOptions,
  trustEnrol,
  trustExport,
  trustImport,
  trustPropose,
  trustRequest,
  trustRevoke,
  trustRoot,
} from './trust.ts'
import { type Answer, type CliWorld, type CommonOptions, UsageProblem } from './world.ts'

/**
 * Runs one command. Gives the exit status: 0 when it went well, 1 when it failed or found something wrong, 2 when what
 * was typed is no command. Throws only bugs.
 */
export async function main(argv: readonly string[], world: CliWorld): Promise<number> {
  const lang = languageOf(argv)
  let status = 0
  // Options may stand before or after the command's name.
  const does: Does =
    (work) =>
    async (...given) => {
      const typed = given.at(-1) as Command
      const options = typed.optsWithGlobals<Parameters<typeof work>[0]>()
      status = await answered(() => work(options, typed.args), options, world)
    }
  const program = programOf(world, lang, does)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof UsageProblem)) throw error
    world.err(error.message)
    return 2
  }
}

/** Makes an action of work on the options, and on what was typed besides. */
type Does = <O extends CommonOptions>(
  work: (options: O, args: readonly string[]) => Promise<Result<Answer>>,
) => (...given: unknown[]) => Promise<void>

function programOf(world: CliWorld, lang: Language, does: Does): Command {
  const words = texts[lang]
  const program = new Command('desk').description(words.desk)
  const command = (parent: Command, name: string, description: string) =>
    common(parent.command(name), lang).description(description)
  const onStore = (parent: Command, name: string, description: string) =>
    command(parent, name, description)
      .option('--data <dir>', words.data)
      .option('--demo', words.demo)
      .option('--user <name>', words.user)
      .option('--secret-fd <n>', words.secretFd, wholeNumber)
  common(program, lang)
    .exitOverride()
    .showHelpAfterError(words.helpHint)
    .configureOutput({ writeOut: (text) => world.out(text.trimEnd()), writeErr: (text) => world.err(text.trimEnd()) })
    .configureHelp({ styleTitle: (title) => helpTitles[lang][title] ?? title })
    .addHelpText('after', `\n${words.secrets}`)

  command(program, 'version', words.version).action(
    does(async () => ok({ ok: true, lines: [`Passerelle ${world.version}`], data: { version: world.version } })),
  )
  command(program, 'tour', words.tour)
    .requiredOption('--out <dir>', words.out)
    .option('--photo <file>', words.photo)
    .action(does((options: TourOptions) => tour(world, { ...options, out: resolve(options.out) })))
  const store = command(program, 'store', words.store)
  onStore(store, 'check', words.check).action(
    does((options: OpenOptions) => withDesk(world, options, 'store.check', (desk) => storeCheck(desk, options.lang))),
  )
  onStore(store, 'rebuild', words.rebuild).action(
    does((options: OpenOptions) =>
      withDesk(world, options, 'store.rebuild', (desk) => storeRebuild(desk, options.lang)),
    ),
  )
  onStore(store, 'backup', words.backup)
    .requiredOption('--to <dir>', words.to)
    .action(
      does((options: OpenOptions & { to: string }) =>
        withDesk(world, options, 'store.backup', (desk) => storeBackup(desk, resolve(options.to), options.lang)),
      ),
    )
  onStore(store, 'restore', words.restore)
    .requiredOption('--from <dir>', words.from)
    .option('--replace', words.replace)
    .action(does((options: RestoreWish) => storeRestore(world, { ...options, from: resolve(options.from) })))
  const audit = command(program, 'audit', words.audit)
  onStore(audit, 'verify', words.verify).action(
    does((options: OpenOptions) => withDesk(world, options, 'audit.verify', (desk) => auditVerify(desk, options.lang))),
  )
  const cases = command(program, 'case', words.case)
  onStore(cases, 'carry', words.caseCarry)
    .requiredOption('--number <number>', words.caseNumber)
    .option('--to <desk>', words.caseTo)
    .option('--out <file>', words.outFile, 'claim.pscb')
    .action(does((options: CarryOptions) => withDesk(world, options, 'sync.carry', (desk) => caseCarry(desk, options))))
  onStore(cases, 'take', words.caseTake)
    .argument('<file>')
    .action(
      does((options: OpenOptions, [file = '']) =>
        withDesk(world, options, 'sync.carry', (desk) => caseTake(desk, file, options)),
      ),
    )
  const seal = command(program, 'seal', words.seal)
  command(seal, 'verify', words.sealVerify)
    .argument('<file>')
    .option('--certificates <pem>', words.certificates)
    .option('--trust <bundle>', words.trustBundle)
    .action(does((options: SealOptions, [file = '-']) => sealVerify(world, file, options)))
  command(seal, 'decode', words.sealDecode)
    .argument('<file>')
    .action(does((options: CommonOptions, [file = '-']) => sealDecode(world, file, options)))
  command(command(program, 'mrz', words.mrz), 'read', words.mrzRead)
    .argument('<file>')
    .action(does((options: CommonOptions, [file = '']) => mrzRead(world, file, options)))
  photoCommands(command(program, 'photo', words.photos), { world, lang, does, command })
  const trust = command(program, 'trust', words.trust)
  const onRoot = (name: string, description: string) =>
    command(trust, name, description)
      .requiredOption('--authority <dir>', words.authority)
      .option('--secret-fd <n>', words.secretFd, wholeNumber)
  onRoot('root', words.trustRoot)
    .option('--name <name>', words.trustName)
    .action(does((options: AuthorityOptions & { name?: string }) => trustRoot(world, options)))
  onRoot('enrol', words.trustEnrol)
    .requiredOption('--request <file>', words.request)
    .action(does((options: AuthorityOptions & { request: string }) => trustEnrol(world, options)))
  onRoot('revoke', words.trustRevoke)
    .option('--signer <signer>', words.signer)
    .option('--document <number...>', words.document)
    .option('--proposal <file>', words.proposal)
    .action(does((options: RevokeOptions) => trustRevoke(world, options)))
  onRoot('export', words.trustExport)
    .requiredOption('--out <file>', words.outFile)
    .action(does((options: AuthorityOptions & { out: string }) => trustExport(world, options)))
  onStore(trust, 'request', words.trustRequest)
    .requiredOption('--out <file>', words.outFile)
    .action(
      does((options: OpenOptions & { out: string }) =>
        withDesk(world, options, 'trust.change', (desk) => trustRequest(desk, options.out, options.lang)),
      ),
    )
  onStore(trust, 'propose', words.trustPropose)
    .requiredOption('--out <file>', words.outFile)
    .action(
      does((options: OpenOptions & { out: string }) =>
        withDesk(world, options, 'trust.change', (desk) => trustPropose(desk, options.out, options.lang)),
      ),
    )
  onStore(trust, 'import', words.trustImport)
    .argument('<bundle>')
    .option('--root <fingerprint>', words.fingerprint)
    .action(
      does((options: OpenOptions & { root?: string }, [file = '']) =>
        withDesk(world, options, 'trust.change', (desk) => trustImport(desk, file, options.root, options.lang)),
      ),
    )
  return program
}

interface Making {
  readonly world: CliWorld
  readonly lang: Language
  readonly does: Does
  readonly command: (parent: Command, name: string, description: string) => Command
}

function photoCommands(photo: Command, { world, lang, does, command }: Making): void {
  const words = texts[lang]
  const onProfile = (name: string, description: string) =>
    command(photo, name, description)
      .addOption(new Option('--profile <profile>', words.profile).choices(photoProfiles).default('pr-card'))
      .addOption(new Option('--language <language>', words.language).choices(languages))
  onProfile('check', words.photoCheck)
    .argument('<file...>')
    .option('--today <date>', words.today)
    .option('--taken-on <date>', words.takenOn)
    .option('--born <date>', words.born)
    .action(does((options: PhotoCheckOptions, files) => photoCheck(world, files, options)))
  onProfile('requirements', words.photoRequirements).action(
    does(async (options: PhotoCheckOptions) => photoRequirements(options)),
  )
}

const common = (command: Command, lang: Language): Command =>
  command
    .copyInheritedSettings(command.parent ?? command)
    .helpOption('-h, --help', texts[lang].help)
    .helpCommand(false)
    .option('--json', texts[lang].json)
    .addOption(new Option('--lang <language>', texts[lang].lang).choices(languages).default(lang))

function wholeNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new UsageProblem(`--secret-fd: ${text}`)
  return Number(text)
}

/** The language must be known before the help is written. */
function languageOf(argv: readonly string[]): Language {
  const joined = argv.join(' ')
  return /--lang(uage)?[ =]fr\b/.test(joined) ? 'fr' : 'en'
}

/** Runs a command and prints what it has to say, for people or for programs. */
async function answered(
  work: () => Promise<Result<Answer>>,
  { json, lang }: CommonOptions,
  world: CliWorld,
): Promise<number> {
  const done = await work().catch(expected)
  if (done.ok) {
    const { lines, data, list } = done.value
    if (json) world.out(JSON.stringify(list ?? { ok: done.value.ok, ...data }))
    else for (const line of lines) world.out(line)
    return done.value.ok ? 0 : 1
  }
  const { message, next } = explain(done.failure, lang)
  if (json)
    world.out(JSON.stringify({ ok: false, code: done.failure.code, params: done.failure.params, message, next }))
  else for (const line of [message, say(lang, { en: `Next: ${next}`, fr: `Ensuite : ${next}` })]) world.err(line)
  return 1
}

/** What stands for an error that a reading of the store met; a bug is thrown on. */
function expected(error: unknown): Result<never> {
  const failure = failureOfReading(error)
  if (!failure) throw error
  return { ok: false, failure }
}
