import type acrossUnits from './messages/en/across-units.json'
import type actions from './messages/en/actions.json'
import type afterStatements from './messages/en/after-statements.json'
import type agreement from './messages/en/agreement.json'
import type answer from './messages/en/answer.json'
import type benchmark from './messages/en/benchmark.json'
import type channels from './messages/en/channels.json'
import type comments from './messages/en/comments.json'
import type commons from './messages/en/commons.json'
import type community from './messages/en/community.json'
import type concern from './messages/en/concern.json'
import type delegation from './messages/en/delegation.json'
import type details from './messages/en/details.json'
import type experiments from './messages/en/experiments.json'
import type exportsTexts from './messages/en/exports.json'
import type faults from './messages/en/faults.json'
import type feedback from './messages/en/feedback.json'
import type firstStart from './messages/en/first-start.json'
import type guide from './messages/en/guide.json'
import type history from './messages/en/history.json'
import type home from './messages/en/home.json'
import type importTexts from './messages/en/import.json'
import type instruments from './messages/en/instruments.json'
import type jobs from './messages/en/jobs.json'
import type kiosk from './messages/en/kiosk.json'
import type learning from './messages/en/learning.json'
import type learningMeasures from './messages/en/learning-measures.json'
import type lessons from './messages/en/lessons.json'
import type mail from './messages/en/mail.json'
import type organisation from './messages/en/organisation.json'
import type paper from './messages/en/paper.json'
import type password from './messages/en/password.json'
import type people from './messages/en/people.json'
import type poster from './messages/en/poster.json'
import type problems from './messages/en/problems.json'
import type problemsApp from './messages/en/problems-app.json'
import type programmes from './messages/en/programmes.json'
import type provider from './messages/en/provider.json'
import type receipts from './messages/en/receipts.json'
import type recognition from './messages/en/recognition.json'
import type reflections from './messages/en/reflections.json'
import type reliability from './messages/en/reliability.json'
import type replies from './messages/en/replies.json'
import type report from './messages/en/report.json'
import type reviews from './messages/en/reviews.json'
import type rights from './messages/en/rights.json'
import type rules from './messages/en/rules.json'
import type scim from './messages/en/scim.json'
import type scimCuts from './messages/en/scim-cuts.json'
import type sessions from './messages/en/sessions.json'
import type setUp from './messages/en/set-up.json'
import type shared from './messages/en/shared.json'
import type shell from './messages/en/shell.json'
import type signIn from './messages/en/sign-in.json'
import type start from './messages/en/start.json'
import type stored from './messages/en/stored.json'
import type tokens from './messages/en/tokens.json'
import type trail from './messages/en/trail.json'
import type trust from './messages/en/trust.json'
import type unitChanges from './messages/en/unit-changes.json'
import type unitHistory from './messages/en/unit-history.json'
import type welcome from './messages/en/welcome.json'
import type wording from './messages/en/wording.json'

/** Every text there is. A text that no catalogue has does not compile. */
export type MessageId =
  | keyof typeof actions
  | keyof typeof acrossUnits
  | keyof typeof agreement
  | keyof typeof answer
  | keyof typeof afterStatements
  | keyof typeof benchmark
  | keyof typeof channels
  | keyof typeof experiments
  | keyof typeof exportsTexts
  | keyof typeof details
  | keyof typeof comments
  | keyof typeof commons
  | keyof typeof community
  | keyof typeof concern
  | keyof typeof faults
  | keyof typeof firstStart
  | keyof typeof history
  | keyof typeof guide
  | keyof typeof home
  | keyof typeof instruments
  | keyof typeof jobs
  | keyof typeof importTexts
  | keyof typeof kiosk
  | keyof typeof lessons
  | keyof typeof recognition
  | keyof typeof feedback
  | keyof typeof learning
  | keyof typeof learningMeasures
  | keyof typeof mail
  | keyof typeof organisation
  | keyof typeof paper
  | keyof typeof people
  | keyof typeof password
  | keyof typeof poster
  | keyof typeof problems
  | keyof typeof problemsApp
  | keyof typeof programmes
  | keyof typeof provider
  | keyof typeof receipts
  | keyof typeof reliability
  | keyof typeof reflections
  | keyof typeof replies
  | keyof typeof report
  | keyof typeof reviews
  | keyof typeof setUp
  | keyof typeof scim
  | keyof typeof scimCuts
  | keyof typeof sessions
  | keyof typeof delegation
  | keyof typeof rights
  | keyof typeof rules
  | keyof typeof shared
  | keyof typeof shell
  | keyof typeof signIn
  | keyof typeof start
  | keyof typeof stored
  | keyof typeof tokens
  | keyof typeof trail
  | keyof typeof trust
  | keyof typeof unitChanges
  | keyof typeof unitHistory
  | keyof typeof welcome
  | keyof typeof wording
