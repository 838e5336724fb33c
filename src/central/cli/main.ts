import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { explain } from '../../shared/errors.ts'
import type { Clock, Random, Stopwatch, Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Services } from '../services.ts'
import { settingsOf, type Typed } from '../settings.ts'
import { makeCheckpoints } from '../sync/checkpoints.ts'
import { backupTo, restoreFrom } from './backup.ts'
import { checkCheckpoints, showCheckpoints } from './checkpoints.ts'
import { approveDevice, devices, enrolCode, revokeDevice } from './devices.ts'
import { mailBounce, mailStatus } from './mail.ts'
import { partners } from './partners.ts'
import { portalCredential, portalRevoke } from './portal.ts'
import { quarantineList, quarantineLooked, quarantineShow } from './quarantine.ts'
import { serve } from './serve.ts'
import { type SimulateOptions, simulate } from './simulate.ts'
import { type FamilyOptions, simulateFamilies } from './simulate-families.ts'
import { publishTrust } from './trust.ts'
import { visit } from './visit.ts'

/** What the command line takes from outside; a test hands in its own. */
export interface CliWorld {
  readonly version: string
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
  readonly stopwatch: Stopwatch
  readonly env: Readonly<Record<string, string | undefined>>
  out(line: string): void
  err(line: string): void
  /** Settles when the program is asked to stop. */
  readonly stopped: Promise<string>
}

/** Runs one command. Exit status: 0 when it went well, 1 when it failed, 2 when what was typed is no command. */
export async function main(argv: readonly string[], world: CliWorld): Promise<number> {
  let status = 0
  const told = async (work: Promise<Result<void>>) => {
    const done = await work
    if (done.ok) return
    status = 1
    // An administrator's terminal has no language of its own: both are said.
    for (const language of ['en', 'fr'] as const) {
      const { message, next } = explain(done.failure, language)
      world.err(`${message} ${next}`)
    }
  }
  try {
    await programOf(world, told).parseAsync([...argv], { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
}

type Told = (work: Promise<Result<void>>) => Promise<void>

function programOf(world: CliWorld, told: Told): Command {
  const program = new Command('central')
    .description(
      'The central service of Passerelle: desks settle with it. Options also come from the environment:\nDATABASE_URL and PASSERELLE_CENTRAL_DATA, _LISTEN, _TLS_CERT, _TLS_KEY, _KEY_FILE, _RATE, _LOG_LEVEL,\n_SMTP, _SMTP_TLS, _MAIL_FROM, _PORTAL_URL, _PRACTICE; _SMTP_USER and _SMTP_PASSWORD come from there alone.',
    )
    .version(world.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.out(text.trimEnd()), writeErr: (text) => world.err(text.trimEnd()) })
    .option('--data <dir>', 'folder of keys, pictures and, without --database, of PostgreSQL itself')
    .option('--database <url>', 'a PostgreSQL 15 or newer; without it the central starts its own')
    .option('--listen <host:port>', 'where to listen (127.0.0.1:8700)')
    .option('--tls-cert <pem>', 'certificate chain; beyond loopback TLS is required')
    .option('--tls-key <pem>', 'its private key')
    .option('--key-file <file>', '32 bytes that wrap the keys of the records (made in the data folder on first use)')
    .option('--rate <n>', 'requests a second of one device (50)')
    .option('--offline-days <n>', 'days for which a desk may go on without this service (30)')
    .option('--min-client <version>', 'oldest program that may settle (0.1.0)')
    .option('--blob-quota <n>', 'GiB of pictures and papers that one device may bring in a day (64)')
    .option('--smtp <host:port>', 'the mail server for notices to people; without one they wait')
    .option('--smtp-tls <how>', 'tls, starttls, or none to loopback (starttls)')
    .option('--mail-from <address>', 'what notices come from; bounces go to it')
    .option('--portal-url <address>', 'where people sign in, as mails to them say it')
    .option('--practice', 'for practice, where people and partners are played; chosen at the first start, for good')
    .option('--log-level <level>', 'fatal, error, warn, info, debug or silent')
  const visiting: Visiting =
    (work, as = 'visitor') =>
    async (...given) => {
      const command = given.at(-1) as Command
      const settings = settingsOf(command.optsWithGlobals<Typed>(), world.env)
      await told(
        settings.ok
          ? visit(settings.value, world, (services) => work(services, command), as)
          : Promise.resolve(settings),
      )
    }
  deskCommands(program, visiting)
  quarantineCommands(program, visiting)
  portalCommands(program, visiting)
  mailCommands(program, visiting)
  simulateCommand(program, visiting, world)
  simulateFamiliesCommand(program, visiting, world)
  partnersCommand(program, visiting)
  program
    .command('trust-publish')
    .description('hand a trust bundle, as "desk trust export" wrote it, to every desk')
    .argument('<file>')
    .action(visiting((services, { args: [file = ''] }) => publishTrust(services, file)))
  program
    .command('checkpoint')
    .description('sign how every stream stands, as happens each night')
    .action(visiting(async (services) => ok([String(await makeCheckpoints(services))])))
  program
    .command('checkpoint-show')
    .description('the last checkpoint of each stream, one a line: keep them where this service cannot write')
    .action(visiting(showCheckpoints))
  program
    .command('checkpoint-check')
    .description('whether everything up to the kept checkpoints is still what and where it was')
    .argument('<file>', 'lines of checkpoint-show; - reads them from standard input')
    .action(visiting((services, { args: [file = ''] }) => checkCheckpoints(services, file, world.out)))
  program
    .command('backup')
    .description('copy database and files to a new folder, while the service goes on')
    .requiredOption('--to <dir>', 'a folder that is empty or not there')
    .action(visiting((services, command) => backupTo(services, resolve(command.opts<{ to: string }>().to))))
  program
    .command('restore')
    .description('fill an empty central from a backup; desks then send again what it lacks')
    .requiredOption('--from <dir>', 'the folder of the backup')
    .action(
      visiting((services, command) => restoreFrom(services, resolve(command.opts<{ from: string }>().from)), 'server'),
    )
  program
    .command('serve', { isDefault: true })
    .description('run the service until SIGTERM or Ctrl+C')
    .action(async (_options, command: Command) => {
      const settings = settingsOf(command.optsWithGlobals<Typed>(), world.env)
      await told(settings.ok ? serve(settings.value, world) : Promise.resolve(settings))
    })
  return program
}

type Work = (services: Services, command: Command) => Promise<Result<readonly string[]>>

/** Who is played, and what partners are said to have answered, never comes among the records of people. */
const inPractice =
  (work: Work): Work =>
  async (services, command) =>
    services.database.practice ? work(services, command) : fail('central.not_practice')

type Visiting = (
  work: (services: Services, command: Command) => Promise<Result<readonly string[]>>,
  as?: 'server' | 'visitor',
) => (...given: unknown[]) => Promise<void>

function portalCommands(program: Command, visiting: Visiting): void {
  program
    .command('portal-credential')
    .description('make the credential of a service that speaks for people; it is shown once')
    .requiredOption('--name <name>', 'of the service')
    .action(visiting((services, command) => portalCredential(services, command.opts<{ name: string }>().name)))
  program
    .command('portal-revoke')
    .description('turn a service that speaks for people away')
    .requiredOption('--name <name>', 'of the service')
    .action(visiting((services, command) => portalRevoke(services, command.opts<{ name: string }>().name)))
}

function mailCommands(program: Command, visiting: Visiting): void {
  const mail = program.command('mail').description('notices by mail to people')
  mail
    .command('status')
    .description('how many wait, since when, and what the server last said')
    .action(visiting((services) => mailStatus(services)))
  mail
    .command('bounce')
    .description('take in a mail that came back, as the mail server hands it over')
    .argument('<file>', 'the whole mail; - reads it from standard input')
    .action(visiting((services, { args: [file = ''] }) => mailBounce(services, file)))
}

function simulateCommand(program: Command, visiting: Visiting, world: CliWorld): void {
  program
    .command('simulate')
    .description('play people at the portal of a central that runs: incomplete, contradictory, late, with bad photos')
    .option('--claims <n>', 'people who file', '100')
    .option('--photos <n>', 'so many of them send a photo', '50')
    .option('--rate <n>', 'claims that begin in a second', '10')
    .option('--seed <text>', 'the same people for the same seed', '1')
    .option('--office <slug>', 'where they go', 'inland-montreal')
    .option('--url <address>', 'of the central, when it does not listen where --listen says')
    .action(visiting(inPractice((services, command) => simulate(services, command.opts<SimulateOptions>(), world))))
}

function simulateFamiliesCommand(program: Command, visiting: Visiting, world: CliWorld): void {
  program
    .command('simulate-families')
    .description('play families who confirm permanent residence, while officers work on them at a desk')
    .option('--families <n>', 'so many families', '5')
    .option('--seed <text>', 'the same people for the same seed', '1')
    .option('--office <slug>', 'whose desk takes them in', 'inland-montreal')
    .option('--write <file>', 'only write the file of approved applications, CSV, for the desk')
    .option('--inbox <host:port>', 'where their mail is taken in: what the central has as --smtp', '127.0.0.1:2525')
    .option('--minutes <n>', 'how long they are played', '60')
    .option('--url <address>', 'of the central, when it does not listen where --listen says')
    .action(
      visiting(inPractice((services, command) => simulateFamilies(services, command.opts<FamilyOptions>(), world))),
    )
}

function partnersCommand(program: Command, visiting: Visiting): void {
  program
    .command('simulate-partners')
    .description(
      'answer in the place of partners what desks of an office asked them: for trying out, and never in service',
    )
    .option('--seed <text>', 'the same answers for the same seed', '1')
    .requiredOption('--office <slug>', 'such as lacolle-15')
    .action(
      visiting(inPractice((services, command) => partners(services, command.opts<{ office: string; seed: string }>()))),
    )
}

function deskCommands(program: Command, visiting: Visiting): void {
  program
    .command('enrol-code')
    .description('make a one-time code with which a desk of an office enrols: good for 24 hours')
    .requiredOption('--office <slug>', 'such as lacolle-15')
    .action(visiting((services, command) => enrolCode(services, command.opts<{ office: string }>().office)))
  program
    .command('devices')
    .description('list desks: device, state, office, last seen')
    .option('--office <slug>', 'of one office')
    .action(visiting((services, command) => devices(services, command.opts<{ office?: string }>().office)))
  program
    .command('approve')
    .description('let a waiting desk in')
    .argument('<device>')
    .action(visiting((services, { args: [device = ''] }) => approveDevice(services, device)))
  program
    .command('revoke')
    .description('turn a desk away for good; it is told to wipe itself')
    .argument('<device>')
    .requiredOption('--reason <text>', 'kept with the device')
    .action(
      visiting((services, command) =>
        revokeDevice(services, command.args[0] ?? '', command.opts<{ reason: string }>().reason),
      ),
    )
}

function quarantineCommands(program: Command, visiting: Visiting): void {
  const quarantine = program.command('quarantine').description('what desks handed in and the central withholds')
  quarantine
    .command('list')
    .description('what nobody has looked at: event, code, since, office, desk, officer, type, subject')
    .option('--office <slug>', 'of one office')
    .action(visiting((services, command) => quarantineList(services, command.opts<{ office?: string }>().office)))
  quarantine
    .command('show')
    .description('what an event says: this may name people, look at it where nobody else does')
    .argument('<event>')
    .action(visiting((services, { args: [event = ''] }) => quarantineShow(services, event)))
  quarantine
    .command('looked')
    .description('note who looked and what was done about it; the event stays withheld')
    .argument('<event>')
    .requiredOption('--by <name>', 'who looked')
    .requiredOption('--outcome <text>', 'what was done about it, without names of people')
    .action(
      visiting((services, command) =>
        quarantineLooked(services, command.args[0] ?? '', command.opts<{ by: string; outcome: string }>()),
      ),
    )
}
