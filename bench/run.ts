import { benchAnswerPage } from './answer-page.ts'
import { benchAudit } from './audit.ts'
import { benchBallots } from './ballots.ts'
import { benchCuts } from './cuts.ts'
import { benchDisclosure } from './disclosure.ts'
import { benchSummarize } from './summarize.ts'

/** `pnpm bench <name>`: measurements to be read by people, not tests. */
const benches: Record<string, () => Promise<void>> = {
  'answer-page': benchAnswerPage,
  audit: benchAudit,
  ballots: benchBallots,
  cuts: benchCuts,
  disclosure: benchDisclosure,
  summarize: benchSummarize,
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (bench) await bench()
else {
  console.error(`Name one of: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
}
