CREATE TABLE "release_comment" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scale" text NOT NULL,
	"unit" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "release_comment_organisation_wave_id_pk" PRIMARY KEY("organisation","wave","id")
);
--> statement-breakpoint
CREATE TABLE "sealed_comment" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scale" text NOT NULL,
	"unit" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "sealed_comment_organisation_wave_id_pk" PRIMARY KEY("organisation","wave","id")
);
--> statement-breakpoint
ALTER TABLE "release_comment" ADD CONSTRAINT "release_comment_organisation_wave_release_organisation_wave_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."release"("organisation","wave") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_comment" ADD CONSTRAINT "sealed_comment_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Closer: writes comments at sealing, releases those that may be read, and empties what is left. It has no need to read them afterwards.
GRANT SELECT, INSERT, DELETE, TRUNCATE ON sealed_comment TO chorus_closer;
--> statement-breakpoint
GRANT INSERT ON release_comment TO chorus_closer;
--> statement-breakpoint
-- Reporter: reads what was released.
GRANT SELECT ON release_comment TO chorus_reporter;
