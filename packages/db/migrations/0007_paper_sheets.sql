CREATE TABLE "sheet" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"cohort" uuid NOT NULL,
	"slot" integer NOT NULL,
	"code_hash" "bytea",
	"print" integer DEFAULT 0 NOT NULL,
	"handed_out" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sheet_organisation_wave_cohort_slot_pk" PRIMARY KEY("organisation","wave","cohort","slot"),
	CONSTRAINT "sheet_organisation_wave_code_hash_unique" UNIQUE("organisation","wave","code_hash")
);
--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "paper" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "channel" text DEFAULT 'online' NOT NULL;--> statement-breakpoint
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;