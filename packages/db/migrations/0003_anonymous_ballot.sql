CREATE TABLE "participation_page" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"cohort" uuid NOT NULL,
	"page" integer NOT NULL,
	"bits" "bytea" NOT NULL,
	"tags" "bytea" NOT NULL,
	CONSTRAINT "participation_page_organisation_wave_cohort_page_pk" PRIMARY KEY("organisation","wave","cohort","page")
);
--> statement-breakpoint
CREATE TABLE "urn" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"nf" "bytea" NOT NULL,
	"cohort" uuid NOT NULL,
	"mac" "bytea" NOT NULL,
	"box" "bytea" NOT NULL,
	CONSTRAINT "urn_organisation_wave_nf_pk" PRIMARY KEY("organisation","wave","nf")
);
--> statement-breakpoint
CREATE TABLE "closed_cohort" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"cohort" uuid NOT NULL,
	"leaves" "bytea" NOT NULL,
	"root" "bytea" NOT NULL,
	"sig" "bytea" NOT NULL,
	CONSTRAINT "closed_cohort_organisation_wave_cohort_pk" PRIMARY KEY("organisation","wave","cohort")
);
--> statement-breakpoint
CREATE TABLE "cut_complete" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"cohort" uuid NOT NULL,
	"scale" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "cut_complete_organisation_wave_cohort_scale_pk" PRIMARY KEY("organisation","wave","cohort","scale")
);
--> statement-breakpoint
CREATE TABLE "cut_count" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"cohort" uuid NOT NULL,
	"item" text NOT NULL,
	"answer" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "cut_count_organisation_wave_cohort_item_answer_pk" PRIMARY KEY("organisation","wave","cohort","item","answer")
);
--> statement-breakpoint
ALTER TABLE "roster" DROP CONSTRAINT "roster_organisation_wave_person_pk";--> statement-breakpoint
ALTER TABLE "cohort" ALTER COLUMN "unit" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "roster" ADD COLUMN "dimension" text NOT NULL;--> statement-breakpoint
ALTER TABLE "roster" ADD CONSTRAINT "roster_organisation_wave_person_dimension_pk" PRIMARY KEY("organisation","wave","person","dimension");--> statement-breakpoint
-- Cohorts of waves that are over are all of the unit tree.
ALTER TABLE "cohort" ADD COLUMN "dimension" text NOT NULL DEFAULT 'unit';--> statement-breakpoint
ALTER TABLE "cohort" ALTER COLUMN "dimension" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "unbacked" integer;--> statement-breakpoint
ALTER TABLE "participation_page" ADD CONSTRAINT "participation_page_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_cohort" ADD CONSTRAINT "closed_cohort_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cut_complete" ADD CONSTRAINT "cut_complete_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cut_count" ADD CONSTRAINT "cut_count_organisation_wave_cohort_cohort_organisation_wave_id_fk" FOREIGN KEY ("organisation","wave","cohort") REFERENCES "public"."cohort"("organisation","wave","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- In the row itself, never moved to a side table: the numbers given there rise with every write and tell the order.
ALTER TABLE "participation_page" ALTER COLUMN "tags" SET STORAGE PLAIN;--> statement-breakpoint
ALTER TABLE "urn" ALTER COLUMN "box" SET STORAGE MAIN;
