import { EmbeddedPostgresError } from '@chorus/db/embedded/embedded-postgres-error'
import { Command, CommanderError, Option } from 'commander'
import { VaultError } from '../vault/vault.ts'
import { CommandRefused } from './command-refused.ts'

const json = new Option('--json', 'print one JSON document, for programs')
const organisation = new Option('--organisation <name>', 'name or id, when there are several')

const program = new Command('chorus')
  .description(
    'Collect -> Seal -> Publish -> Report: team-climate pulses that hear every voice and pick out none.',
  )
  .addHelpText(
    'after',
    `
Exit codes: 0 done; 1 not possible as things are; 2 unusable input or settings; 3 the auditor refused a release.
Settings: PORT, HOST, CHORUS_DATA, DATABASE_URL, CHORUS_DEMO, CHORUS_VAULT_KEY, CHORUS_STRICT, PUBLIC_URL,
CHORUS_ANONYMOUS_ORIGIN, CHORUS_SMTP_URL, CHORUS_MAIL_FROM, in the environment or in chorus.config.`,
  )
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })

program
  .command('start')
  .description('run Chorus; a new data folder is filled with a demo')
  .action(async () => (await import('./start.ts')).start())

program
  .command('demo')
  .description('fill an empty installation with the demo organisation')
  .addOption(json)
  .action(async (options) => (await import('./demo.ts')).demo(options))

program
  .command('import')
  .description(
    'show what CSV files would change, and with --yes change it; the first import also names the organisation',
  )
  .requiredOption(
    '--people <file>',
    'person_id, name, email, unit_id; optional role, manages, hr_units, language, channel, zone, cut:<name>. Other names of columns are matched',
  )
  .option(
    '--units <file>',
    'unit_id, parent_id, name; without it units follow from columns such as Division, Department, Team or Manager, or stay',
  )
  .option('--name <name>', 'name of the organisation, at the first import')
  .option('--yes', 'import what the preview says')
  .addOption(
    new Option('--expect-leavers <n>', 'go on where it stops and names this number').argParser(Number),
  )
  .addOption(json)
  .addOption(organisation)
  .action(async (options) => (await import('./import.ts')).importFiles(options))

program
  .command('open-wave')
  .description('open the next wave; without any programme, one with the default instrument is made')
  .requiredOption('--label <label>', 'what people see, for example "Spring 2026"')
  .addOption(new Option('--days <n>', 'days until it closes').default(14).argParser(Number))
  .option('--programme <name>', 'which programme, when there are several')
  .addOption(json)
  .addOption(organisation)
  .action(async (options) => (await import('./open-wave.ts')).openNextWave(options))

program
  .command('invite')
  .description('mail everybody who is invited to the open wave')
  .option('--programme <name>', 'which programme, when there are several')
  .option('--remind', 'a reminder, to everybody alike; at most two a wave')
  .option('--again', 'invitations that were refused, once more')
  .addOption(json)
  .addOption(organisation)
  .action(async (options) => (await import('./invite.ts')).invite(options))

program
  .command('mail-bounce')
  .description('note what a delivery report (RFC 3464) on standard input says: which addresses take no mails')
  .addOption(json)
  .addOption(organisation)
  .action(async (options) => (await import('./mail-bounce.ts')).mailBounce(options))

program
  .command('close-wave')
  .description('close the open wave: seal it and publish its release')
  .option('--programme <name>', 'which programme, when there are several')
  .option('--no-publish', 'seal only')
  .addOption(json)
  .addOption(organisation)
  .action(async (options) => (await import('./close-wave.ts')).closeWave(options))

program
  .command('import-history')
  .description('bring waves of another tool into a programme: published like its own, and marked as imported')
  .requiredOption('--waves <file>', 'waves.csv: wave, closed (2024-03-31); optional label')
  .requiredOption('--units <file>', 'units.csv of that time: unit_id, parent_id, name')
  .requiredOption('--responses <file>', 'responses.csv: wave, unit_id, one column per item; never stored')
  .option('--invited <file>', 'invited.csv: wave, unit_id, invited')
  .option('--stayed <file>', 'stayed.csv: wave, unit_id, since, since_unit_id, people who answered both')
  .option('--instrument <file>', 'instrument.json, where other questions were asked than the programme asks')
  .option('--programme <name>', 'name or id, when there are several')
  .option('--dry-run', 'say what would be imported, and write nothing')
  .addOption(json)
  .addOption(organisation)
  .action(async (options) => (await import('./import-history.ts')).importHistory(options))

program
  .command('export')
  .description('write summary.csv of all published waves')
  .option('--programme <name>', 'which programme, when there are several')
  .option('--out <file>', 'where to; - is standard output', '-')
  .addOption(organisation)
  .action(async (options) => (await import('./export.ts')).exportSummary(options))

program
  .command('audit')
  .description(
    'what anybody can see of all published waves, for outside attackers to try; or whether the audit trail is as it was noted',
  )
  .option(
    '--snapshot <file>',
    'write the published waves there (climate-snapshot-audit/1); - is standard output',
  )
  .option('--trail', 'check the audit trail in the database')
  .option('--trail-file <file>', 'check an export of it (audit-trail.jsonl), without a database')
  .option('--head <hash>', 'a fingerprint of the trail that somebody noted: is it still in it?')
  .addOption(organisation)
  .addOption(json)
  .action(async (options) => (await import('./audit.ts')).audit(options))

program
  .command('sign-in-link')
  .description('make a personal sign-in link')
  .requiredOption('--email <address>', 'whose link')
  .addOption(new Option('--hours <n>', 'how long it is valid').default(24).argParser(Number))
  .addOption(json)
  .addOption(organisation)
  .action(async (options) => (await import('./sign-in-link.ts')).signInLink(options))

const organisations = program.command('organisation').description('the organisations of this installation')
organisations
  .command('list')
  .description('all of them, with their ids')
  .addOption(json)
  .action(async (options) => (await import('./organisation.ts')).showOrganisations(options))
organisations
  .command('add')
  .description('one more, which sees nothing of the others; then import its people')
  .requiredOption('--name <name>', 'as people will read it')
  .addOption(json)
  .action(async (options) => (await import('./organisation.ts')).addOrganisation(options))
organisations
  .command('rename')
  .description('another name for one')
  .requiredOption('--name <name>', 'the new name')
  .addOption(organisation)
  .addOption(json)
  .action(async (options) => (await import('./organisation.ts')).nameOrganisation(options))
program
  .command('administrator-password')
  .description('remove the password and second factor of an administrator who is locked out')
  .requiredOption('--reset', 'remove them; a link by mail or by sign-in-link opens the way to new ones')
  .requiredOption('--email <address>', 'whose')
  .addOption(json)
  .addOption(organisation)
  .action(async (options) =>
    (await import('./administrator-password.ts')).resetAdministratorPassword(options),
  )

const vault = program.command('vault').description('the keys of open waves, which are not in the database')
vault
  .command('copy')
  .description('copy the keys of the open waves, for the works council to keep')
  .requiredOption('--to <file>', 'a new file; one that is there is not overwritten')
  .addOption(json)
  .action(async (options) => (await import('./vault-copy.ts')).copyVault(options))
vault
  .command('restore')
  .description('put the keys of open waves back when the vault has lost them')
  .requiredOption('--from <file>', 'what "chorus vault copy" wrote')
  .addOption(json)
  .action(async (options) => (await import('./vault-copy.ts')).restoreVault(options))
vault
  .command('destroy-copy')
  .description('overwrite and delete a copy, once the waves in it are closed')
  .argument('<file>', 'what "chorus vault copy" wrote')
  .addOption(json)
  .action(async (file, options) => (await import('./vault-destroy-copy.ts')).destroyCopy(file, options))

program
  .command('summarize')
  .description('a wave from plain files to a safe release, without a server')
  .requiredOption('--instrument <file>', 'instrument.json')
  .requiredOption('--units <file>', 'units.csv: unit_id, parent_id, name')
  .requiredOption('--responses <file>', 'responses.csv: wave, unit_id, cut:<name>, one column per item')
  .option('--invited <file>', 'invited.csv: wave, unit_id, invited')
  .option('--stayed <file>', 'stayed.csv: wave, unit_id, since, since_unit_id, people who answered both')
  .option('--policy <file>', 'policy.json: {"k": 5}')
  .option('--release <file>', 'write release.json')
  .option('--csv <file>', 'write summary.csv')
  .option('--audit <file>', 'write snapshot.json for the audit')
  .option('--report <file>', 'write a self-contained page')
  .action(async (options) => (await import('./summarize.ts')).summarize(options))

program
  .command('ballot-transcript')
  .description('print fresh runs of the ballot protocol as JSON, for another implementation to check')
  .addOption(new Option('--count <n>', 'how many').default(50).argParser(Number))
  .action(async (options) => (await import('./ballot-transcript.ts')).ballotTranscript(options))

program
  .command('ballot-verify')
  .description('check runs of the ballot protocol that another implementation made')
  .argument('<file>', 'JSON as ballot-transcript prints it; - is standard input')
  .addOption(json)
  .action(async (file, options) => (await import('./ballot-verify.ts')).ballotVerify(file, options))

program
  .command('oracle')
  .description('compute reference values of another program, and say which agree')
  .argument('<file>', 'cases: id, statistic, input, expected, tolerance')
  .option('--data <folder>', 'where the data files are that cases name; ../data beside the file unless given')
  .addOption(json)
  .action(async (file, options) => (await import('./oracle.ts')).oracle(file, options))

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof EmbeddedPostgresError) {
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  if (error instanceof VaultError) {
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  if (error instanceof CommandRefused) {
    process.stderr.write(`${error.message}\n`)
    return error.exitCode
  }
  const sentence = error instanceof Error ? error.stack : error
  process.stderr.write(`${String(sentence)}\n`)
  return 1
}
