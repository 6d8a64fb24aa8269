CREATE TABLE "imported_wave" (
	"organisation" uuid NOT NULL,
	"id" uuid NOT NULL,
	"programme" uuid NOT NULL,
	"number" integer NOT NULL,
	"label" text NOT NULL,
	"closed_on" date NOT NULL,
	"groups" json NOT NULL,
	CONSTRAINT "imported_wave_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "imported_wave_organisation_programme_number_unique" UNIQUE("organisation","programme","number")
);
--> statement-breakpoint
ALTER TABLE "release" DROP CONSTRAINT "release_organisation_wave_wave_organisation_id_fk";
--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "source" text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE "imported_wave" ADD CONSTRAINT "imported_wave_organisation_programme_programme_organisation_id_fk" FOREIGN KEY ("organisation","programme") REFERENCES "public"."programme"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_organisation_programme_programme_organisation_id_fk" FOREIGN KEY ("organisation","programme") REFERENCES "public"."programme"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Closer: writes an imported wave with its release, and reads who is behind it when later waves are audited.
GRANT SELECT, INSERT ON imported_wave TO chorus_closer;
--> statement-breakpoint
-- Office: numbers its waves after the imported ones, and names them. Who is behind them is not its business.
GRANT SELECT (organisation, id, programme, number, label, closed_on) ON imported_wave TO chorus_office;
