CREATE TABLE "audit_event" (
	"organisation" uuid NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	CONSTRAINT "audit_event_organisation_number_pk" PRIMARY KEY("organisation","number")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person" uuid NOT NULL,
	"generation" integer DEFAULT 0 NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "session_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_link" (
	"organisation" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"reusable" boolean NOT NULL,
	"used" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sign_in_link_organisation_token_hash_pk" PRIMARY KEY("organisation","token_hash"),
	CONSTRAINT "sign_in_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "ballot" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"commitment" "bytea" NOT NULL,
	"cohort" uuid NOT NULL,
	CONSTRAINT "ballot_organisation_wave_commitment_pk" PRIMARY KEY("organisation","wave","commitment")
);
--> statement-breakpoint
CREATE TABLE "cohort" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"id" uuid NOT NULL,
	"label" text NOT NULL,
	"unit" text NOT NULL,
	"size" integer NOT NULL,
	"collected" integer,
	CONSTRAINT "cohort_organisation_wave_id_pk" PRIMARY KEY("organisation","wave","id")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"commitment" "bytea" NOT NULL,
	"cohort" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "inbox_organisation_wave_commitment_pk" PRIMARY KEY("organisation","wave","commitment")
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"cohort" uuid NOT NULL,
	"bits" "bytea" NOT NULL,
	CONSTRAINT "participation_organisation_wave_cohort_pk" PRIMARY KEY("organisation","wave","cohort")
);
--> statement-breakpoint
CREATE TABLE "participation_band" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"day" date NOT NULL,
	"band" text NOT NULL,
	CONSTRAINT "participation_band_organisation_wave_day_pk" PRIMARY KEY("organisation","wave","day")
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"instrument" jsonb NOT NULL,
	"policy" jsonb NOT NULL,
	CONSTRAINT "programme_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "roster" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"person" uuid NOT NULL,
	"cohort" uuid NOT NULL,
	"slot" integer NOT NULL,
	CONSTRAINT "roster_organisation_wave_person_pk" PRIMARY KEY("organisation","wave","person"),
	CONSTRAINT "roster_organisation_wave_cohort_slot_unique" UNIQUE("organisation","wave","cohort","slot")
);
--> statement-breakpoint
CREATE TABLE "wave" (
	"organisation" uuid NOT NULL,
	"id" uuid NOT NULL,
	"programme" uuid NOT NULL,
	"number" integer NOT NULL,
	"label" text NOT NULL,
	"stage" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"closed_on" date,
	"manifest" text NOT NULL,
	"fingerprint" text NOT NULL,
	"units" jsonb NOT NULL,
	CONSTRAINT "wave_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "wave_organisation_programme_number_unique" UNIQUE("organisation","programme","number"),
	CONSTRAINT "wave_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"unit" text NOT NULL,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"cuts" jsonb NOT NULL,
	CONSTRAINT "person_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "person_organisation_external_id_unique" UNIQUE("organisation","external_id"),
	CONSTRAINT "person_organisation_email_unique" UNIQUE("organisation","email")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"organisation" uuid NOT NULL,
	"id" text NOT NULL,
	"parent" text,
	"name" text NOT NULL,
	CONSTRAINT "unit_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "unit_lead" (
	"organisation" uuid NOT NULL,
	"unit" text NOT NULL,
	"person" uuid NOT NULL,
	CONSTRAINT "unit_lead_organisation_unit_person_pk" PRIMARY KEY("organisation","unit","person")
);
--> statement-breakpoint
CREATE TABLE "release" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"programme" uuid NOT NULL,
	"number" integer NOT NULL,
	"label" text NOT NULL,
	"closed_on" date NOT NULL,
	"instrument" json NOT NULL,
	"policy" json NOT NULL,
	"units" json NOT NULL,
	"summary" json NOT NULL,
	CONSTRAINT "release_organisation_wave_pk" PRIMARY KEY("organisation","wave")
);
--> statement-breakpoint
CREATE TABLE "release_cell" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"unit" text NOT NULL,
	"cut" text NOT NULL,
	"cell" json NOT NULL,
	CONSTRAINT "release_cell_organisation_unit_wave_cut_pk" PRIMARY KEY("organisation","unit","wave","cut")
);
--> statement-breakpoint
CREATE TABLE "sealed_response" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cohort" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "sealed_response_organisation_wave_id_pk" PRIMARY KEY("organisation","wave","id")
);
--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_organisation_wave_commitment_ballot_organisation_wave_commitment_fk" FOREIGN KEY ("organisation","wave","commitment") REFERENCES "public"."ballot"("organisation","wave","commitment") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_band" ADD CONSTRAINT "participation_band_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster" ADD CONSTRAINT "roster_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_organisation_programme_programme_organisation_id_fk" FOREIGN KEY ("organisation","programme") REFERENCES "public"."programme"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_organisation_parent_unit_organisation_id_fk" FOREIGN KEY ("organisation","parent") REFERENCES "public"."unit"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lead" ADD CONSTRAINT "unit_lead_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lead" ADD CONSTRAINT "unit_lead_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_cell" ADD CONSTRAINT "release_cell_organisation_wave_release_organisation_wave_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."release"("organisation","wave") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_response" ADD CONSTRAINT "sealed_response_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_unpublished_wave" ON "wave" USING btree ("organisation","programme") WHERE stage <> 'published';--> statement-breakpoint
CREATE INDEX "person_organisation_unit_index" ON "person" USING btree ("organisation","unit");--> statement-breakpoint
CREATE INDEX "sealed_response_organisation_wave_cohort_index" ON "sealed_response" USING btree ("organisation","wave","cohort");