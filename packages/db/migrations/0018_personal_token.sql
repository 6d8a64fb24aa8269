CREATE TABLE "personal_token" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "personal_token_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "personal_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "personal_token" ADD CONSTRAINT "personal_token_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Office: makes, lists and revokes tokens, and finds whose one is. Nothing of a token ever changes.
GRANT SELECT, INSERT, DELETE ON personal_token TO chorus_office;
