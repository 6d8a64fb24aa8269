import { benchAnswerPage } from './answer-page.ts'
import { benchAudit } from './audit.ts'
import { benchBallots } from './ballots.ts'
import { benchCoverage } from './coverage.ts'
import { benchCuts } from './cuts.ts'
import { benchDisclosure } from './disclosure.ts'
import { benchInvite } from './invite.ts'
import { benchPeople } from './people.ts'
import { benchRepairs } from './repairs.ts'
import { benchScim } from './scim.ts'
import { benchSearch } from './search.ts'
import { benchSize } from './size.ts'
import { benchSummarize } from './summarize.ts'

/** `pnpm bench <name>`: measurements to be read by people, not tests. */
const benches: Record<string, () => Promise<void>> = {
  'answer-page': benchAnswerPage,
  audit: benchAudit,
  ballots: benchBallots,
  coverage: benchCoverage,
  cuts: benchCuts,
  disclosure: benchDisclosure,
  invite: benchInvite,
  people: benchPeople,
  scim: benchScim,
  search: benchSearch,
  size: benchSize,
  repairs: benchRepairs,
  summarize: benchSummarize,
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (bench) await bench()
else {
  console.error(`Name one of: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
}
