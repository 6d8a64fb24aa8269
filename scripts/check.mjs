/** `pnpm check`: what `npm test` and CI run, for those who have installed already. */
import { runChecks } from './lib/checks.mjs'

process.exitCode = await runChecks(process.argv.slice(2))
