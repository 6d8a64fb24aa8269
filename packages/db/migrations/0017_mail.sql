CREATE TABLE "mailing" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"kind" text NOT NULL,
	"round" smallint NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "mailing_organisation_wave_kind_round_pk" PRIMARY KEY("organisation","wave","kind","round")
);
--> statement-breakpoint
CREATE TABLE "no_reminders" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"block" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outgoing_mail" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave" uuid NOT NULL,
	"kind" text NOT NULL,
	"person" uuid NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "outgoing_mail_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "outgoing_mail_organisation_wave_kind_person_unique" UNIQUE("organisation","wave","kind","person")
);
--> statement-breakpoint
CREATE TABLE "refused_invitation" (
	"organisation" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"person" uuid NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "refused_invitation_organisation_wave_person_pk" PRIMARY KEY("organisation","wave","person")
);
--> statement-breakpoint
ALTER TABLE "sign_in_link" ADD COLUMN "wave" uuid;--> statement-breakpoint
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "no_reminders" ADD CONSTRAINT "no_reminders_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_invitation" ADD CONSTRAINT "refused_invitation_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_invitation" ADD CONSTRAINT "refused_invitation_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Mailer: a role of its own, which knows addresses and sends, and nothing of answers or of who took part.
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chorus_mailer') THEN
      EXECUTE 'CREATE ROLE chorus_mailer NOLOGIN';
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  BEGIN
    IF NOT pg_has_role(current_user, 'chorus_mailer', 'MEMBER') THEN
      EXECUTE format('GRANT chorus_mailer TO %I', current_user);
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
END $$;
--> statement-breakpoint
GRANT SELECT ON organisation, wave, no_reminders TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT (organisation, id, email, language) ON person TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT, DELETE, UPDATE (attempts) ON outgoing_mail TO chorus_mailer;
--> statement-breakpoint
GRANT INSERT, DELETE, SELECT (token_hash) ON sign_in_link TO chorus_mailer;
--> statement-breakpoint
GRANT INSERT ON refused_invitation TO chorus_mailer;
--> statement-breakpoint
-- Who wants no reminders is kept from the office: nothing that HR can call reads or writes it in the name of another.
GRANT INSERT, UPDATE (block) ON no_reminders TO chorus_mailer;
--> statement-breakpoint
-- Office: orders mails, counts what is left, and sees whose invitation was refused. It cannot read whose mails are left.
GRANT INSERT, DELETE, SELECT (organisation, wave, kind) ON outgoing_mail TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT ON mailing TO chorus_office;
--> statement-breakpoint
GRANT SELECT, DELETE ON refused_invitation TO chorus_office;
