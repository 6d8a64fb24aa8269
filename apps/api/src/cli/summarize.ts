import { runSummarize, type SummarizeOptions } from '../summarize/run-summarize.ts'

export async function summarize(options: SummarizeOptions): Promise<void> {
  process.exitCode = await runSummarize(options, process)
}
