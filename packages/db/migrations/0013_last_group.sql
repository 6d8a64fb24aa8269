CREATE TABLE "last_group" (
	"organisation" uuid NOT NULL,
	"programme" uuid NOT NULL,
	"person" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "last_group_organisation_programme_person_pk" PRIMARY KEY("organisation","programme","person")
);
--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "invited_again" jsonb;--> statement-breakpoint
ALTER TABLE "last_group" ADD CONSTRAINT "last_group_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_group" ADD CONSTRAINT "last_group_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Office: opens waves, and shows everybody the own row.
GRANT SELECT, INSERT, DELETE ON last_group TO chorus_office;
