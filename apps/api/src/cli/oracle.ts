import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { FaultList, faultLine } from '../csv/fault-list.ts'
import type { Compared } from '../oracle/compare.ts'
import { DataSets } from '../oracle/data-sets.ts'
import { type OracleCase, oracleFile } from '../oracle/oracle-file.ts'
import { type Outcome, runCase } from '../oracle/run-oracle.ts'
import { readJson } from '../summarize/read-json.ts'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'

/** Computes the reference values that another program gave, and says of each case whether they agree. */
export async function oracle(file: string, { data, json = false }: { data?: string; json?: boolean }) {
  const cases = await read(file)
  const sets = new DataSets(data ?? join(dirname(file), '../data'))
  const outcomes = cases.map((one) => runCase(one, sets))
  const passed = outcomes.filter(({ pass }) => pass).length
  const faults = outcomes.filter(({ fault }) => fault !== null).length
  const sentence = `${passed} of ${outcomes.length} cases pass.`
  say(
    json,
    { passed, failed: outcomes.length - passed - faults, unusable: faults, cases: outcomes.map(document) },
    [...outcomes.map(lines), sentence].join('\n'),
  )
  if (faults > 0) process.exitCode = 2
  else if (passed < outcomes.length) process.exitCode = 1
}

async function read(file: string): Promise<OracleCase[]> {
  const faults = new FaultList()
  try {
    const content = await readJson(createReadStream(file), file, oracleFile, faults)
    if (content) return content.cases
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new CommandRefused(`${file} cannot be read (${error.code})`, 2)
  }
  throw new CommandRefused(faults.faults.map(faultLine).join('\n'), 2)
}

function document({ id, statistic, expected, got, pass, fault }: Outcome) {
  return { id, statistic, expected, got, pass, fault }
}

/** One line for a case that passes, with the figure that is nearest to not passing; all figures that disagree for another. */
function lines({ id, pass, compared, fault }: Outcome): string {
  if (fault !== null) return `FAULT ${id}: ${fault}`
  if (!pass) {
    const wrong = compared.filter(({ distance }) => distance > 1)
    return [`FAIL  ${id}: ${wrong.length} of ${compared.length} differ`, ...wrong.map(figure)].join(
      '\n      ',
    )
  }
  const nearest = compared.reduce((a, b) => (b.distance > a.distance ? b : a))
  return `pass  ${id}: ${compared.length} agree; ${figure(nearest)}`
}

function figure({ place, expected, got }: Compared): string {
  const shown = got === undefined ? 'nothing' : JSON.stringify(got)
  return `${place} expected ${JSON.stringify(expected)}, got ${shown}`
}
