ALTER TABLE "organisation" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "founder" uuid;
--> statement-breakpoint
ALTER TABLE "rule_change" ADD COLUMN "held" jsonb;
--> statement-breakpoint
CREATE TABLE "sign_in_try" (
	"organisation" uuid NOT NULL,
	"mark" "bytea" NOT NULL,
	"count" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"forget_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_try_organisation_mark_pk" PRIMARY KEY("organisation","mark")
);
--> statement-breakpoint
-- Office: counts wrong passwords and codes.
GRANT SELECT, INSERT, DELETE ON sign_in_try TO chorus_office;
--> statement-breakpoint
-- Closer: with a release it writes that it is to be told of.
GRANT INSERT ON wave_job TO chorus_closer;
--> statement-breakpoint
CREATE TABLE "scim_day" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"units" jsonb NOT NULL,
	"told" boolean DEFAULT false NOT NULL,
	"notes" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scim_moved" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "scim_moved_organisation_person_pk" PRIMARY KEY("organisation","person")
);
--> statement-breakpoint
DROP INDEX "scim_user_name";--> statement-breakpoint
ALTER TABLE "scim_setting" ADD COLUMN "cuts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "scim_user" ADD COLUMN "user_name_in_lower_case" text GENERATED ALWAYS AS (lower(user_name)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "scim_day" ADD CONSTRAINT "scim_day_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_moved" ADD CONSTRAINT "scim_moved_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "scim_user_name" ON "scim_user" USING btree ("organisation","user_name_in_lower_case");
--> statement-breakpoint
-- Office: keeps what the day of an identity provider found, until what became of units is told.
GRANT SELECT, INSERT, UPDATE, DELETE ON scim_day TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON scim_moved TO chorus_office;
--> statement-breakpoint
SELECT chorus_apart('sign_in_try', 'scim_day', 'scim_moved');
