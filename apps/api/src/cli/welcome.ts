import type { Office } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { listOrganisations } from '@chorus/db/stores/organisations'
import { makeSignInLink } from '../access/sign-in-link.ts'
import { demoAccounts, demoOrganisationName } from '../demo/fill-demo.ts'
import { setUpCode } from '../first-start/set-up-code.ts'
import type { SealedTexts } from '../vault/sealed-texts.ts'

/** What a start says on the console: where it runs, and what to do next. */
export async function welcome(office: Office, secrets: SealedTexts, address: string): Promise<string> {
  const organisations = await listOrganisations(office)
  const lines = ['', `Chorus is running at ${address}`, '']
  if (organisations.length === 0)
    lines.push(
      'There is nobody in it yet. Open this page to set up your organisation:',
      `  ${address}/first-start`,
      'It asks for this set-up code, which is for you alone:',
      `  ${setUpCode(secrets)}`,
      '',
      'Or, from files, in another terminal: npm run -s chorus -- import --help',
    )
  const demo = organisations.find(({ name }) => name === demoOrganisationName)
  if (demo)
    lines.push(
      ...(await withinOrganisation(demo.id, () => demoLinks(office, demo.id, address))),
      '',
      'Sign in with one of the links. An organisation of your own begins empty: start with CHORUS_DEMO=0 and a new',
      'data folder (CHORUS_DATA), and where you set DATABASE_URL with a new database.',
    )
  lines.push('', 'Ctrl-C stops Chorus; everything is kept.', '')
  return lines.join('\n')
}

async function demoLinks(office: Office, organisation: string, address: string): Promise<string[]> {
  const lines: string[] = []
  const accounts = demoAccounts(organisation)
  for (const role of ['employee', 'manager', 'hr', 'administrator', 'auditor'] as const) {
    const link = await makeSignInLink(office, organisation, accounts[role], {
      now: new Date(),
      hoursValid: 24,
      reusable: true,
    })
    if (link.ok) lines.push(`  ${role.padEnd(13)} ${link.value.name.padEnd(18)} ${address}${link.value.path}`)
  }
  return lines
}
