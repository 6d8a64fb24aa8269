CREATE TABLE "comment_answer" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"id" uuid NOT NULL,
	"comment" uuid NOT NULL,
	"scale" text NOT NULL,
	"unit" text,
	"text" text NOT NULL,
	"readable_on" date NOT NULL,
	"box" "bytea" NOT NULL,
	"ticket_hash" "bytea" NOT NULL,
	CONSTRAINT "comment_answer_organisation_wave_id_pk" PRIMARY KEY("organisation","wave","id")
);
--> statement-breakpoint
CREATE TABLE "comment_reply" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"answer" uuid NOT NULL,
	"readable_on" date NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "comment_reply_organisation_wave_answer_pk" PRIMARY KEY("organisation","wave","answer")
);
--> statement-breakpoint
ALTER TABLE "release_comment" ADD COLUMN "reply_key" "bytea";--> statement-breakpoint
ALTER TABLE "sealed_comment" ADD COLUMN "reply_key" "bytea";--> statement-breakpoint
ALTER TABLE "comment_answer" ADD CONSTRAINT "comment_answer_release_comment_fk" FOREIGN KEY ("organisation","wave","comment") REFERENCES "public"."release_comment"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reply" ADD CONSTRAINT "comment_reply_comment_answer_fk" FOREIGN KEY ("organisation","wave","answer") REFERENCES "public"."comment_answer"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Office: answers a comment in its role. What was answered is read by the reporter alone.
GRANT INSERT ON comment_answer TO chorus_office;
--> statement-breakpoint
-- Reporter: shows an office its own conversations.
GRANT SELECT ON comment_answer, comment_reply TO chorus_reporter;
--> statement-breakpoint
-- Urn: gives everybody the boxes, and takes replies in. It sees neither which comment was answered, nor what was said.
GRANT SELECT (organisation, wave, id, scale, readable_on, box, ticket_hash) ON comment_answer TO chorus_urn;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON comment_reply TO chorus_urn;
