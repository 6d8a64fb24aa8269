/** A command that cannot do what was asked: one sentence for the person, and an exit code for programs. */
export class CommandRefused extends Error {
  /** 1: not possible as things are. 2: the input or a setting is wrong. 3: the auditor refused. */
  readonly exitCode: 1 | 2 | 3

  constructor(sentence: string, exitCode: 1 | 2 | 3 = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}
